import type { Denial } from '../denial/denial.ts';
import type { ClaimPayment } from '../remittance/remittance.ts';

export type AppealGate =
  | { readonly open: true }
  | { readonly open: false; readonly code: string; readonly sentence: string };

const NO_APPEAL_RIGHT = ['N211', 'MA44', 'N83'];
const NOT_FINAL_CARCS = ['133', '257', '277'];
const NOT_FINAL_REMARKS = ['N938', 'N618'];
const DOCUMENTS_REQUESTED = ['N886', 'N888'];
const OTHER_PAYER_FIRST = ['22', '109', '24', '19', '20', '21'];
const LEVEL_DECIDED_CARCS = ['193'];
const LEVEL_DECIDED_REMARKS = ['MA91', 'MA46'];
const ORIGINAL_MEDICARE = ['medicare_ffs', 'medicare_part_a', 'medicare_dme'];

/**
 * Whether there is anything to appeal, before a letter is written. What cannot be appealed gets no letter and says
 * why. A passed deadline closes no gate: the letter then has to give good cause.
 */
export function appealGate(denial: Denial, claim: ClaimPayment): AppealGate {
  const reasons = denial.decision.reasons;
  const remarks = new Set([...reasons.flatMap((r) => r.remarks), ...claim.remarks]);
  const carcs = new Set(reasons.map((r) => r.carc));
  const leading = reasons[0]?.carc ?? '';
  const originalMedicare = ORIGINAL_MEDICARE.includes(denial.payerType);

  // MCPM 100-04 ch. 1 s. 80.3.2: returned as unprocessable, so no initial determination (42 CFR 405.926).
  if (remarks.has('MA130')) {
    return closed(
      'no_determination',
      'The payer returned this claim unprocessed (MA130): nothing was decided that could be appealed. Correct it and send a new claim.',
    );
  }
  if (NO_APPEAL_RIGHT.some((code) => remarks.has(code))) {
    return closed('no_appeal_right', 'The payer states that this decision cannot be appealed.');
  }
  // 42 CFR 405.926(n): a refusal for late filing is no initial determination.
  if (originalMedicare && carcs.has('29')) {
    return closed(
      'late_filing_not_appealable',
      'Medicare does not take appeals of late filing: ask for an exception under 42 CFR 424.44(b), or write it off.',
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
  // 42 CFR 405.980(a)(3): minor errors and omissions are reopenings, not appeals.
  if (originalMedicare && denial.decision.mechanism === 'reopening' && denial.decision.appealable === 'no') {
    return closed(
      'clerical_error',
      'Medicare corrects clerical errors by reopening, not by appeal (42 CFR 405.980(a)(3)).',
    );
  }
  if (OTHER_PAYER_FIRST.includes(leading)) {
    return closed('other_payer_first', 'The payer says that another payer comes first: bill that payer.');
  }
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

function closed(code: string, sentence: string): AppealGate {
  return { open: false, code, sentence };
}
