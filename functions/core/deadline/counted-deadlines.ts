import type { Deadline } from './deadline.ts';
import type { ClockRule } from './rule.ts';

/** Emptied when full, so that memory stays flat on input with absurd dates. */
const KEPT_AT_MOST = 50_000;

/**
 * What rules gave for a start, kept because calendar arithmetic costs more than all the rest and the claims of one
 * remittance share its date. Never changes an answer. What is kept is frozen and shared.
 */
export class CountedDeadlines {
  #byRule = new WeakMap<ClockRule, Map<string, Deadline[]>>();
  #governing = new WeakMap<Deadline, Deadline>();
  #kept = 0;

  /** What the rule gave before; `start` is its day, or why there is none. */
  of(rule: ClockRule, start: string): readonly Deadline[] {
    return this.#byRule.get(rule)?.get(start) ?? NONE;
  }

  keep(rule: ClockRule, start: string, deadline: Deadline): Deadline {
    if (this.#kept >= KEPT_AT_MOST) this.clear();
    const ofRule = this.#byRule.get(rule) ?? new Map<string, Deadline[]>();
    this.#byRule.set(rule, ofRule);
    ofRule.set(start, [...(ofRule.get(start) ?? NONE), Object.freeze(deadline)]);
    this.#kept += 1;
    return deadline;
  }

  clear(): void {
    this.#byRule = new WeakMap();
    this.#kept = 0;
  }

  /** The deadline as the one that governs. */
  governing(deadline: Deadline): Deadline {
    const known = this.#governing.get(deadline);
    if (known !== undefined) return known;
    const governing = Object.freeze({ ...deadline, governs: true });
    this.#governing.set(deadline, governing);
    return governing;
  }
}

const NONE: readonly Deadline[] = [];
