import { CLOCK_IN_WORDS } from '../ui/words.ts';
import type { RegistryPayer } from './queries.ts';

type Window = RegistryPayer['windows'][number];

const KINDS = [
  'claim_filing',
  'corrected_claim',
  'reopening',
  'records',
  'dispute',
  'appeal',
  'external_review',
  'stop_recoupment',
  'peer_to_peer',
] as const satisfies readonly Window['kind'][];

export const WINDOW_KIND_IN_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  KINDS.map((kind) => [kind, CLOCK_IN_WORDS[kind]]),
);

export const UNIT_IN_WORDS: { readonly [unit in Window['unit']]: string } = {
  calendar_days: 'calendar days',
  business_days: 'workdays',
  months: 'months',
  years: 'years',
};

export const COUNTED_FROM_IN_WORDS: { readonly [start in Window['countedFrom']]: string } = {
  service_date: 'date of service',
  service_from: 'first date of service',
  service_through: 'last date of service',
  remittance_date: 'date of the remittance',
  records_request_letter: 'letter that asks for records',
  filing_exception_notice: 'notice of a filing exception',
  demand_letter: 'demand letter',
  previous_decision: 'previous decision',
  final_internal_denial: 'last internal denial',
  negotiation_start: 'start of the negotiation',
  third_party_decision: 'decision of another payer',
  emergency_care_ended: 'end of emergency care',
};
