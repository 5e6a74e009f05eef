import type { DecisionFact } from '../../functions/core/rulebook/simulate/decision-fact.ts';

/** From the first ordinal to the last, both included. */
interface Range {
  first: number;
  last: number;
}

/**
 * Which decision facts were counted, so that none counts twice: loads that were tried again archive objects that
 * overlap, and a file of facts can be named beside the 835 it was made from. Its memory grows with remittances, not
 * with claims, as the facts of one stand in a row.
 */
export class CountedFacts {
  readonly #ranges = new Map<string, Range[]>();

  /** Whether the fact is new; from now on it is not. */
  isNew({ remittanceId, ordinal }: Pick<DecisionFact, 'remittanceId' | 'ordinal'>): boolean {
    const ranges = this.#ranges.get(remittanceId) ?? [];
    if (ranges.some(({ first, last }) => first <= ordinal && ordinal <= last)) return false;
    const before = ranges.find(({ last }) => last === ordinal - 1);
    if (before === undefined) ranges.push({ first: ordinal, last: ordinal });
    else before.last = ordinal;
    this.#ranges.set(remittanceId, ranges);
    return true;
  }
}
