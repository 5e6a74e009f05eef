import type { Deadline } from '../../functions/core/deadline/deadline.ts';
import type { Route } from '../../functions/core/denial/decision.ts';

/** What a biller does on each route, in three words or so. */
export const ROUTE_IN_WORDS: { readonly [route in Route]: string } = {
  correct_resubmit: 'Correct and resubmit',
  documentation: 'Send documents',
  appeal: 'Appeal',
  bill_other_payer: 'Bill the other payer',
  patient_responsibility: 'Patient owes',
  write_off: 'Propose write-off',
  review: 'Review',
  not_a_denial: 'Nothing to do',
};

/** Why a clock has no date: nobody set the window, or the day it is counted from is not in the remittance. */
export function whyNoDate({ kind, basis }: Pick<Deadline, 'kind' | 'basis'>): string {
  return `${kind.replaceAll('_', ' ')}: ${whatIsMissing(basis)}`;
}

/** Of a clock without a date: the window, or the day it is counted from. */
export function whatIsMissing(basis: Deadline['basis']): string {
  return basis === 'not_configured' ? 'not configured' : 'start date needed';
}
