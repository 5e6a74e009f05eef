import type { PayerProfile } from '../payer/profile.ts';
import type { CompiledRulebook, FindingRules } from '../rulebook/compile.ts';
import { type Circumstances, holds } from '../rulebook/condition.ts';
import { type ConditionSeen, conditionSeen } from '../rulebook/condition-seen.ts';
import { type Compiled, firstThatHolds } from '../rulebook/match.ts';
import type { Condition, DecisionFacts } from '../rulebook/schema.ts';
import { type ClaimFacts, claimFactsOf } from './claim-facts.ts';
import { decideClaim, deliberate } from './decide.ts';
import type { Decision, DecisionClass, Route, TraceStep } from './decision.ts';
import { distinctCarcs, type Finding } from './findings.ts';
import { weighRemarks } from './remark-evidence.ts';
import type { Ruling } from './ruling.ts';

/** All that a decision was made from. With the same rulebook it gives the same decision, at any time. */
export interface DecisionBasis {
  readonly rulebookVersion: string;
  readonly claim: ClaimFacts;
  readonly payer: PayerProfile;
  readonly facts: DecisionFacts;
}

/** A rule that held as well, and why it did not decide. */
export interface RunnerUp {
  readonly ruleId: string;
  readonly route: Route;
  readonly says: string;
  readonly source: string | null;
  readonly lost: string;
}

/** A route that was taken off the table, and by what. */
export interface RemovedOption {
  readonly route: Route;
  readonly ruleId: string;
  readonly says: string;
  readonly source: string;
}

/** The working of one reason. */
export interface ReasonTrace {
  readonly group: string;
  readonly carc: string;
  readonly line: number | null;
  readonly amountCents: number;
  readonly remarks: readonly string[];
  readonly class: DecisionClass;
  readonly route: Route;
  readonly ruleId: string;
  /** In the order in which they spoke; the last one decided. */
  readonly steps: readonly TraceStep[];
  readonly runnersUp: readonly RunnerUp[];
  readonly removed: readonly RemovedOption[];
  /** The conditions of every rule that spoke or lost, each with what the claim had. */
  readonly asked: readonly AskedRule[];
}

/** A rule of the rulebook, condition by condition. */
export interface AskedRule {
  readonly ruleId: string;
  readonly conditions: readonly ConditionSeen[];
}

/** A question of the procedure that was asked before any rule, and its answer. */
export interface Gate {
  readonly gate: 'status' | 'plainly_paid' | 'class' | 'hold' | 'conflict';
  readonly passed: boolean;
  readonly says: string;
}

/** What to do first and what not to do, of the leading reason. */
export interface Advice {
  readonly ruleId: string;
  readonly first: string;
  readonly avoid: string;
  readonly source: string;
}

export interface DecisionTrace {
  readonly basis: DecisionBasis;
  readonly decision: Decision | null;
  readonly advice: Advice | null;
  readonly gates: readonly Gate[];
  /** Every positive adjustment, of whatever class, the leading one first. */
  readonly reasons: readonly ReasonTrace[];
}

/**
 * The full account of a decision: gates, rules, runners-up with why they lost, options removed with their cause.
 * Decides anew; `decideClaim` itself stays free of the cost.
 *
 * @example
 * traceDecision(claim, payer, rulebook).reasons[0]?.runnersUp[0]?.lost // 'the winner binds 2 fields more'
 */
export function traceDecision(
  claim: ClaimFacts,
  payer: PayerProfile,
  rulebook: CompiledRulebook,
  facts: DecisionFacts = {},
): DecisionTrace {
  const { decision, findings, settledBy } = deliberate(claim, payer, rulebook, facts);
  const places = new Map(
    decision?.reasons.map(({ group, carc, line }, at) => [`${group} ${carc} ${line}`, at]),
  );
  const place = (reason: ReasonTrace) =>
    places.get(`${reason.group} ${reason.carc} ${reason.line}`) ?? Number.MAX_SAFE_INTEGER;
  return {
    basis: { rulebookVersion: rulebook.version, claim: claimFactsOf(claim), payer, facts },
    decision,
    advice: decision === null ? null : adviceOf(findings, decision, rulebook),
    gates: gatesOf(claim, rulebook, findings, decision, settledBy),
    reasons: findings
      .map((finding) => reasonTraceOf(finding, claim, rulebook))
      .sort((a, b) => place(a) - place(b)),
  };
}

export type Replay =
  | { readonly kind: 'decided'; readonly decision: Decision | null }
  /** A decision is replayed with the rulebook it was made with, never with another. */
  | { readonly kind: 'other_rulebook'; readonly wanted: string; readonly given: string };

/** Makes the decision again from what a trace or an archive kept of it. */
export function replayDecision(basis: DecisionBasis, rulebook: CompiledRulebook): Replay {
  if (basis.rulebookVersion !== rulebook.version)
    return { kind: 'other_rulebook', wanted: basis.rulebookVersion, given: rulebook.version };
  return { kind: 'decided', decision: decideClaim(basis.claim, basis.payer, rulebook, basis.facts) };
}

// Deciding leaves the claim's route with the leading finding: the advice is for that.
function adviceOf(
  findings: readonly Finding[],
  { reasons, contradiction, route }: Decision,
  rulebook: CompiledRulebook,
): Advice | null {
  const conflict = rulebook.conflicts.find(({ id }) => id === contradiction?.ruleId);
  if (conflict !== undefined) {
    const { id, first, avoid, source } = conflict;
    return { ruleId: id, first, avoid, source };
  }
  const [first] = reasons;
  const leading = findings.find(
    ({ ruling: { group, carc }, line }) =>
      group === first?.group && carc === first.carc && (line?.ordinal ?? null) === first.line,
  );
  if (leading === undefined) return null;
  const { rules, circumstances } = leading.ruling;
  const rule = firstThatHolds(rules.advice, { ...circumstances, route });
  return rule === undefined
    ? null
    : { ruleId: rule.id, first: rule.says, avoid: rule.avoid, source: rule.source };
}

function gatesOf(
  claim: ClaimFacts,
  rulebook: CompiledRulebook,
  findings: readonly Finding[],
  decision: Decision | null,
  settledBy: 'status' | 'one_look' | 'procedure',
): Gate[] {
  const status = rulebook.statusGates.get(claim.status.trim());
  const gates: Gate[] = [
    {
      gate: 'status',
      passed: settledBy !== 'status' && status?.outcome !== 'hold',
      says: status?.says ?? `Claim status ${claim.status} decides nothing by itself.`,
    },
  ];
  if (settledBy === 'status') return gates;
  gates.push({
    gate: 'plainly_paid',
    passed: settledBy !== 'one_look',
    says:
      settledBy === 'one_look'
        ? 'Every amount is payment arithmetic or plain cost share, and no remark asks for anything.'
        : 'At least one amount or remark needs more than one look.',
  });
  if (settledBy === 'one_look') return gates;
  const denied = findings.filter(({ ruling }) => ruling.class === 'denial').length;
  gates.push({
    gate: 'class',
    passed: denied > 0,
    says: `${denied} of ${findings.length} amounts taken off ${denied === 1 ? 'is a denial' : 'are denials'}${denied === findings.length ? '.' : '; the others are arithmetic, cost share or undecided.'}`,
  });
  const held = findings.find(({ ruling }) => ruling.class === 'hold')?.ruling;
  gates.push({
    gate: 'hold',
    passed: held === undefined,
    says: held?.says || 'Nothing is pending at the payer.',
  });
  const conflict = decision?.contradiction ?? null;
  gates.push({
    gate: 'conflict',
    passed: conflict === null,
    says: conflict?.says ?? 'The reasons can be worked on one track.',
  });
  return gates;
}

function reasonTraceOf(
  { ruling, amountCents, line: of }: Finding,
  claim: ClaimFacts,
  rulebook: CompiledRulebook,
): ReasonTrace {
  const { group, carc, circumstances, route, ruleId, steps } = ruling;
  const line = of?.ordinal ?? null;
  const runnersUp = ruling.class === 'denial' ? runnersUpOf(ruling, rulebook) : [];
  // A ruling keeps only what a rule asks for; whoever checks it wants to see everything.
  const modifiers = of?.procedure?.modifiers ?? [];
  const alongsideOnClaim = of === null ? [] : distinctCarcs(claim.adjustments);
  const seen = { ...circumstances, modifiers, alongsideOnClaim };
  const ids = [...steps.map(({ rule }) => rule), ...runnersUp.map(({ ruleId: id }) => id)];
  return {
    group,
    carc,
    line,
    amountCents,
    remarks: circumstances.remarks,
    class: ruling.class,
    route,
    ruleId,
    steps: steps.map(({ rule, says, source }) => ({ rule, line, says, source })),
    runnersUp,
    removed: ruling.class === 'hold' ? [] : removedOptionsOf(ruling),
    asked: askedOf(ruling.rules, seen, ids),
  };
}

function askedOf(rules: FindingRules, circumstances: Circumstances, ids: readonly string[]): AskedRule[] {
  const asked = new Map<string, AskedRule>();
  for (const rule of Object.values(rules).flat())
    if (ids.includes(rule.id) && !asked.has(rule.id))
      asked.set(rule.id, { ruleId: rule.id, conditions: conditionSeen(rule.when, rule, circumstances) });
  return ids.flatMap((id) => asked.get(id) ?? []).filter((rule, at, all) => all.indexOf(rule) === at);
}

interface Candidate {
  readonly rule: Compiled<{
    readonly id: string;
    readonly when: Condition;
    readonly says: string;
    readonly source: string;
  }>;
  readonly route: Route;
  readonly stage: Stage;
  readonly yielded: boolean;
}
type Stage = 'right' | 'choice' | 'remark';
const STAGES: readonly Stage[] = ['right', 'choice', 'remark'];

// Asks every stage again, as the procedure would have, had the winner not been there.
function runnersUpOf(ruling: Ruling, rulebook: CompiledRulebook): RunnerUp[] {
  if (ruling.code === null || ruling.circumstances.group === 'other') return [];
  const evidence = weighRemarks(ruling.circumstances.remarks, rulebook);
  const pointsTo = evidence.kind === 'points_to' ? evidence.route : null;
  const before: Circumstances = { ...ruling.circumstances, route: null, evidence: null };
  const weighed: Circumstances = { ...before, evidence: pointsTo };
  const candidates: Candidate[] = [];
  for (const rule of ruling.rules.decisiveRights)
    if (holds(rule.condition, before))
      candidates.push({ rule, route: rule.route ?? 'review', stage: 'right', yielded: false });
  for (const rule of ruling.rules.choices)
    if (holds(rule.condition, weighed)) {
      const yielded = pointsTo !== null && rule.yieldsTo?.includes(pointsTo) === true;
      candidates.push({ rule, route: rule.route, stage: 'choice', yielded });
    }
  for (const rule of pointsTo === null ? [] : ruling.rules.remarkMatrix)
    if (pointsTo !== null && holds(rule.condition, weighed)) {
      const route = rule.route === 'as_remark' ? pointsTo : rule.route;
      candidates.push({ rule, route, stage: 'remark', yielded: false });
    }
  const spoke = new Set(ruling.steps.map((step) => step.rule));
  const winner = candidates.find(({ rule }) => spoke.has(rule.id)) ?? null;
  const lost: RunnerUp[] = candidates
    .filter(({ rule }) => !spoke.has(rule.id))
    .map((candidate) => ({
      ruleId: candidate.rule.id,
      route: candidate.route,
      says: candidate.rule.says,
      source: candidate.rule.source,
      lost: whyLost(candidate, winner, pointsTo),
    }));
  const known = ruling.circumstances.group;
  const own = ruling.code.under[known];
  if (!spoke.has(own.ruleId))
    lost.push({
      ruleId: own.ruleId,
      route: own.route,
      says: `The code's own route under ${ruling.group}.`,
      source: own.source,
      lost: ruling.circumstances.needsRemark
        ? 'the code cannot stand without a remark, so its own route is not used'
        : 'a rule that fits comes before the code’s own route',
    });
  return lost;
}

function whyLost(candidate: Candidate, winner: Candidate | null, pointsTo: Route | null): string {
  if (candidate.yielded) return `it yields to remarks that point to ${inWords(pointsTo ?? 'review')}`;
  if (winner === null) return 'the code cannot be read, and bad data is no evidence';
  if (STAGES.indexOf(winner.stage) < STAGES.indexOf(candidate.stage))
    return winner.stage === 'right'
      ? 'a signal that decides by itself comes before every other rule'
      : 'a rule written for this combination comes before weighing the remark against the code';
  if (candidate.stage === 'remark') return 'it stands later in the order of remark against code';
  const lead = winner.rule.condition.specificity - candidate.rule.condition.specificity;
  if (lead <= 0)
    return winner.route === candidate.route
      ? 'it wants the same and stands later'
      : 'it fits equally well and disagrees: then a review comes first';
  if (lead >= 50) return 'a rule of the organisation comes before the release';
  return `the winner binds ${lead} field${lead === 1 ? '' : 's'} more`;
}

// What may not be done, whether or not anything wanted it: the appeal's closers and the safety filter.
function removedOptionsOf(ruling: Ruling): RemovedOption[] {
  const removed: RemovedOption[] = [];
  const add = (
    route: Route,
    rule: { readonly id: string; readonly says: string; readonly source: string },
  ) => {
    if (removed.every((known) => known.ruleId !== rule.id))
      removed.push({ route, ruleId: rule.id, says: rule.says, source: rule.source });
  };
  for (const rule of ruling.rules.appealClosers)
    if (holds(rule.condition, { ...ruling.circumstances, route: 'appeal' })) add('appeal', rule);
  for (const rule of ruling.rules.safety)
    if (
      rule.instead !== rule.blocks &&
      holds(rule.condition, { ...ruling.circumstances, route: rule.blocks })
    )
      add(rule.blocks, rule);
  return removed;
}

function inWords(route: Route): string {
  return route.replaceAll('_', ' ');
}
