import type { Decision } from '../denial/decision.ts';
import { type DenialId, denialIdOf, type RemittanceId } from '../ids.ts';
import type { ClaimPayment, RemittanceHeader } from '../remittance/remittance.ts';

/** One ClaimPayment with whose it is and when. Every stored claim payment is one. */
export interface Adjudication {
  readonly remittanceId: RemittanceId;
  readonly header: RemittanceHeader;
  readonly claim: ClaimPayment;
  readonly decision: Decision | null;
}

/** The id of an adjudication; of a denied one it is the id of its denial. */
export function adjudicationIdOf({ remittanceId, claim }: Adjudication): DenialId {
  return denialIdOf(remittanceId, claim.ordinal);
}

/** The day of the payer's decision, yyyy-mm-dd: the earlier of DTM*405 and BPR16; null where neither is sent. */
export function decidedOn({ header: { producedOn, paidOn } }: Pick<Adjudication, 'header'>): string | null {
  if (producedOn === null || paidOn === null) return producedOn ?? paidOn;
  return producedOn < paidOn ? producedOn : paidOn;
}

/** The order in which a family is read: by day, then by remittance and place in it. Never by arrival. */
export function byDay(a: Adjudication, b: Adjudication): number {
  const [first, second] = [a, b].map(
    (each) =>
      `${decidedOn(each) ?? '0000-00-00'}#${each.remittanceId}#${String(each.claim.ordinal).padStart(9, '0')}`,
  ) as [string, string];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** CLP02 22; in 4010 also a CR group with everything negated. */
export function isReversal({ claim }: Adjudication): boolean {
  return (
    claim.status === '22' || (claim.chargeCents < 0 && claim.adjustments.some(({ group }) => group === 'CR'))
  );
}

/** CLP02 25 is a predetermination and 23 another payer's claim: neither decides anything here. */
export function decidesNothing({ claim }: Adjudication): boolean {
  return claim.status === '25' || claim.status === '23';
}

/** The payer's place in the order of payers: 1, 2, 3 (19, 20, 21); null where CLP02 does not say. */
export function payerOrderOf({ claim }: Adjudication): number | null {
  const order = { '1': 1, '19': 1, '2': 2, '20': 2, '3': 3, '21': 3 }[claim.status];
  return order ?? null;
}

/** REF*F8: the payer's numbers of earlier adjudications that this one names. */
export function namedNumbersOf({ claim }: Pick<Adjudication, 'claim'>): readonly string[] {
  return claim.references.flatMap(({ qualifier, value }) =>
    qualifier === 'F8' && value !== '' ? [plain(value)] : [],
  );
}

/** CLP07, null when not sent. */
export function ownNumberOf({ claim }: Pick<Adjudication, 'claim'>): string | null {
  return plain(claim.payerClaimControlNumber) || null;
}

/** Every CARC with money, or with none: payers repeat a code with 0. */
export function carcsOf({ claim }: Pick<Adjudication, 'claim'>): ReadonlySet<string> {
  const adjustments = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)];
  return new Set(adjustments.map(({ carc }) => carc));
}

/** Every RARC, of the claim and of its lines. */
export function remarksOf({ claim }: Pick<Adjudication, 'claim'>): ReadonlySet<string> {
  return new Set([...claim.remarks, ...claim.lines.flatMap((line) => line.remarks)]);
}

/** Cents that the adjudication denies; 0 where it denies nothing. */
export function deniedCentsOf({ decision }: Pick<Adjudication, 'decision'>): number {
  return decision?.class === 'denial' ? decision.amountCents : 0;
}

/** First and last day of service; null where none is told. */
export function serviceDaysOf({ claim }: Pick<Adjudication, 'claim'>): { from: string; to: string } | null {
  const ofLines = claim.lines.flatMap(({ serviceFrom, serviceTo }) => [serviceFrom, serviceTo]);
  const ofClaim = [claim.statementFrom, claim.statementTo];
  const days = (ofLines.some((day) => day !== null) ? ofLines : ofClaim).filter((day) => day !== null).sort();
  const [from] = days;
  const to = days.at(-1);
  return from === undefined || to === undefined ? null : { from, to };
}

function plain(number: string): string {
  return number.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}
