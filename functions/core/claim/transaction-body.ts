import type { Place } from '../remittance/notices.ts';
import type { ReadingNotice } from '../remittance/remittance.ts';
import type { Segment } from '../x12/segment.ts';
import { withoutZeros } from './control-number.ts';
import { claimNotice } from './notices.ts';
import type { Transaction277 } from './transaction-277.ts';
import type { Transaction837 } from './transaction-837.ts';
import type { Transaction999 } from './transaction-999.ts';
import type { ClaimValues } from './values.ts';

export type Body =
  | { readonly set: '837'; readonly transaction: Transaction837 }
  | { readonly set: '999'; readonly transaction: Transaction999 }
  | { readonly set: '277'; readonly transaction: Transaction277 };

/** One ST..SE that is being read. */
export interface OpenTransaction {
  /** Position of the ST in the file, from 1. */
  readonly ordinal: number;
  /** ST02. */
  readonly number: string;
  readonly firstSegment: number;
  readonly byteStart: number;
  readonly values: ClaimValues;
  readonly body: Body;
  /** Of a 277 whose version does not say whether it is a 277CA: its BHT does. */
  undecided: boolean;
  /** CLM segments so far. */
  claims: number;
}

/** What is odd about a transaction that was read whole, at its SE. */
export function warningsAtEnd(open: OpenTransaction, se: Segment, place: Place): readonly ReadingNotice[] {
  const { body, values, number, firstSegment } = open;
  const warnings: ReadingNotice[] = [];
  const counted = se.number - firstSegment + 1;
  const stated = se.text(1);
  if (Number(stated || Number.NaN) !== counted) {
    const shown = /^\d{1,10}$/.test(stated) ? stated : 'no number of';
    warnings.push(claimNotice('wrong_segment_count', place, shown, counted));
  }
  if (withoutZeros(se.text(2)) !== withoutZeros(number)) {
    warnings.push(claimNotice('wrong_transaction_number', place));
  }
  if (body.set === '837' && body.transaction.incomplete.count > 0) {
    const { count, first } = body.transaction.incomplete;
    warnings.push(claimNotice('incomplete_claims', { ...place, segment: first }, count, first));
  }
  if (body.set === '837' && body.transaction.unequal.count > 0) {
    const { count, first } = body.transaction.unequal;
    warnings.push(claimNotice('unequal_line_charges', { ...place, segment: first }, count, first));
  }
  const { unknown } = body.transaction;
  if (unknown.count > 0) {
    const at = { ...place, segment: unknown.first };
    warnings.push(claimNotice('unknown_segments', at, unknown.count, unknown.first));
  }
  if (values.unreadable > 0) warnings.push(claimNotice('unreadable_values', place, values.unreadable));
  return warnings;
}
