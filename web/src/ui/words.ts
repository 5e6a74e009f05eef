import type { components } from '../../../client/schema.d.ts';
import type { Band, Bucket } from '../../../functions/core/views/facets.ts';

type Row = components['schemas']['QueueRow'];
type Denial = components['schemas']['Denial'];
type Channel = NonNullable<components['schemas']['Candidate']['channel']>;

export const STATE_IN_WORDS: { readonly [state in Denial['state']]: string } = {
  needs_review: 'Needs review',
  correcting: 'Correcting',
  collecting_documents: 'Waiting for documents',
  drafting: 'Drafting',
  ready_to_approve: 'Letter ready',
  held: 'Held',
  awaiting_second_person: 'Awaiting second person',
  sent: 'Sent',
  awaiting_payer: 'Waiting for payer',
  closed: 'Closed',
};

export const CLOSED_AS_IN_WORDS: { readonly [end in NonNullable<Denial['closedAs']>]: string } = {
  overturned: 'Overturned',
  partly_overturned: 'Partly overturned',
  upheld: 'Upheld',
  dismissed: 'Dismissed',
  written_off: 'Written off',
  billed_other_payer: 'Billed to other payer',
  billed_patient: 'Billed to patient',
  superseded: 'Superseded',
  expired: 'Expired',
  followed_up: 'Followed up',
  left_as_history: 'Left as history',
};

export const ROUTE_IN_WORDS: { readonly [route in Denial['route']]: string } = {
  correct_resubmit: 'Correct and resubmit',
  documentation: 'Send documents',
  appeal: 'Appeal',
  bill_other_payer: 'Bill the other payer',
  patient_responsibility: 'Bill the patient',
  write_off: 'Write off',
  review: 'Review',
  not_a_denial: 'Nothing to do',
};

export const CLOCK_IN_WORDS: { readonly [kind in NonNullable<Row['clockKind']>]: string } = {
  claim_filing: 'Claim filing',
  corrected_claim: 'Corrected claim',
  reopening: 'Reopening',
  records: 'Records',
  dispute: 'Dispute',
  appeal: 'Appeal',
  external_review: 'External review',
  follow_up: 'Follow-up',
  stop_recoupment: 'Stop recoupment',
  peer_to_peer: 'Peer-to-peer',
  open_negotiation: 'Open negotiation',
  dispute_resolution: 'Dispute resolution',
};

export const BASIS_IN_WORDS: { readonly [basis in NonNullable<Row['clockBasis']>]: string } = {
  contract: 'contract',
  statute: 'statute',
  payer_default: 'payer’s usual time',
  not_configured: 'Not configured',
};

export const CATEGORY_IN_WORDS: { readonly [category in Row['category']]: string } = {
  benefit_limit: 'Benefit limit reached',
  billing_error: 'Billing error',
  bundling: 'Bundled with another service',
  coding: 'Coding',
  contractual: 'Contractual reduction',
  coordination_of_benefits: 'Other coverage',
  credentialing: 'Provider not credentialed',
  documentation: 'Documents asked for',
  duplicate: 'Duplicate',
  eligibility: 'Not eligible',
  medical_necessity: 'Not medically necessary',
  non_covered: 'Not covered',
  other: 'Other',
  patient_responsibility: 'Patient share',
  payment_info: 'Payment information',
  prior_authorization: 'Authorization missing',
  referral: 'Referral missing',
  timely_filing: 'Filed too late',
};

export const PAYER_TYPE_IN_WORDS: { readonly [type in Row['payerType']]: string } = {
  commercial: 'Commercial',
  capitated_commercial: 'Commercial, capitated',
  exchange: 'Exchange plan',
  exchange_shop: 'SHOP plan',
  medicare_ffs: 'Original Medicare',
  medicare_part_a: 'Original Medicare, Part A',
  medicare_dme: 'Original Medicare, DME',
  medicare_advantage: 'Medicare Advantage',
  medicaid: 'Medicaid',
  medicaid_mco: 'Medicaid managed care',
  tricare: 'TRICARE',
  fehb: 'Federal employees',
  va: 'VA',
  workers_comp: 'Workers’ compensation',
  auto: 'Auto',
  unknown: 'Type not configured',
};

export const WRITE_OFF_REASON_IN_WORDS: {
  readonly [reason in NonNullable<NonNullable<Denial['writeOff']>['reasonCode']>]: string;
} = {
  timely_filing_missed: 'Filed too late',
  appeal_window_missed: 'Appeal window missed',
  appeals_exhausted: 'Decided at the last level',
  authorization_missing: 'No authorization or referral',
  not_medically_necessary: 'Necessity not shown',
  documentation_missing: 'Record cannot be produced',
  coding_not_supported: 'Code not supported',
  bundled_by_edit: 'Never paid separately',
  not_covered: 'Not a benefit',
  not_credentialed: 'Provider not enrolled',
  not_eligible: 'Coverage not found',
  duplicate_charge: 'Charged twice',
  payer_penalty: 'Penalty of the payer',
  small_balance: 'Costs more than it brings',
  other: 'Another reason',
};

export const FOLLOW_UP_IN_WORDS: { readonly [type in NonNullable<Row['followUp']>]: string } = {
  hold: 'Hold',
  recoupment: 'Recoupment',
  zero_allowed: 'Zero allowed',
  payment_question: 'Payment question',
  secondary_billing: 'Secondary billing',
};

export const BUCKET_IN_WORDS: { readonly [bucket in Bucket]: string } = {
  overdue: 'Overdue',
  due_in_7_days: 'Within 7 days',
  due_in_30_days: 'Within 30 days',
  later: 'Later',
  no_date: 'Not configured',
  no_clock: 'No clock runs',
  with_payer: 'Payer’s move',
};

export const BAND_IN_WORDS: { readonly [band in Band]: string } = {
  under_100: 'Under $100',
  '100_to_500': '$100 to $500',
  '500_to_1000': '$500 to $1,000',
  '1000_to_5000': '$1,000 to $5,000',
  from_5000: 'From $5,000',
};

export const CHANNEL_IN_WORDS: { readonly [channel in Channel]: string } = {
  file_drop: 'Leaves through the handover folder',
  print_and_mail: 'Leaves by the print room',
  portal: 'A person puts it into the payer’s portal',
  sftp: 'Leaves to the payer’s server',
};
