import type { PayerProfile } from '../payer/profile.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import { firstThatHolds, mostSpecific } from '../rulebook/match.ts';
import type { ClaimFacts, LineFacts } from './claim-facts.ts';
import type { Route } from './decision.ts';
import type { Finding } from './findings.ts';
import { overruled } from './ruling.ts';

/**
 * Whether one look at the codes settles that nothing is denied, held or asked. Says false whenever in doubt;
 * the full procedure then gives the same answer, only slower.
 */
export function isPlainlyPaid(claim: ClaimFacts, payer: PayerProfile, rulebook: CompiledRulebook): boolean {
  const shareMayBeBarred = rulebook.protectedPayerTypes.has(payer.payerType);
  if (!plainRemarks(claim.remarks, rulebook)) return false;
  let reducedCents = plainReductionCents(claim, shareMayBeBarred, rulebook);
  if (reducedCents === IN_DOUBT) return false;
  for (const line of claim.lines) {
    if (!plainRemarks(line.remarks, rulebook)) return false;
    const lineCents = plainReductionCents(line, shareMayBeBarred, rulebook);
    if (lineCents === IN_DOUBT || (lineCents > 0 && lineCents >= line.chargeCents)) return false;
    reducedCents += lineCents;
  }
  return reducedCents === 0 || reducedCents < claim.chargeCents;
}

const IN_DOUBT = -1;

function plainReductionCents(
  level: ClaimFacts | LineFacts,
  shareMayBeBarred: boolean,
  rulebook: CompiledRulebook,
): number {
  let reducedCents = 0;
  for (const { group, carc, amountCents } of level.adjustments) {
    if (amountCents <= 0) continue;
    const effort = rulebook.efforts.get(group)?.get(carc);
    if (effort === undefined || (effort === 'share' && shareMayBeBarred)) return IN_DOUBT;
    if (group === 'CO') reducedCents += amountCents;
  }
  return reducedCents;
}

function plainRemarks(remarks: readonly string[], rulebook: CompiledRulebook): boolean {
  for (const remark of remarks) {
    if (rulebook.rarcs.get(remark)?.touchesPaidClaims !== false) return false;
  }
  return true;
}

/** Sends the reductions of a claim or line that was wholly taken off as contractual to a person. */
export function questionZeroAllowed(
  claim: ClaimFacts,
  findings: readonly Finding[],
  rulebook: CompiledRulebook,
): void {
  if (claim.paidCents <= 0) questionLevel(findings, claim.chargeCents, rulebook);
  for (const [line, ofLine] of byLine(findings)) {
    // Institutional lines are often priced as a group and paid on another line or at claim level.
    if (line.paidCents > 0 || line.revenueCode !== '') continue;
    questionLevel(ofLine, line.chargeCents, rulebook);
  }
}

function byLine(findings: readonly Finding[]): ReadonlyMap<LineFacts, readonly Finding[]> {
  const groups = new Map<LineFacts, Finding[]>();
  for (const finding of findings) {
    if (finding.line === null) continue;
    const group = groups.get(finding.line);
    if (group === undefined) groups.set(finding.line, [finding]);
    else group.push(finding);
  }
  return groups;
}

function questionLevel(findings: readonly Finding[], chargeCents: number, rulebook: CompiledRulebook): void {
  if (chargeCents <= 0) return;
  let contractualCents = 0;
  const suspects: Finding[] = [];
  for (const finding of findings) {
    const { circumstances, class: found, group } = finding.ruling;
    if (circumstances.capitated || found !== 'non_denial' || group !== 'CO') continue;
    const suspect = firstThatHolds(rulebook.suspects, circumstances);
    if (suspect !== undefined) suspects.push(finding);
    if (suspect !== undefined || circumstances.category === 'contractual')
      contractualCents += finding.amountCents;
  }
  if (contractualCents < chargeCents) return;
  for (const finding of suspects) {
    const rule = firstThatHolds(rulebook.suspects, finding.ruling.circumstances);
    if (rule !== undefined) askPerson(finding, rule);
  }
}

/** Gives paid reductions the task that a remark asks for: an open negotiation, an overpayment, a member appeal. */
export function askForPaidClaim(findings: readonly Finding[], rulebook: CompiledRulebook): void {
  for (const finding of findings) {
    const { ruling } = finding;
    if (ruling.class !== 'non_denial') continue;
    const pick = mostSpecific(rulebook.paidClaimRules, ruling.circumstances);
    if (pick.kind === 'one') askPerson(finding, pick.rule, pick.rule.route);
    else if (pick.kind === 'tie') askPerson(finding, TIE);
  }
}

const TIE = {
  id: 'match.tie',
  says: 'Two rules fit equally well and disagree: a person decides.',
  source: null,
};

function askPerson(
  finding: Finding,
  { id, says, source }: { readonly id: string; readonly says: string; readonly source: string | null },
  route: Route = 'review',
): void {
  finding.ruling = overruled(finding.ruling, {
    route,
    ruleId: id,
    says,
    steps: [...finding.ruling.steps, { rule: id, says, source }],
    circumstances: { route: 'review' },
  });
}
