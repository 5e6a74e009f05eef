import {
  type Adjudication,
  byDay,
  carcsOf,
  decidedOn,
  isReversal,
  namedNumbersOf,
  ownNumberOf,
} from './adjudication.ts';
import { isLinked, isSameClaim, namesOther } from './same-claim.ts';

/** A reversal with what it takes back and what came instead; null = not on file, or not yet. */
export interface ReversalOf {
  readonly reversal: Adjudication;
  readonly reversed: Adjudication | null;
  readonly correction: Adjudication | null;
}

/**
 * Ties each reversal of one episode to the adjudication it takes back and to its correction (X12 RFI 1147, 227): the
 * two need not come in one file, nor in this order.
 *
 * @param episode by day
 */
export function tieReversals(episode: readonly Adjudication[]): readonly ReversalOf[] {
  const reversals = episode.filter(isReversal);
  const others = episode.filter((each) => !isReversal(each));
  const taken = new Map<Adjudication, Adjudication>();
  for (const reversal of reversals) {
    const reversed = best(others, (each) =>
      taken.has(each) || !mayBeTakenBack(each, reversal, others) ? null : mirrorScore(reversal, each),
    );
    if (reversed !== null) taken.set(reversed, reversal);
  }
  const reversedBy = new Map([...taken].map(([reversed, reversal]) => [reversal, reversed]));

  const used = new Set<Adjudication>();
  const takenBack = new Set<Adjudication>();
  return reversals.map((reversal) => {
    const reversed = reversedBy.get(reversal) ?? null;
    if (reversed !== null) takenBack.add(reversed);
    const correction = best(others, (each) => {
      if (used.has(each) || takenBack.has(each) || isDuplicateDenial(each)) return null;
      if (!isSameClaim(each, reversal) && (reversed === null || !isSameClaim(each, reversed))) return null;
      return isAfter(reversed ?? reversal, each) ? null : nearness(reversal, reversed, each);
    });
    if (correction !== null) used.add(correction);
    return { reversal, reversed, correction };
  });
}

/** CARC 18 or B13 says that another claim was decided: it is no decision of its own about the service. */
export function isDuplicateDenial(adjudication: Adjudication): boolean {
  if (adjudication.decision?.class !== 'denial') return false;
  const carcs = carcsOf(adjudication);
  return carcs.has('18') || carcs.has('B13');
}

/**
 * Whether a reversal may be of this adjudication: of the same charge and payment, not decided later, and not the
 * correction itself. A remittance takes back what it holds itself only where it also corrects it below.
 */
function mayBeTakenBack(
  each: Adjudication,
  reversal: Adjudication,
  others: readonly Adjudication[],
): boolean {
  const { chargeCents, paidCents } = reversal.claim;
  if (Math.abs(chargeCents) !== Math.abs(each.claim.chargeCents)) return false;
  if (Math.abs(paidCents) !== Math.abs(each.claim.paidCents)) return false;
  if (isAfter(each, reversal) || namesOther(each, reversal) || !isSameClaim(reversal, each)) return false;
  if (each.remittanceId !== reversal.remittanceId) return true;
  const isBelow = (other: Adjudication) =>
    other.remittanceId === reversal.remittanceId && other.claim.ordinal > reversal.claim.ordinal;
  return !isBelow(each) && others.some(isBelow);
}

/** How well a reversal negates an adjudication. Real ones may leave the CAS at 0, so codes count least. */
function mirrorScore(reversal: Adjudication, other: Adjudication): number {
  const own = ownNumberOf(reversal);
  const isNamed = own !== null && own === ownNumberOf(other);
  const pointsBack = namedNumbersOf(reversal).includes(ownNumberOf(other) ?? '-');
  return 4 * Number(isNamed) + 4 * Number(pointsBack) + 2 * sameCodes(reversal, other);
}

/** The share of codes that both have. */
function sameCodes(a: Adjudication, b: Adjudication): number {
  const [first, second] = [carcsOf(a), carcsOf(b)];
  const all = new Set([...first, ...second]);
  return all.size === 0
    ? 1
    : [...all].filter((code) => first.has(code) && second.has(code)).length / all.size;
}

const FAR = 1_000_000;

/** The correction stands beside its reversal, names the same number, or comes soon after. */
function nearness(reversal: Adjudication, reversed: Adjudication | null, other: Adjudication): number {
  const isBeside = other.remittanceId === reversal.remittanceId;
  const isNamed = isLinked(other, reversed ?? reversal);
  return (isBeside ? 4 * FAR : 0) + (isNamed ? 2 * FAR : 0) - daysBetween(reversal, other);
}

function daysBetween(a: Adjudication, b: Adjudication): number {
  const [first, second] = [decidedOn(a), decidedOn(b)];
  if (first === null || second === null) return FAR - 1;
  return Math.min(FAR - 1, Math.abs(Date.parse(first) - Date.parse(second)) / 86_400_000);
}

/** Whether the one was decided on a later day than the other; of one day either may be the first. */
function isAfter(one: Adjudication, other: Adjudication): boolean {
  const [first, second] = [decidedOn(one), decidedOn(other)];
  return first !== null && second !== null && first > second;
}

/** The highest score; of equals the first by day. */
function best(
  adjudications: readonly Adjudication[],
  scoreOf: (adjudication: Adjudication) => number | null,
): Adjudication | null {
  const scored = adjudications.flatMap((each) => {
    const score = scoreOf(each);
    return score === null ? [] : [{ each, score }];
  });
  const [first] = scored.sort((a, b) => b.score - a.score || byDay(a.each, b.each));
  return first?.each ?? null;
}
