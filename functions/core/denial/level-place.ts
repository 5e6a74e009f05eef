import type { Place } from '../memory/place.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { AdjustmentFacts, ClaimFacts, LineFacts } from './claim-facts.ts';
import type { ClaimCircumstances } from './findings.ts';

/** T, as long as these are all its fields: a fact that is added must lead to a place of its own, or be named below. */
type Exactly<T, Fields extends keyof T> = Exclude<keyof T, Fields> extends never ? T : never;

type Shared = 'status' | 'adjustments' | 'remarks' | 'lines';
/** Told by the circumstances. */
type Told = 'parties';
/** Asked about for zero allowed alone, which is not remembered. */
type Unasked = 'chargeCents' | 'paidCents';
type KnownClaim = Exactly<ClaimFacts, Shared | Told | Unasked>;

type OfPayer = 'payerTypes' | 'payerKeys' | 'capitated' | 'network' | 'frequency7';
type KnownAbout = Exactly<ClaimCircumstances, OfPayer | 'forwarded' | 'otherCoverage' | 'facts'>;

type OfLine = 'procedure' | 'adjustments' | 'remarks' | 'rejectCodes';
type KnownLine = Exactly<LineFacts, OfLine | 'ordinal' | 'revenueCode' | Unasked>;

/** What is the same on all levels of a claim. Each list stands behind its length, so that ways cannot be confused. */
export function startOfClaim<T>(memory: Place<T>, claim: KnownClaim, about: KnownAbout): Place<T> {
  const { capitated, network, frequency7, forwarded, otherCoverage } = about;
  let place = along(memory, about.payerTypes)
    .next(network)
    .next(frequency7)
    .next((capitated ? 1 : 0) + (forwarded ? 2 : 0) + (otherCoverage ? 4 : 0));
  place = along(place, about.payerKeys);
  const facts = Object.entries(about.facts);
  place = place.next(facts.length);
  for (const [name, value] of facts) place = place.next(name).next(value);
  place = along(place.next(claim.status), claim.remarks).next(claim.adjustments.length);
  for (const { carc } of claim.adjustments) place = place.next(carc);
  return place;
}

/**
 * Where the reasons of a level are kept: all that they are classed and routed by leads there, amounts aside.
 * Null where an amount is negative: the sum of a code may come to nothing, and then it is no reason.
 *
 * @param line null = the claim itself
 */
export function placeOfLevel<T>(
  start: Place<T>,
  adjustments: readonly AdjustmentFacts[],
  line: KnownLine | null,
  { modifiersAsked }: Pick<CompiledRulebook, 'modifiersAsked'>,
): Place<T> | null {
  let place = start;
  if (line !== null) {
    place = along(place.next(line.rejectCodes.length > 0), line.remarks);
    for (const modifier of line.procedure?.modifiers ?? [])
      if (modifiersAsked.has(modifier)) place = place.next(modifier);
  }
  place = place.next(adjustments.length);
  for (const { group, carc, amountCents } of adjustments) {
    if (amountCents < 0) return null;
    place = place
      .next(group)
      .next(amountCents === 0 ? 0 : 1)
      .next(carc);
  }
  return place;
}

function along<T>(start: Place<T>, steps: readonly string[]): Place<T> {
  let place = start.next(steps.length);
  for (const step of steps) place = place.next(step);
  return place;
}
