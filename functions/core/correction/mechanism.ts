import type { ClaimFacts } from '../denial/claim-facts.ts';
import { courseOf } from '../denial/course.ts';
import { deliberate } from '../denial/decide.ts';
import type { Decision, Mechanism } from '../denial/decision.ts';
import { rollUp } from '../denial/roll-up.ts';
import type { PayerProfile } from '../payer/profile.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { DecisionFacts } from '../rulebook/schema.ts';

/** How a corrected claim goes out, and who says so. */
export interface MechanismNow {
  readonly mechanism: Mechanism;
  readonly ruleId: string | null;
  readonly says: string;
  readonly source: string | null;
}

const UNKNOWN: MechanismNow = {
  mechanism: 'none',
  ruleId: null,
  says: 'No rule says how this payer takes a corrected claim: ask the payer.',
  source: null,
};

/**
 * The mechanism by which a claim is corrected. That of the decision stands; where the decision took another route the
 * rules in force are asked what they would say on this one.
 */
export function mechanismNow(
  decision: Decision,
  claim: ClaimFacts,
  payer: PayerProfile,
  rulebook: CompiledRulebook,
  facts: DecisionFacts,
): MechanismNow {
  if (decision.mechanism !== 'none') {
    const step = decision.trace.findLast(({ rule }) => rule.startsWith('mechanism.'));
    return {
      mechanism: decision.mechanism,
      ruleId: step?.rule ?? null,
      says: step?.says ?? '',
      source: step?.source ?? null,
    };
  }
  const { findings } = deliberate(claim, payer, rulebook, facts);
  const denials = findings.filter(({ ruling }) => ruling.class === 'denial');
  if (denials.length === 0) return UNKNOWN;
  const leading = rollUp(denials, rulebook).ordered[0];
  if (leading === undefined) return UNKNOWN;
  const { mechanism, mechanismStep } = courseOf(leading.ruling, 'correct_resubmit', rulebook);
  return mechanismStep === null
    ? UNKNOWN
    : { mechanism, ruleId: mechanismStep.rule, says: mechanismStep.says, source: mechanismStep.source };
}
