import { keysOf, type PayerProfile } from '../payer/profile.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { Circumstances } from '../rulebook/condition.ts';
import type { Part } from '../rulebook/remembered.ts';
import type { DecisionFacts } from '../rulebook/schema.ts';
import type { ClaimFacts } from './claim-facts.ts';

/** What is the same for every adjustment of a claim. */
export type ClaimCircumstances = Readonly<
  Pick<
    Circumstances,
    | 'payerTypes'
    | 'payerKeys'
    | 'capitated'
    | 'network'
    | 'frequency7'
    | 'forwarded'
    | 'otherCoverage'
    | 'facts'
  >
>;

/** The circumstances of a claim: one object for all claims of which the same is known. */
export function circumstancesOf(
  claim: ClaimFacts,
  payer: PayerProfile,
  rulebook: CompiledRulebook,
  facts: DecisionFacts,
): ClaimCircumstances {
  const { capitated, network, allowFrequency7: frequency7 } = payer;
  const payerType = payer.payerType === 'commercial' && capitated ? 'capitated_commercial' : payer.payerType;
  const payerKeys = rulebook.namesPayers ? keysOf(payer) : NOBODY;
  const forwarded = isForwarded(claim, rulebook);
  // NM1*PR names the payer that should pay first, NM1*GB another subscriber.
  const otherCoverage = claim.parties.some(({ entity }) => entity === 'PR' || entity === 'GB');
  const { approvalOnFile, authorizationOnClaim, referralOnClaim, advanceNoticeOnFile, noticeOn } = facts;
  const parts: Part[] = [
    payerType,
    capitated,
    network,
    frequency7,
    forwarded,
    otherCoverage,
    approvalOnFile,
    authorizationOnClaim,
    referralOnClaim,
    advanceNoticeOnFile,
    noticeOn,
  ];
  for (const key of payerKeys) parts.push(key);
  return rulebook.claimCircumstances.answerTo(parts, () => ({
    payerTypes: rulebook.payerTypes.get(payerType) ?? [payerType],
    payerKeys,
    capitated,
    network: network ?? 'unknown',
    frequency7,
    forwarded,
    otherCoverage,
    facts: { ...facts },
  }));
}

const NOBODY: readonly string[] = [];

function isForwarded(claim: ClaimFacts, rulebook: CompiledRulebook): boolean {
  return forwardedSign(claim, rulebook) !== null;
}

/** What says that the payer sent the claim on to the next one: `CLP02 19`, `NM1*TT` or a remark; null where nothing does. */
export function forwardedSign(
  claim: Pick<ClaimFacts, 'status' | 'parties' | 'remarks'> & {
    readonly lines: readonly Pick<ClaimFacts['lines'][number], 'remarks'>[];
  },
  rulebook: Pick<CompiledRulebook, 'statusGates' | 'forwardedRemarks'>,
): string | null {
  const status = claim.status.trim();
  if (rulebook.statusGates.get(status)?.outcome === 'already_forwarded') return `CLP02 ${status}`;
  // NM1*TT names the crossover carrier the claim was sent to.
  if (claim.parties.some((party) => party.entity === 'TT')) return 'NM1*TT';
  const says = (remark: string) => rulebook.forwardedRemarks.has(remark);
  const ofClaim = claim.remarks.find(says);
  if (ofClaim !== undefined) return ofClaim;
  for (const { remarks } of claim.lines) {
    const ofLine = remarks.find(says);
    if (ofLine !== undefined) return ofLine;
  }
  return null;
}
