import type { Denial } from '../denial/denial.ts';
import type { OriginalStanding } from '../family/original-standing.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';
import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import type { FilingProof } from './filing-proof.ts';

export type AppealGate =
  | { readonly open: true }
  | { readonly open: false; readonly code: string; readonly sentence: string };

/** What the gate looks at beside the denial and its remittance. */
export interface GateCircumstances {
  /** yyyy-mm-dd. */
  readonly today: string;
  /** What on file proves that the claim was filed; null where the denial is not for late filing. */
  readonly proof: FilingProof | null;
  /** What became of the claim that a duplicate repeats; null where none is on file. */
  readonly original: OriginalStanding | null;
}

const NO_DETERMINATION = ['MA130', 'MA113', 'N142', 'N517'];
const NO_APPEAL_RIGHT = ['N211', 'MA44', 'N83', 'N704'];
const NOT_FINAL_CARCS = ['133', '257', '277'];
const NOT_FINAL_REMARKS = ['N938', 'N618'];
const DOCUMENTS_REQUESTED = ['N886', 'N888'];
/** Who attached what the system made by itself. */
export const BY_SYSTEM = 'system';
const DUPLICATE = ['18', 'B13'];
const OTHER_PAYER_FIRST = ['22', '109', '24', '19', '20', '21'];
const LEVEL_DECIDED_CARCS = ['193'];
const LEVEL_DECIDED_REMARKS = ['MA91', 'MA46', 'N539'];
const ORIGINAL_MEDICARE = ['medicare_ffs', 'medicare_part_a', 'medicare_dme'];

/** So near to the end of the time to appeal, a correction no longer keeps the appeal from being filed beside it. */
export const PROTECTIVE_DAYS = 14;

/**
 * Whether there is anything to appeal, before a letter is written. What cannot be appealed gets no letter and says
 * why. A passed deadline closes no gate: the letter then asks for good cause, and is not approved without it.
 */
export function appealGate(denial: Denial, claim: ClaimPayment, at: GateCircumstances): AppealGate {
  const reasons = denial.decision.reasons;
  const remarks = new Set([...reasons.flatMap((r) => r.remarks), ...claim.remarks]);
  const carcs = new Set(reasons.map((r) => r.carc));
  const leading = reasons[0]?.carc ?? '';
  const originalMedicare = ORIGINAL_MEDICARE.includes(denial.payerType);

  // MCPM 100-04 ch. 1 s. 80.3.2: returned as unprocessable, so no initial determination (42 CFR 405.926).
  const unprocessed = NO_DETERMINATION.find((code) => remarks.has(code));
  if (unprocessed !== undefined) {
    return closed(
      'no_determination',
      `The payer asks for a new claim (${unprocessed}): nothing was decided that could be appealed. Correct it and send a new claim.`,
    );
  }
  if (NO_APPEAL_RIGHT.some((code) => remarks.has(code))) {
    return closed('no_appeal_right', 'The payer states that this decision cannot be appealed.');
  }
  // 42 CFR 405.926(n): a refusal for late filing is no initial determination.
  if (originalMedicare && carcs.has('29')) {
    return closed(
      'late_filing_not_appealable',
      'Medicare does not take appeals of late filing: ask for an exception under 42 CFR 424.44(b) by the notice that is written for it, or write it off.',
    );
  }
  if (
    claim.status === '22' ||
    NOT_FINAL_CARCS.some((code) => carcs.has(code)) ||
    NOT_FINAL_REMARKS.some((code) => remarks.has(code))
  ) {
    return closed('not_final', 'This is not yet the payer’s final decision: wait for it.');
  }
  if (DOCUMENTS_REQUESTED.some((code) => remarks.has(code))) {
    return closed('documents_requested', 'The payer asks for documents: send those first.');
  }
  const curable = curedByCorrection(denial, originalMedicare, at.today);
  if (curable !== null) return curable;
  if (DUPLICATE.includes(leading) && at.original !== null) return closedForOriginal(at.original);
  if (OTHER_PAYER_FIRST.includes(leading) && denial.documents.length === 0) {
    return closed(
      'other_payer_first',
      'The payer says that another payer comes first: bill that payer. If it is wrong, attach first what shows it: the member’s statement on other coverage, or the other payer’s termination letter or denial.',
    );
  }
  const unproven = closedForFiling(denial, leading, at.proof);
  if (unproven !== null) return unproven;
  if (leading === 'B11') {
    return closed(
      'redirected_by_payer',
      'The payer has passed this claim on to the right payer: wait for its answer.',
    );
  }
  if (
    denial.level === 1 &&
    (LEVEL_DECIDED_CARCS.some((code) => carcs.has(code)) ||
      LEVEL_DECIDED_REMARKS.some((code) => remarks.has(code)))
  ) {
    return closed(
      'level_already_decided',
      'The payer has already decided an appeal at this level: only the next level is open.',
    );
  }
  return { open: true };
}

/** Whether the gate needs to know what became of the claim that this one repeats. */
export function asksForOriginal({ decision }: Pick<Denial, 'decision'>): boolean {
  return DUPLICATE.includes(decision.reasons[0]?.carc ?? '');
}

/**
 * Data that a correction puts right. Asking for it does not extend the time to appeal: when that is nearly over, an
 * appeal may be filed beside it, except in Original Medicare, which does not correct errors by appeal.
 */
function curedByCorrection(denial: Denial, originalMedicare: boolean, today: string): AppealGate | null {
  const { route, mechanism, appealable } = denial.decision;
  if (appealable !== 'no') return null;
  // 42 CFR 405.980(a)(3): minor errors and omissions are reopenings, not appeals.
  if (originalMedicare && mechanism === 'reopening') {
    return closed(
      'clerical_error',
      'Medicare corrects clerical errors by reopening, not by appeal (42 CFR 405.980(a)(3)).',
    );
  }
  if (route !== 'correct_resubmit' || isAppealTimeNearlyOver(denial, today)) return null;
  return closed(
    'data_error',
    `The claim lacks something that a correction supplies: correct it. In the last ${PROTECTIVE_DAYS} days of the time to appeal, an appeal can be filed beside the correction.`,
  );
}

function isAppealTimeNearlyOver({ deadlines, level }: Denial, today: string): boolean {
  return deadlines.some(
    ({ kind, level: of, lastDay }) =>
      (kind === 'appeal' || kind === 'dispute') &&
      (of === null || of === level) &&
      lastDay !== null &&
      lastDay >= today &&
      lastDay <= addDays(today as CalendarDate, PROTECTIVE_DAYS),
  );
}

/**
 * Late filing is answered by proof, and by nothing else: what a person attached may be some, what the system made of the
 * acknowledgements is counted before.
 */
function closedForFiling(denial: Denial, leading: string, proof: FilingProof | null): AppealGate | null {
  if (denial.documents.some(({ attachedBy }) => attachedBy !== BY_SYSTEM)) return null;
  if (leading === '164') {
    return closed(
      'attachment_late',
      'The payer had the attachment too late: send it again. Appeal only with proof that it was sent in time: attach that first (the confirmation of the fax, portal or 275).',
    );
  }
  if (leading === '166') {
    return closed(
      'successor_payer',
      'The payer’s time to pay old claims has ended: bill the payer or administrator that came after it. If the claim was filed before, attach first what proves it.',
    );
  }
  if (proof === null || proof.kind === 'proven') return null;
  return closed('no_proof_of_filing', proof.sentence);
}

function closedForOriginal(original: OriginalStanding): AppealGate {
  switch (original) {
    case 'paid':
      return closed('original_paid', 'The claim that this one repeats was paid: nothing is left to appeal.');
    case 'denied':
      return closed(
        'original_denied',
        'The claim that this one repeats was denied: work that denial, not this one.',
      );
    case 'pending':
      return closed('original_pending', 'The claim that this one repeats is pending: wait for its decision.');
    case 'settled_otherwise':
      return { open: true };
  }
}

function closed(code: string, sentence: string): AppealGate {
  return { open: false, code, sentence };
}
