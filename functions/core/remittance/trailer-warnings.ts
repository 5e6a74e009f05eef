import type { Segment } from '../x12/segment.ts';
import type { Balance } from './balance.ts';
import { isSameControlNumber, statedCount } from './control-numbers.ts';
import type { Counts } from './counts.ts';
import { notice, placeIn } from './notices.ts';
import type { ReadingNotice, RemittanceHeader } from './remittance.ts';
import type { Tally } from './tally.ts';

/** Whether SE01 and SE02 fit. Both are wrong in many real files, so neither refuses anything. */
export function controlWarnings(header: RemittanceHeader, se: Segment, segments: number): ReadingNotice[] {
  const place = placeIn(header, se);
  const warnings: ReadingNotice[] = [];
  if (Number(se.text(1) || Number.NaN) !== segments) {
    warnings.push(notice('wrong_segment_count', place, statedCount(se), segments));
  }
  if (!isSameControlNumber(se.text(2), header.transaction)) {
    warnings.push(notice('wrong_transaction_number', place));
  }
  return warnings;
}

/** What of a transaction was left out or read in part. */
export function leftOutWarnings(header: RemittanceHeader, counts: Counts): ReadingNotice[] {
  const { incompleteClaims, incompletePairs, misplaced, unknown } = counts;
  const place = placeIn(header, null);
  const at = ({ first }: Tally) => ({ ...place, segment: first });
  const warnings: ReadingNotice[] = [];
  if (incompleteClaims.count > 0) {
    const { count, first } = incompleteClaims;
    warnings.push(notice('incomplete_claims', at(incompleteClaims), count, first));
  }
  if (incompletePairs.count > 0) {
    const { count, first } = incompletePairs;
    warnings.push(notice('incomplete_provider_adjustments', at(incompletePairs), count, first));
  }
  if (misplaced.count > 0) {
    warnings.push(
      notice('misplaced_segments', at(misplaced), misplaced.count, misplaced.first, misplaced.id),
    );
  }
  if (unknown.count > 0) {
    warnings.push(notice('unknown_segments', at(unknown), unknown.count, unknown.first, unknown.id));
  }
  if (counts.unreadableDates > 0) warnings.push(notice('unreadable_dates', place, counts.unreadableDates));
  if (counts.unreadableQuantities > 0) {
    warnings.push(notice('unreadable_quantities', place, counts.unreadableQuantities));
  }
  return warnings;
}

export function balanceWarnings(header: RemittanceHeader, balance: Balance): ReadingNotice[] {
  const place = placeIn(header, null);
  const { paymentCents } = header;
  const { paidCents, providerAdjustmentCents, unbalancedClaims, unbalancedLines } = balance;
  const warnings: ReadingNotice[] = [];
  if (balance.imbalanceCents(paymentCents) !== 0) {
    warnings.push(notice('unbalanced_transaction', place, paidCents, providerAdjustmentCents, paymentCents));
  }
  if (unbalancedClaims > 0) {
    warnings.push(notice('unbalanced_claims', place, unbalancedClaims, balance.claimCount));
  }
  if (unbalancedLines > 0) {
    warnings.push(notice('unbalanced_lines', place, unbalancedLines, balance.lineCount));
  }
  if (balance.unequalCharges > 0) {
    warnings.push(notice('unequal_line_charges', place, balance.unequalCharges, balance.claimCount));
  }
  if (balance.unequalPatientShares > 0) {
    warnings.push(notice('unequal_patient_share', place, balance.unequalPatientShares, balance.claimCount));
  }
  return warnings;
}
