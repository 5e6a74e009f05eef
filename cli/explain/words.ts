import type { Mechanism, PreventedBy, Route } from '../../functions/core/denial/decision.ts';
import type { PayerProfile } from '../../functions/core/payer/profile.ts';

/** The first words of what to do. */
export const ROUTE_AS_ADVICE: { readonly [route in Route]: string } = {
  correct_resubmit: 'Correct the claim and send it again.',
  documentation: 'Send the documents.',
  appeal: 'Appeal.',
  bill_other_payer: 'Bill the other payer.',
  patient_responsibility: 'Check the protections, then bill the patient.',
  write_off: 'Propose a write-off; a person confirms it.',
  review: 'A person decides: no rule may.',
  not_a_denial: 'Wait: nothing is denied.',
};

export const ROUTE_AS_NOUN: { readonly [route in Route]: string } = {
  correct_resubmit: 'a correction',
  documentation: 'documents',
  appeal: 'an appeal',
  bill_other_payer: 'a bill to another payer',
  patient_responsibility: 'a bill to the patient',
  write_off: 'a write-off',
  review: 'a review',
  not_a_denial: 'nothing to do',
};

export const MECHANISM_IN_WORDS: { readonly [mechanism in Mechanism]: string } = {
  new_claim: 'new claim',
  replacement: 'replacement',
  void_and_new: 'void, then a new claim',
  reopening: 'reopening',
  adjustment: 'adjustment',
  none: 'no claim',
};

export const TEAM_IN_WORDS: { readonly [team in PreventedBy]: string } = {
  registration: 'registration',
  eligibility: 'the eligibility check',
  authorization: 'the authorization desk',
  coding: 'coding',
  charge_capture: 'charge capture',
  documentation: 'those who write the record',
  billing: 'billing',
  credentialing: 'credentialing',
  contracting: 'contracting',
  payer: 'the payer',
};

const PAYER_TYPE: { readonly [type in PayerProfile['payerType']]: string } = {
  commercial: 'a commercial payer',
  capitated_commercial: 'a capitated payer',
  exchange: 'an exchange plan',
  exchange_shop: 'a SHOP plan',
  medicare_ffs: 'Original Medicare Part B',
  medicare_part_a: 'Original Medicare Part A',
  medicare_dme: 'Original Medicare DME',
  medicare_advantage: 'a Medicare Advantage plan',
  medicaid: 'Medicaid',
  medicaid_mco: 'a Medicaid managed care plan',
  tricare: 'TRICARE',
  fehb: 'a federal employees plan (FEHB)',
  va: 'VA community care',
  workers_comp: 'workers’ compensation',
  auto: 'an auto insurer',
  unknown: 'a payer whose kind is not known',
};

/** @example payerInWords(profile) // 'a commercial payer, in network' */
export function payerInWords({ payerType, capitated, network }: PayerProfile): string {
  const parts = [PAYER_TYPE[payerType]];
  if (capitated) parts.push('under capitation');
  if (network !== null) parts.push(network === 'in' ? 'in network' : 'out of network');
  return parts.join(', ');
}
