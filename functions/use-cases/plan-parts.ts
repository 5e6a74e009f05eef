import type { ClaimSlice, FilePart } from '../ports/part-store.ts';
import type { Inspection, WholeTransaction } from './inspect-file.ts';

/** How much one message loads at most. */
export interface PartSize {
  /** Claims: more than this many only where neighbours must not be parted. */
  readonly claims: number;
  readonly remittances: number;
}

// 2,000 claims load in well under the time of one call, and most files are smaller: one message, as before. So many
// remittances without claims to speak of still fit into one item of the ledger (400 kB).
export const PART_SIZE: PartSize = { claims: 2_000, remittances: 400 };

/** A slice before it is known which parts hold the rest of its transaction. */
type Piece = Omit<ClaimSlice, 'parts'>;

/**
 * Divides what was inspected into parts of about the same size, at the CLPs that the inspection noted. Every claim of
 * every whole transaction is in exactly one part; a transaction that repeats an earlier one of the file is in none.
 */
export function planParts({ transactions }: Pick<Inspection, 'transactions'>, size: PartSize): FilePart[] {
  const parts: Piece[][] = [];
  let claims = 0;
  for (const piece of firstOfEach(transactions).flatMap(piecesOf)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length < size.remittances && claims + piece.claims <= size.claims) {
      last.push(piece);
      claims += piece.claims;
    } else {
      parts.push([piece]);
      claims = piece.claims;
    }
  }
  const extents = extentsOf(parts);
  return parts.map((pieces, index) => ({
    part: index + 1,
    kind: 'remittances',
    slices: pieces.map((piece) => ({
      ...piece,
      parts: extents.get(piece.header.ordinal) ?? { first: index + 1, last: index + 1 },
    })),
  }));
}

/** Whether no other part holds claims of this transaction. */
export function isWhole({ parts }: ClaimSlice): boolean {
  return parts.first === parts.last;
}

function piecesOf({ header, trailer, delimiters, cuts }: WholeTransaction): Piece[] {
  const whole = { header, trailer, delimiters };
  const { byteEnd, claimCount } = trailer;
  if (cuts.length === 0) return [{ ...whole, firstClaim: 1, claims: 0, byteStart: byteEnd, byteEnd }];
  return cuts.map(({ claim, byteStart }, index) => {
    const next = cuts[index + 1] ?? { claim: claimCount + 1, byteStart: byteEnd };
    return { ...whole, firstClaim: claim, claims: next.claim - claim, byteStart, byteEnd: next.byteStart };
  });
}

/** The first and last part of each transaction, by the ordinal of its ST. */
function extentsOf(parts: readonly (readonly Piece[])[]): ReadonlyMap<number, ClaimSlice['parts']> {
  const extents = new Map<number, ClaimSlice['parts']>();
  for (const [index, pieces] of parts.entries()) {
    for (const { header } of pieces) {
      const first = extents.get(header.ordinal)?.first ?? index + 1;
      extents.set(header.ordinal, { first, last: index + 1 });
    }
  }
  return extents;
}

/** The transactions of a file without those that repeat an earlier one of it. */
function firstOfEach(transactions: readonly WholeTransaction[]): readonly WholeTransaction[] {
  const seen = new Set<string>();
  return transactions.filter(({ trailer: { remittanceId } }) => {
    if (seen.has(remittanceId)) return false;
    seen.add(remittanceId);
    return true;
  });
}
