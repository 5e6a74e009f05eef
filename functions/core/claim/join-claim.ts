import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';
import { billingIdsOf, type Claim, plainNumber } from './claim.ts';

/** What two records were compared by; `points` of `of`. A part that either side does not tell is left out. */
export interface JoinPart {
  readonly part:
    | 'claim_number'
    | 'payee'
    | 'patient'
    | 'charge'
    | 'line_numbers'
    | 'dates'
    | 'payer'
    | 'payer_order'
    | 'frequency'
    | 'sequence';
  readonly points: number;
  readonly of: number;
}

export interface JoinScore {
  /** 0 to 100: points of those that could be had. */
  readonly score: number;
  readonly parts: readonly JoinPart[];
}

export type JoinedClaim<T> =
  | ({
      readonly kind: 'joined';
      readonly match: T;
      /** Another claim fits as well, or nearly: a person looks before relying on it. */
      readonly ambiguous: boolean;
      /** The others that fit, best first, with what they scored. */
      readonly others: readonly { readonly match: T; readonly score: number }[];
    } & JoinScore)
  /** `closest` was compared and does not fit well enough. */
  | { readonly kind: 'not_on_file'; readonly closest: (JoinScore & { readonly match: T }) | null };

/** Below this it is another claim under the same number. */
export const JOIN_FROM = 60;
/** So near to each other, two claims cannot be told apart by what was compared. */
export const AMBIGUOUS_WITHIN = 5;

/**
 * Which of the claims on file a claim payment answers. Only claims whose CLM01 is CLP01 are compared; the best score
 * wins, and of equals the one sent last. Pure, so that it does not matter which of the two came first.
 *
 * @param claims what is on file under the claim number, in any order
 * @example
 * joinClaim([{ claim }], claimPayment, header) // { kind: 'joined', match: { claim }, score: 100, ambiguous: false, … }
 */
export function joinClaim<T extends { readonly claim: Claim }>(
  claims: readonly T[],
  payment: ClaimPayment,
  header: RemittanceHeader,
): JoinedClaim<T> {
  const scored = claims
    .filter(({ claim }) => sameNumber(claim.claimId, payment.claimId))
    .map((match) => ({ match, ...scoreOf(match.claim, payment, header) }))
    .sort((a, b) => b.score - a.score || compare(sentOf(b.match.claim), sentOf(a.match.claim)));
  const fitting = scored.filter(({ score, parts }) => score >= JOIN_FROM && !isContradicted(parts));
  const [best, ...rest] = withoutRepeats(fitting);
  if (best === undefined) return { kind: 'not_on_file', closest: scored[0] ?? null };
  const others = rest.map(({ match, score }) => ({ match, score }));
  const ambiguous = others.some(({ score }) => best.score - score < AMBIGUOUS_WITHIN);
  return { kind: 'joined', ...best, ambiguous, others };
}

/**
 * Two of patient, charge and dates are others: another claim that was given the same number, whatever else fits.
 * One of them alone may differ: payers correct names, split claims, and restate days.
 */
function isContradicted(parts: readonly JoinPart[]): boolean {
  const differing = parts.filter(
    ({ part, points }) => points === 0 && (part === 'patient' || part === 'charge' || part === 'dates'),
  );
  return differing.length >= 2;
}

/** The same claim of the same submission in another envelope is one claim. */
function withoutRepeats<T extends { readonly match: { readonly claim: Claim } }>(scored: readonly T[]): T[] {
  const seen = new Set<string>();
  return scored.filter(({ match: { claim } }) => {
    const { reference, submittedAt } = claim.submission;
    const sent = `${reference}#${submittedAt}#${claim.raw.claim.text.replace(/\s+/g, '')}`;
    if (seen.has(sent)) return false;
    seen.add(sent);
    return true;
  });
}

/** How well a claim fits a claim payment, part by part. */
export function scoreOf(claim: Claim, payment: ClaimPayment, header: RemittanceHeader): JoinScore {
  const parts = [
    part('claim_number', 30, sameNumber(claim.claimId, payment.claimId)),
    part('payee', 15, isSamePayee(claim, header)),
    part('patient', 15, isSamePatient(claim, payment)),
    // A reversal has the charge negated (X12 RFI 1147).
    part('charge', 20, claim.chargeCents === Math.abs(payment.chargeCents)),
    part('line_numbers', 10, shareOfLines(claim, payment)),
    part('dates', 10, isWithinDates(claim, payment)),
    part('payer', 5, isSamePayer(claim, header)),
    part('payer_order', 10, isSameOrder(claim, payment)),
    part('frequency', 10, isSameFrequency(claim, payment)),
    part('sequence', 10, isSentBefore(claim, header)),
  ].filter((compared) => compared !== null);
  const points = parts.reduce((sum, { points }) => sum + points, 0);
  const of = parts.reduce((sum, { of }) => sum + of, 0);
  return { score: Math.round((100 * points) / of), parts };
}

/** @param fits true, false, a share of the points, or null where either side says nothing */
function part(name: JoinPart['part'], of: number, fits: boolean | number | null): JoinPart | null {
  return fits === null ? null : { part: name, points: Math.round(Number(fits) * of), of };
}

function sameNumber(a: string, b: string): boolean {
  return a !== '' && a.toUpperCase() === b.toUpperCase();
}

function isSamePayee(claim: Claim, { payee }: RemittanceHeader): boolean | null {
  const billing = billingIdsOf(claim);
  const npi = plainNumber(payee.npi ?? '');
  const tin = plainNumber(payee.tin ?? '');
  if (npi !== null && billing.npi !== null) return npi === billing.npi;
  return tin !== null && billing.tin !== null ? tin === billing.tin : null;
}

/** By member number, else by last name; of the subscriber or the patient, since payers name either. */
function isSamePatient(claim: Claim, payment: ClaimPayment): boolean | null {
  const sent = [claim.patient?.party, claim.coverage?.subscriber].filter((party) => party != null);
  const answered = payment.parties.filter(({ entity }) => entity === 'QC' || entity === 'IL');
  const numbers = new Set(sent.map(({ id }) => plainNumber(id)).filter((id) => id !== null));
  if (answered.some(({ id }) => numbers.has(plainNumber(id) ?? ''))) return true;
  const names = new Set(sent.map(({ lastOrOrganisationName }) => words(lastOrOrganisationName)));
  const named = answered.map(({ lastOrOrganisationName }) => words(lastOrOrganisationName));
  if (named.some((name) => name !== '' && names.has(name))) return true;
  const tells = (of: readonly { id: string; lastOrOrganisationName: string }[]) =>
    of.some((party) => party.id !== '' || party.lastOrOrganisationName !== '');
  return tells(sent) && tells(answered) ? false : null;
}

/** The share of the payment's lines whose REF*6R is a line of the claim. */
function shareOfLines(claim: Claim, payment: ClaimPayment): number | null {
  const sent = new Set(claim.lines.map(({ controlNumber }) => controlNumber).filter((n) => n !== ''));
  const answered = payment.lines.flatMap(({ references }) =>
    references.flatMap(({ qualifier, value }) => (qualifier === '6R' ? [value] : [])),
  );
  if (sent.size === 0 || answered.length === 0) return null;
  return answered.filter((number) => sent.has(number)).length / answered.length;
}

function isWithinDates(claim: Claim, payment: ClaimPayment): boolean | null {
  const days = payment.lines.flatMap(({ serviceFrom, serviceTo }) => [serviceFrom, serviceTo ?? serviceFrom]);
  const told = [...days, ...(days.some((day) => day !== null) ? [] : [payment.statementFrom])].filter(
    (day) => day !== null,
  );
  const { serviceFrom, serviceTo } = claim;
  if (serviceFrom === null || told.length === 0) return null;
  return told.every((day) => day >= serviceFrom && day <= (serviceTo ?? serviceFrom));
}

function isSamePayer(claim: Claim, { payer }: RemittanceHeader): boolean | null {
  const sentTo = claim.coverage?.payer ?? null;
  if (sentTo === null) return null;
  if (sentTo.id !== '' && sentTo.id === payer.id) return true;
  if (words(sentTo.lastOrOrganisationName) === words(payer.name)) return true;
  // Clearinghouses have payer numbers and names of their own: a difference says nothing.
  return null;
}

/** CLP02 1 and 19: primary; 2 and 20: secondary; 3 and 21: tertiary. */
function isSameOrder(claim: Claim, { status }: ClaimPayment): boolean | null {
  const order = { '1': 'P', '19': 'P', '2': 'S', '20': 'S', '3': 'T', '21': 'T' }[status];
  const sequence = claim.coverage?.sequence ?? '';
  return order === undefined || sequence === '' ? null : order === sequence;
}

function isSameFrequency(claim: Claim, { frequency }: ClaimPayment): boolean | null {
  return frequency === '' || claim.frequency === '' ? null : frequency === claim.frequency;
}

/** A claim that was sent after the payment was made is not the one it answers. */
function isSentBefore(claim: Claim, { paidOn, producedOn }: RemittanceHeader): boolean | null {
  const answeredOn = producedOn ?? paidOn;
  const { submittedOn } = claim.submission;
  return answeredOn === null || submittedOn === null ? null : submittedOn <= answeredOn;
}

/** A name without marks, in upper case. */
function words(name: string): string {
  return name
    .toUpperCase()
    .replace(/[^0-9A-Z]+/g, ' ')
    .trim();
}

function sentOf({ submission, ordinal }: Claim): string {
  return `${submission.submittedAt ?? submission.submittedOn ?? ''}#${String(ordinal).padStart(9, '0')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
