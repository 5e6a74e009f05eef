import { createHash } from 'node:crypto';
import { createRemittanceReader } from '../core/remittance/reader.ts';
import type {
  ReaderEvent,
  ReadingNotice,
  RemittanceHeader,
  RemittanceTrailer,
} from '../core/remittance/remittance.ts';

/** One whole ST..SE of the file. */
export interface WholeTransaction {
  readonly header: RemittanceHeader;
  readonly trailer: RemittanceTrailer;
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

/** Reads a file once, in a stream: its hash, what is in it, what is odd and what is wrong. */
export async function inspectFile(source: AsyncIterable<Uint8Array>): Promise<Inspection> {
  const hash = createHash('sha256');
  const transactions: WholeTransaction[] = [];
  const exceptions = new Notices();
  const warnings = new Notices();
  let otherTransactions = 0;
  let byteLength = 0;

  const reader = createRemittanceReader((event: ReaderEvent) => {
    switch (event.kind) {
      case 'remittance':
        transactions.push({ header: event.header, trailer: event.trailer });
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
      case 'claim':
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
