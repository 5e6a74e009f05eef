import type { Mechanism, Route } from './decision.ts';

/** What a new denial says until the workflow has routed it. */
export const BEING_ROUTED = 'The system is routing this denial.';

const BY_MECHANISM: { readonly [mechanism in Mechanism]: string } = {
  new_claim: 'Correct the claim, send it as a new claim and record its reference.',
  replacement: 'Correct the claim, send it as a replacement (frequency code 7) and record its reference.',
  void_and_new:
    'Void the claim (frequency code 8), send the corrected one as a new claim and record its reference.',
  reopening: 'Ask the payer to reopen the claim with the corrected data and record the reference.',
  adjustment: 'Correct the claim, send it as an adjustment (frequency code 7) and record its reference.',
  none: 'Correct what the payer named, send it and record its reference.',
};

/**
 * What happens next when a denial takes a route: one sentence, to a person or about the system.
 *
 * @example
 * nextActionOf('review', 'none') // 'Read the payer’s reasons and choose a route.'
 */
export function nextActionOf(route: Route, mechanism: Mechanism): string {
  switch (route) {
    case 'correct_resubmit':
      return BY_MECHANISM[mechanism];
    case 'documentation':
      return 'Collect the documents that the payer asks for, send them and record how they went.';
    case 'appeal':
      return 'The system is drafting the appeal.';
    case 'bill_other_payer':
      return 'Bill the payer that is responsible and record it, or choose another route.';
    case 'patient_responsibility':
      return 'Check that the patient may be billed, and record it, or choose another route.';
    case 'write_off':
      return 'Confirm the proposed write-off, or choose another route.';
    case 'review':
      return 'Read the payer’s reasons and choose a route.';
    case 'not_a_denial':
      return 'Check that nothing is owed here, or choose a route.';
  }
}
