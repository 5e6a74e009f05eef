import { heightOf, type Piece } from './piece.ts';
import { PAGE, TOP_AFTER_FIRST } from './style.ts';

export interface PlacedPiece {
  readonly piece: Piece;
  /** Of its top, from the top of the page, in points. */
  readonly y: number;
  /** The heading of a table that goes on: said once already, so not again to who listens. */
  readonly repeated: boolean;
}

export type PlannedPage = readonly PlacedPiece[];

/** Pieces on pages: what belongs together goes to the next page together, unless no page has room for it. */
export function paginate(pieces: readonly Piece[]): readonly PlannedPage[] {
  const pages: PlacedPiece[][] = [[]];
  const bottom = PAGE.height - PAGE.bottom;
  let y: number = PAGE.top;
  const place = (piece: Piece, repeated = false): void => {
    if (pages.at(-1)?.length !== 0) y += piece.gap;
    pages.at(-1)?.push({ piece, y, repeated });
    y += piece.height;
  };
  const newPage = (first: Piece): void => {
    pages.push([]);
    y = TOP_AFTER_FIRST;
    for (const heading of first.repeats) place(heading, true);
  };

  for (const together of chunksOf(pieces)) {
    const [first] = together;
    if (first === undefined) continue;
    const onOnePage = heightOf(together) + heightOf(first.repeats) <= bottom - TOP_AFTER_FIRST;
    const isEnded = pages.at(-1)?.at(-1)?.piece.endsPage === true;
    if (isEnded || (onOnePage && y + heightOf(together) > bottom)) newPage(first);
    for (const piece of together) {
      if (y + piece.gap + piece.height > bottom) newPage(piece);
      place(piece);
    }
  }
  return pages;
}

function chunksOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const chunks: Piece[][] = [[]];
  for (const piece of pieces) {
    chunks.at(-1)?.push(piece);
    if (!piece.withNext) chunks.push([]);
  }
  return chunks;
}
