/** What a letter is made of, read from its markup: all that the preview, the PDF and the gates need to know of it. */
export interface Letter {
  /** The practice's name, address and numbers. */
  readonly letterhead: readonly Paragraph[];
  readonly body: readonly Block[];
  /** What every page repeats at its foot: which claim, and whose. */
  readonly footer: readonly Inline[];
}

export type Block =
  | Paragraph
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'address'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | Table
  | {
      readonly kind: 'section';
      /** `form`: the page ends with it. */
      readonly role: SectionRole;
      readonly blocks: readonly Block[];
    };

export type SectionRole = 'form' | 'signature' | 'enclosures';

export interface Paragraph {
  readonly kind: 'paragraph';
  /** `name`: of the letterhead; `lead-in`: stays with what follows; `line`: to be signed on. */
  readonly role: 'plain' | 'passage' | 'name' | 'lead-in' | 'line';
  readonly content: readonly Inline[];
}

export interface Table {
  readonly kind: 'table';
  /** `claim`: labels and values without rules; otherwise rows under a heading. */
  readonly look: 'claim' | 'rows';
  readonly rows: readonly Row[];
}

export interface Row {
  /** The line that the appeal is about. */
  readonly disputed: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Null where it is no header. */
  readonly heads: 'column' | 'row' | null;
  readonly amount: boolean;
  readonly columns: number;
  readonly content: readonly Inline[];
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly weight: Weight }
  | { readonly kind: 'break' };

export type Weight = 'plain' | 'strong' | 'emphasis';
