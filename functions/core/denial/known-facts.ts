import type { Claim } from '../claim/claim.ts';
import type { RemittanceHeader } from '../remittance/remittance.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { DecisionFacts } from '../rulebook/schema.ts';
import { earlierOf, parseCalendarDate } from '../time/calendar-date.ts';

const NOTHING_KNOWN: DecisionFacts = {};

/**
 * What a remittance's header adds to the facts of its claims: its day (the earlier of DTM*405 and BPR16), where the
 * rulebook has rules with effective dates.
 */
export function factsOfRemittance(
  { producedOn, paidOn }: Pick<RemittanceHeader, 'producedOn' | 'paidOn'>,
  { hasDatedRules }: Pick<CompiledRulebook, 'hasDatedRules'>,
): DecisionFacts {
  if (!hasDatedRules) return NOTHING_KNOWN;
  const noticeOn = earlierOf(parseCalendarDate(producedOn), parseCalendarDate(paidOn));
  return noticeOn === null ? NOTHING_KNOWN : { noticeOn };
}

/**
 * What the claim as sent adds: whether it carries an authorization (REF*G1) or a referral number (REF*9F), of the claim
 * or of one of its lines.
 */
export function factsOfSentClaim({
  priorAuthorizations,
  referrals,
  lines,
}: Pick<Claim, 'priorAuthorizations' | 'referrals' | 'lines'>): DecisionFacts {
  const onLines = new Set(lines.flatMap(({ references }) => references.map(({ qualifier }) => qualifier)));
  return {
    authorizationOnClaim: priorAuthorizations.length > 0 || onLines.has('G1'),
    referralOnClaim: referrals.length > 0 || onLines.has('9F'),
  };
}
