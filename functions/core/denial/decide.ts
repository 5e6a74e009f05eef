import type { PayerProfile } from '../payer/profile.ts';
import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { DecisionFacts } from '../rulebook/schema.ts';
import { circumstancesOf } from './claim-circumstances.ts';
import type { ClaimFacts } from './claim-facts.ts';
import { type Course, courseOf } from './course.ts';
import type { Decision, DecisionClass, Reason, TraceStep } from './decision.ts';
import { explain } from './explain.ts';
import { type Finding, findingsOf, normaliseCode } from './findings.ts';
import { askForPaidClaim, isPlainlyPaid, questionZeroAllowed } from './paid-claim.ts';
import { type RolledUp, rollUp } from './roll-up.ts';
import { overruled, type RulingStep } from './ruling.ts';
import { decideUnexplained, isUnexplained } from './unexplained.ts';
import { alsoRoutesOf, contradictionOf, documentsFor } from './what-is-needed.ts';

/**
 * What the rulebook says of one ClaimPayment (docs/reference/decisions.md).
 *
 * Null where there is nothing to work or to wait for: every adjustment is payment arithmetic or plain cost
 * share, or the claim is a reversal or a predetermination. Amounts are in cents. The order of remarks and
 * adjustments changes nothing. `facts` are things an 835 does not carry; absent means unknown.
 *
 * @example
 * decideClaim(claim, payerProfileOf(header.payer, claim.filingIndicator, []), rulebook)?.route // 'appeal'
 */
export function decideClaim(
  claim: ClaimFacts,
  payer: PayerProfile,
  rulebook: CompiledRulebook,
  facts: DecisionFacts = {},
): Decision | null {
  return deliberate(claim, payer, rulebook, facts).decision;
}

/** A decision with the findings it was made from: what a full trace is told from (trace.ts). */
export interface Deliberation {
  readonly decision: Decision | null;
  /** Every positive adjustment, of whatever class; none where a gate or one look settled it. */
  readonly findings: readonly Finding[];
  readonly settledBy: 'status' | 'one_look' | 'procedure';
}

const SETTLED_BY_STATUS: Deliberation = { decision: null, findings: [], settledBy: 'status' };
const SETTLED_BY_ONE_LOOK: Deliberation = { decision: null, findings: [], settledBy: 'one_look' };

/** Whether nothing is to be decided: by the status of the claim, or by one look at its codes. */
function settledAtOnce(
  claim: ClaimFacts,
  payer: PayerProfile,
  rulebook: CompiledRulebook,
): Deliberation | null {
  const gate = rulebook.statusGates.get(claim.status.trim());
  if (gate?.outcome === 'nothing_opens') return SETTLED_BY_STATUS;
  if (gate?.outcome === 'takes_back') return takenBack(claim, rulebook);
  if (gate?.outcome === 'hold' || !isPlainlyPaid(claim, payer, rulebook)) return null;
  return isUnexplained(claim) ? null : SETTLED_BY_ONE_LOOK;
}

/** {@link decideClaim}, with its working. */
export function deliberate(
  claim: ClaimFacts,
  payer: PayerProfile,
  rulebook: CompiledRulebook,
  facts: DecisionFacts,
): Deliberation {
  const settled = settledAtOnce(claim, payer, rulebook);
  if (settled !== null) return settled;
  const gate = rulebook.statusGates.get(claim.status.trim());
  if (gate?.outcome !== 'hold' && isUnexplained(claim)) {
    const decision = decideUnexplained(claim, rulebook.version);
    return { decision, findings: [], settledBy: 'procedure' };
  }
  const findings = findingsOf(claim, circumstancesOf(claim, payer, rulebook, facts), rulebook);
  const decision =
    gate?.outcome === 'hold' ? held(findings, rulebook, gate) : decided(claim, findings, rulebook);
  return { decision, findings, settledBy: 'procedure' };
}

function held(findings: readonly Finding[], rulebook: CompiledRulebook, gate: Gate): Decision {
  for (const finding of findings) holdFor(finding, gate);
  return conclude('hold', findings, rulebook, gate);
}

function decided(
  claim: ClaimFacts,
  findings: readonly Finding[],
  rulebook: CompiledRulebook,
): Decision | null {
  const denials = findings.filter(({ ruling }) => ruling.class === 'denial');
  if (denials.length > 0) return conclude('denial', denials, rulebook);
  const holds = findings.filter(({ ruling }) => ruling.class === 'hold');
  if (holds.length > 0) return conclude('hold', holds, rulebook);
  questionZeroAllowed(claim, findings, rulebook);
  askForPaidClaim(findings, rulebook);
  if (findings.every(isPlain)) return null;
  for (const finding of findings) if (isPlain(finding)) finding.rank = LAST;
  return conclude('non_denial', findings, rulebook);
}

/** A reversal opens nothing, unless its remark says something that a person must look into. */
function takenBack(claim: ClaimFacts, rulebook: CompiledRulebook): Deliberation {
  const remarks = [...claim.remarks, ...claim.lines.flatMap((line) => line.remarks)].map(normaliseCode);
  const rule = [...new Set(remarks)].sort().flatMap((remark) => rulebook.reversals.get(remark) ?? [])[0];
  if (rule === undefined) return SETTLED_BY_STATUS;
  const { id, says, source, first, avoid } = rule;
  const explanation = `${says} First: ${first} ${avoid}`;
  const trace = [{ rule: id, line: null, says, source }];
  const decision = withoutReason('non_denial', { ruleId: id, route: 'review', explanation, trace }, rulebook);
  return { ...SETTLED_BY_STATUS, decision };
}

type Gate = {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  readonly waitDays?: number | undefined;
};

const LAST = Number.MAX_SAFE_INTEGER;

function isPlain({ ruling: { route, group, code } }: Finding): boolean {
  if (route === 'not_a_denial') return true;
  return route === 'patient_responsibility' && group === 'PR' && code?.category === 'patient_responsibility';
}

function holdFor(finding: Finding, gate: Gate): void {
  finding.rank = LAST;
  finding.ruling = overruled(finding.ruling, {
    class: 'hold',
    route: 'not_a_denial',
    ruleId: gate.id,
    says: gate.says,
    waitDays: gate.waitDays,
    steps: [],
    circumstances: { class: 'hold', evidence: null },
  });
}

function conclude(
  as: DecisionClass,
  findings: readonly Finding[],
  rulebook: CompiledRulebook,
  gate?: Gate,
): Decision {
  if (findings.length === 0) return forwardedWithoutReason(rulebook, gate);
  const rolled = rollUp(findings, rulebook);
  const leading = (rolled.ordered[0] as Finding).ruling;
  const course = courseOf(leading, rolled.route, rulebook);
  let denialCents = 0;
  if (as === 'denial') for (const finding of findings) denialCents += finding.amountCents;
  const decision: Decision = {
    class: as,
    level: levelOf(findings),
    amountCents: denialCents,
    category: leading.circumstances.category,
    route: rolled.route,
    mechanism: course.mechanism,
    appealable: course.appealable,
    ruleId: rolled.ruleId,
    rulebookVersion: rulebook.version,
    reasons: rolled.ordered.map(reasonOf),
    explanation: explain(rolled, course, rulebook),
    preventable: course.preventable,
    preventedBy: course.preventedBy,
    requiredDocuments: documentsFor(rolled, rulebook),
    alsoRoutes: alsoRoutesOf(rolled),
    contradiction: contradictionOf(rolled),
    trace: traceOf(rolled, course, gate),
  };
  const waits = as === 'hold' ? findings.flatMap(({ ruling }) => ruling.waitDays ?? []) : [];
  return waits.length === 0 ? decision : { ...decision, waitDays: Math.min(...waits) };
}

function traceOf({ ordered, conflict }: RolledUp, course: Course, gate: Gate | undefined): TraceStep[] {
  const trace: TraceStep[] = [];
  const add = (line: number | null, { rule, says, source }: RulingStep) =>
    trace.push({ rule, line, says, source });
  if (gate) add(null, { rule: gate.id, says: gate.says, source: gate.source });
  for (const { ruling, line } of ordered) for (const step of ruling.steps) add(line?.ordinal ?? null, step);
  if (conflict) {
    const { id, says, source } = conflict.rule;
    add(conflict.line, { rule: id, says, source });
  }
  if (course.mechanismStep) add(null, course.mechanismStep);
  if (course.appealableStep) add(null, course.appealableStep);
  return trace;
}

function forwardedWithoutReason(rulebook: CompiledRulebook, gate: Gate | undefined): Decision {
  const told = {
    ruleId: gate?.id ?? 'status.unknown',
    route: 'not_a_denial' as const,
    explanation: gate?.says ?? '',
    trace: gate ? [{ rule: gate.id, line: null, says: gate.says, source: gate.source }] : [],
    ...(gate?.waitDays !== undefined && { waitDays: gate.waitDays }),
  };
  return withoutReason('hold', told, rulebook);
}

/** The status or a remark of the claim decides, and no adjustment. */
function withoutReason(
  as: 'hold' | 'non_denial',
  told: Pick<Decision, 'ruleId' | 'route' | 'explanation' | 'trace' | 'waitDays'>,
  { version }: CompiledRulebook,
): Decision {
  return {
    class: as,
    level: 'claim',
    amountCents: 0,
    category: as === 'hold' ? 'other' : 'payment_info',
    mechanism: 'none',
    appealable: 'no',
    rulebookVersion: version,
    reasons: [],
    preventable: 'no',
    preventedBy: 'payer',
    requiredDocuments: [],
    alsoRoutes: [],
    contradiction: null,
    ...told,
  };
}

function levelOf(findings: readonly Finding[]): Decision['level'] {
  const atClaim = findings.some((finding) => finding.line === null);
  const atLine = findings.some((finding) => finding.line !== null);
  return atClaim && atLine ? 'mixed' : atClaim ? 'claim' : 'line';
}

function reasonOf({ ruling, line, amountCents }: Finding): Reason {
  return {
    group: ruling.group,
    carc: ruling.carc,
    remarks: [...ruling.circumstances.remarks],
    amountCents,
    line: line?.ordinal ?? null,
  };
}
