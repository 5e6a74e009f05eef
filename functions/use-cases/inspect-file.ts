import { createHash } from 'node:crypto';
import { isClaimNumber } from '../core/family/same-claim.ts';
import { createRemittanceReader } from '../core/remittance/reader.ts';
import type {
  ClaimPayment,
  ReaderEvent,
  ReadingNotice,
  RemittanceHeader,
  RemittanceTrailer,
} from '../core/remittance/remittance.ts';
import type { Delimiters } from '../core/x12/delimiters.ts';

/** A CLP at which a transaction may be divided: ordinal of the claim, and its first byte. */
export interface Cut {
  readonly claim: number;
  readonly byteStart: number;
}

/** One whole ST..SE of the file. */
export interface WholeTransaction {
  readonly header: RemittanceHeader;
  readonly trailer: RemittanceTrailer;
  readonly delimiters: Delimiters;
  /** The first claim, and about every so many claims one more; none where there is no claim. */
  readonly cuts: readonly Cut[];
}

/** What the first pass over a file finds; nothing of it is stored yet. */
export interface Inspection {
  readonly fileSha256: string;
  readonly byteLength: number;
  /** In file order. A transaction that breaks off is an exception and not here. */
  readonly transactions: readonly WholeTransaction[];
  /** Claims, acknowledgements and other sets that are not remittances. */
  readonly otherTransactions: number;
  readonly exceptions: readonly ReadingNotice[];
  readonly warnings: readonly ReadingNotice[];
}

// A record of the ledger holds 400 kB; nobody reads more than this, and the file itself is kept.
const NOTICES_KEPT = 200;

/**
 * Reads a file once, in a stream: its hash, what is in it, what is odd and what is wrong, and where transactions of
 * more than `claimsApart` claims can be divided.
 */
export async function inspectFile(
  source: AsyncIterable<Uint8Array>,
  claimsApart: number,
): Promise<Inspection> {
  const hash = createHash('sha256');
  const transactions: WholeTransaction[] = [];
  const exceptions = new Notices();
  const warnings = new Notices();
  let otherTransactions = 0;
  let byteLength = 0;
  let delimiters: Delimiters | null = null;
  let cuts = new Cuts(claimsApart);

  const reader = createRemittanceReader((event: ReaderEvent) => {
    switch (event.kind) {
      case 'remittance':
        if (delimiters === null) throw new TypeError('A remittance without a header.');
        transactions.push({ header: event.header, trailer: event.trailer, delimiters, cuts: cuts.made });
        break;
      case 'exception':
        exceptions.add(event.notice);
        break;
      case 'other_transaction':
        // Read, refused or named by the reader of claims (inspectClaims).
        otherTransactions += 1;
        break;
      case 'warning':
        warnings.add(event.notice);
        break;
      case 'header':
        delimiters = event.delimiters;
        cuts = new Cuts(claimsApart);
        break;
      case 'claim':
        cuts.pass(event.claim);
        break;
    }
  });
  for await (const chunk of source) {
    hash.update(chunk);
    byteLength += chunk.length;
    reader.push(chunk);
  }
  reader.end();

  return {
    fileSha256: hash.digest('hex'),
    byteLength,
    transactions,
    otherTransactions,
    exceptions: exceptions.kept(),
    warnings: warnings.kept(),
  };
}

// A payer that gives all claims one number must not make a transaction indivisible.
const MOST_TOGETHER = 2;

/**
 * Where one transaction may be divided. Not between a reversal and the correction below it: loaded together they are
 * related as one, and open nothing that has to be closed again.
 */
class Cuts {
  readonly made: Cut[] = [];
  readonly #claimsApart: number;
  #claimIdBefore = '';

  constructor(claimsApart: number) {
    this.#claimsApart = claimsApart;
  }

  pass({ ordinal, claimId, byteStart }: ClaimPayment): void {
    const last = this.made.at(-1);
    const since = last === undefined ? 0 : ordinal - last.claim;
    const isNeighbour = claimId === this.#claimIdBefore && isClaimNumber(claimId);
    const isFull = since >= this.#claimsApart * (isNeighbour ? MOST_TOGETHER : 1);
    if (last === undefined || isFull) this.made.push({ claim: ordinal, byteStart });
    this.#claimIdBefore = claimId;
  }
}

/** The first notices of a kind, and how many more there were. */
export class Notices {
  readonly #first: ReadingNotice[] = [];
  #more = 0;

  add(notice: ReadingNotice): void {
    if (this.#first.length < NOTICES_KEPT) this.#first.push(notice);
    else this.#more += 1;
  }

  kept(): readonly ReadingNotice[] {
    if (this.#more === 0) return this.#first;
    const message = `${this.#more} more of this kind are not listed.`;
    return [...this.#first, fileNotice('more_notices', message)];
  }
}

/** A notice about the file as a whole. */
export function fileNotice(code: string, message: string): ReadingNotice {
  return { code, message, transaction: null, ordinal: null, segment: null, byteOffset: null };
}
