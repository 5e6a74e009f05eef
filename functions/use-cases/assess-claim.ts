import { clocksOf } from '../core/deadline/clocks.ts';
import type { CompiledClocks } from '../core/deadline/compile.ts';
import { decideClaim } from '../core/denial/decide.ts';
import { factsOfRemittance } from '../core/denial/known-facts.ts';
import { type KnownPayer, payerProfileOf } from '../core/payer/profile.ts';
import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import type { Assess } from './open-denial.ts';

/**
 * Decisions by the rulebook, and for denials their deadlines, for the payers that the organisation has registered.
 *
 * @param rules.today yyyy-mm-dd: no date of a remittance counts that is after the day it is read on; absent: not compared
 */
export function assessBy(rules: {
  readonly rulebook: CompiledRulebook;
  readonly clocks: CompiledClocks;
  readonly payers: readonly KnownPayer[];
  readonly today?: () => string;
}): Assess {
  return (claim, header, known = {}) => {
    const payer = payerProfileOf(header.payer, claim.filingIndicator, rules.payers);
    const facts = { ...factsOfRemittance(header, rules.rulebook), ...known };
    const decision = decideClaim(claim, payer, rules.rulebook, facts);
    const atHand = rules.today === undefined ? {} : { atHandOn: rules.today() };
    const deadlines =
      decision?.class === 'denial'
        ? clocksOf({ decision, claim, header, payer, ...atHand }, rules.clocks)
        : [];
    return { payer, decision, deadlines, known, rulebookVersion: rules.rulebook.version };
  };
}
