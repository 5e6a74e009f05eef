import type { Run } from './lines.ts';

/** A node of the structure tree (ISO 32000-1 14.8): what assistive technology reads. */
export interface Tag {
  readonly type:
    | 'Document'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'TR'
    | 'TH'
    | 'TD';
  readonly children: Tag[];
  readonly heads?: 'Row' | 'Column';
  readonly columns?: number;
  readonly numbering?: 'Decimal' | 'Disc';
}

export interface Text {
  readonly tag: Tag;
  readonly runs: readonly Run[];
  /** From the left edge of the text area. */
  readonly x: number;
  /** From the top of the piece. */
  readonly baseline: number;
}

/** Decoration: a filled rectangle, placed as texts are. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
}

/** What cannot be divided between pages: a line of text, or one line of all cells of a row. */
export interface Piece {
  /** Space above, not kept at the top of a page. */
  readonly gap: number;
  readonly height: number;
  /** Stays on the page of the piece after it. */
  readonly withNext: boolean;
  /** What follows begins a new page. */
  readonly endsPage?: true;
  readonly texts: readonly Text[];
  readonly boxes: readonly Box[];
  /** The heading of its table, which comes again where a page begins with this piece. */
  readonly repeats: readonly Piece[];
}

/** A block in pieces, with the space it wants before and after it: of two neighbours' spaces the larger counts. */
export interface SetBlock {
  readonly before: number;
  readonly after: number;
  readonly pieces: readonly Piece[];
}

export function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { gap, height }) => sum + gap + height, 0);
}
