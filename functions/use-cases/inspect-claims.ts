import { createClaimReader, type SubmissionTransaction } from '../core/claim/reader.ts';
import type { ReadingNotice } from '../core/remittance/remittance.ts';
import { Notices } from './inspect-file.ts';

/** What a file holds of claims and acknowledgements; nothing of it is stored yet. */
export interface ClaimInspection {
  /** In file order. A transaction that breaks off, or is refused, is an exception and not here. */
  readonly transactions: readonly SubmissionTransaction[];
  /** Transactions that are no remittance, no claim and no acknowledgement. */
  readonly otherTransactions: number;
  readonly exceptions: readonly ReadingNotice[];
  readonly warnings: readonly ReadingNotice[];
}

/** What the reading of remittances, which comes first, tells of the same file as well. */
const TOLD_BEFORE: ReadonlySet<string> = new Set(['segments_outside_transaction', 'skipped_text']);

/** Reads the claims and acknowledgements of a file once, in a stream. Remittances in it are passed over. */
export async function inspectClaims(source: AsyncIterable<Uint8Array>): Promise<ClaimInspection> {
  const transactions: SubmissionTransaction[] = [];
  const exceptions = new Notices();
  const warnings = new Notices();
  let otherTransactions = 0;
  const reader = createClaimReader((event) => {
    switch (event.kind) {
      case 'transaction':
        transactions.push(event.transaction);
        break;
      case 'exception':
        if (!TOLD_BEFORE.has(event.notice.code)) exceptions.add(event.notice);
        break;
      case 'warning':
        if (!TOLD_BEFORE.has(event.notice.code)) warnings.add(event.notice);
        break;
      case 'other_transaction':
        if (event.set === '835') break;
        otherTransactions += 1;
        warnings.add(event.notice);
        break;
      case 'claim':
      case 'acknowledgement':
        break;
    }
  });
  for await (const chunk of source) reader.push(chunk);
  reader.end();
  return { transactions, otherTransactions, exceptions: exceptions.kept(), warnings: warnings.kept() };
}
