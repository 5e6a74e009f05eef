import type { ReadingNotice, Unread } from '../remittance/remittance.ts';
import { createTokenizer } from '../x12/tokenizer.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Claim } from './claim.ts';
import { ClaimVisitor } from './claim-visitor.ts';

/** What is known of one transaction at its SE. */
export interface SubmissionTransaction {
  readonly set: '837' | '999' | '277';
  /** Position of the ST in the file, from 1, whatever kinds the others are of. */
  readonly ordinal: number;
  /** ST02. */
  readonly transaction: string;
  readonly claims: number;
  readonly chargeCents: number;
  readonly acknowledgements: number;
  readonly byteStart: number;
  readonly byteEnd: number;
}

/**
 * What the reader reports, in file order. A transaction that was not read whole ends in `exception` and never in
 * `transaction`. Every CLM of the input is counted once: in the claims of a transaction or in something unread.
 */
export type ClaimReaderEvent =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | {
      readonly kind: 'acknowledgement';
      /** Of the ST that it stands in. */
      readonly transactionOrdinal: number;
      readonly acknowledgement: Acknowledgement;
    }
  | { readonly kind: 'transaction'; readonly transaction: SubmissionTransaction }
  | { readonly kind: 'exception'; readonly notice: ReadingNotice; readonly unread: Unread }
  /** `unread`: text outside the envelope, which is left out. */
  | { readonly kind: 'warning'; readonly notice: ReadingNotice; readonly unread?: Unread }
  /** A whole transaction that is neither a claim nor an acknowledgement of one. */
  | {
      readonly kind: 'other_transaction';
      readonly set: string;
      readonly notice: ReadingNotice;
      readonly unread: Unread;
    };

export interface ClaimReader {
  /** Takes the next bytes, any number of them. The chunk may be used again afterwards. */
  push(chunk: Uint8Array): void;
  /** Says that no more bytes come. */
  end(): void;
}

const SLICE_BYTES = 64 * 1024;

/**
 * Reads claims (837P, 837I, 837D; 5010 and 4010) and their acknowledgements (999, 997, 277CA) from bytes that are
 * pushed in chunks of any size. Never throws on input; memory is bounded by the largest claim.
 *
 * @example
 * const reader = createClaimReader((event) => console.log(event.kind));
 * for await (const chunk of createReadStream('claims.837')) reader.push(chunk);
 * reader.end();
 */
export function createClaimReader(emit: (event: ClaimReaderEvent) => void): ClaimReader {
  const visitor = new ClaimVisitor(emit);
  const tokenizer = createTokenizer(visitor);
  return {
    push(chunk) {
      for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
        const slice = chunk.subarray(from, from + SLICE_BYTES);
        visitor.hold(slice);
        tokenizer.push(slice);
        visitor.release();
      }
    },
    end() {
      tokenizer.end();
      visitor.end();
    },
  };
}
