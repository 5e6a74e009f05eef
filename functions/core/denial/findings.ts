import type { CompiledCarc } from '../rulebook/code-meaning.ts';
import type { CompiledRulebook, FindingRules } from '../rulebook/compile.ts';
import type { Circumstances } from '../rulebook/condition.ts';
import { firstThatHolds } from '../rulebook/match.ts';
import type { Group } from '../rulebook/schema.ts';
import type { AdjustmentFacts, ClaimFacts, LineFacts } from './claim-facts.ts';
import type { DecisionClass, Route, TraceStep } from './decision.ts';

/** One group + CARC at one level, with its equal amounts summed, on its way to a route. */
export interface Finding {
  readonly group: string;
  readonly carc: string;
  readonly code: CompiledCarc | null;
  readonly rules: FindingRules;
  readonly amountCents: number;
  readonly line: LineFacts | null;
  readonly circumstances: Circumstances;
  class: DecisionClass;
  route: Route;
  ruleId: string;
  says: string;
  /** Of a hold: days until somebody asks. */
  waitDays: number | undefined;
  /** Place in the order of leading reasons, 1 leads. */
  rank: number;
  readonly trace: TraceStep[];
}

/** What is the same for every adjustment of a claim. */
export type ClaimCircumstances = Pick<
  Circumstances,
  | 'payerTypes'
  | 'payerKeys'
  | 'capitated'
  | 'network'
  | 'frequency7'
  | 'forwarded'
  | 'otherCoverage'
  | 'facts'
>;

/**
 * The positive adjustments of a claim, claim level first, each with the class of steps 0, 3 and 4 and the
 * remarks that speak about it. Zero and negative sums are information, never findings.
 */
export function findingsOf(
  claim: ClaimFacts,
  about: ClaimCircumstances,
  rulebook: CompiledRulebook,
): Finding[] {
  const findings: Finding[] = [];
  const claimRemarks = tidyRemarks(claim.remarks);
  const claimCarcs = distinctCarcs(claim.adjustments);
  addLevel(
    findings,
    { adjustments: claim.adjustments, line: null, remarks: claimRemarks, claimCarcs },
    about,
    rulebook,
  );
  for (const line of claim.lines) {
    if (line.adjustments.length === 0) continue;
    const remarks = withClaimRemarks(tidyRemarks(line.remarks), claimRemarks, rulebook);
    addLevel(findings, { adjustments: line.adjustments, line, remarks, claimCarcs }, about, rulebook);
  }
  return findings;
}

/** Upper case, no padding, no leading zeros: `'045 '` is 45. */
export function normaliseCode(raw: string): string {
  if (TIDY.test(raw)) return raw;
  const code = raw.trim().toUpperCase();
  return code.replace(/^0+(?=.)/, '');
}

const TIDY = /^[1-9A-Z][0-9A-Z]*$/;

interface Level {
  readonly adjustments: readonly AdjustmentFacts[];
  /** null = the claim itself. */
  readonly line: LineFacts | null;
  readonly remarks: readonly string[];
  readonly claimCarcs: readonly string[];
}

function addLevel(
  findings: Finding[],
  level: Level,
  about: ClaimCircumstances,
  rulebook: CompiledRulebook,
): void {
  const start = findings.length;
  const sums = sumEqual(level.adjustments);
  const alongside = sums.map((sum) => sum.carc);
  for (const sum of sums) {
    if (sum.amountCents > 0) findings.push(findingOf(sum, level, alongside, about, rulebook));
  }
  pairRemarks(findings, start, rulebook);
  for (let i = start; i < findings.length; i++) holdByRule(findings[i] as Finding, rulebook);
}

interface Sum {
  readonly group: string;
  readonly carc: string;
  amountCents: number;
}

function distinctCarcs(adjustments: readonly AdjustmentFacts[]): readonly string[] {
  if (adjustments.length === 0) return NONE;
  return [...new Set(adjustments.map((adjustment) => normaliseCode(adjustment.carc)))];
}

// Up to here a look along the list is quicker than a map; a level has three adjustments or so, but may have thousands.
const SHORT_LIST = 12;

function sumEqual(adjustments: readonly AdjustmentFacts[]): Sum[] {
  const sums: Sum[] = [];
  const byCode = adjustments.length > SHORT_LIST ? new Map<string, Sum>() : null;
  for (const adjustment of adjustments) {
    const group = normaliseCode(adjustment.group);
    const carc = normaliseCode(adjustment.carc);
    const key = byCode === null ? '' : `${group}-${carc}`;
    const known =
      byCode === null ? sums.find((sum) => sum.carc === carc && sum.group === group) : byCode.get(key);
    if (known !== undefined) {
      known.amountCents += adjustment.amountCents;
      continue;
    }
    const sum = { group, carc, amountCents: adjustment.amountCents };
    sums.push(sum);
    byCode?.set(key, sum);
  }
  return sums;
}

function findingOf(
  { group, carc, amountCents }: Sum,
  { line, remarks, claimCarcs }: Level,
  alongside: readonly string[],
  about: ClaimCircumstances,
  rulebook: CompiledRulebook,
): Finding {
  const code = rulebook.carcs.get(carc) ?? null;
  const knownGroup = groupOf(group);
  const under = code?.under[knownGroup];
  const circumstances: Circumstances = {
    payerTypes: about.payerTypes,
    payerKeys: about.payerKeys,
    capitated: about.capitated,
    network: about.network,
    frequency7: about.frequency7,
    forwarded: about.forwarded,
    otherCoverage: about.otherCoverage,
    facts: about.facts,
    group: knownGroup,
    carc,
    category: code?.category ?? 'other',
    defaultRoute: code === null || knownGroup === 'other' ? null : code.route[knownGroup],
    needsRemark: code?.needsRemark ?? false,
    remarks,
    modifiers: line?.procedure?.modifiers ?? NONE,
    alongside,
    alongsideOnClaim: line === null ? NONE : claimCarcs,
    class: 'denial',
    route: null,
    evidence: null,
  };
  const finding: Finding = {
    group,
    carc,
    code,
    rules: code?.rules ?? rulebook.findingRules,
    amountCents,
    line,
    circumstances,
    class: 'denial',
    route: 'review',
    ruleId: 'normalise.unknown-code',
    says: '',
    waitDays: undefined,
    rank: Number.MAX_SAFE_INTEGER,
    trace: [],
  };
  if (under !== undefined) classify(finding, under, under.ruleId);
  const payerRule = firstThatHolds(rulebook.payerClasses, circumstances);
  if (payerRule !== undefined) classify(finding, payerRule, payerRule.id);
  if (group === 'CR') classify(finding, CORRECTION_MARKER, 'status.correction-marker');
  return finding;
}

const CORRECTION_MARKER = {
  class: 'non_denial',
  route: 'not_a_denial',
  says: 'CR marks a correction in version 4010: part of a reversal, never a denial.',
} as const;

const NONE: readonly string[] = [];

function groupOf(group: string): Group {
  return group === 'CO' || group === 'PR' || group === 'OA' || group === 'PI' ? group : 'other';
}

function classify(
  finding: Finding,
  as: {
    readonly class: DecisionClass;
    readonly route?: Route | undefined;
    readonly says: string;
    readonly waitDays?: number | undefined;
  },
  ruleId: string,
): void {
  finding.class = as.class;
  finding.circumstances.class = as.class;
  finding.route = as.route ?? finding.route;
  finding.ruleId = ruleId;
  finding.says = as.says;
  finding.waitDays = as.waitDays;
}

// Sorted, so that the order in which a payer writes remarks changes nothing.
function tidyRemarks(remarks: readonly string[]): readonly string[] {
  if (remarks.length === 0) return NONE;
  if (remarks.length === 1) return [normaliseCode(remarks[0] as string)];
  return [...new Set(remarks.map(normaliseCode))].sort();
}

// Claim remarks speak for lines with no reason of their own; signals (MA130 in an MOA) speak for every line.
function withClaimRemarks(
  own: readonly string[],
  claim: readonly string[],
  rulebook: CompiledRulebook,
): readonly string[] {
  if (claim.length === 0) return own;
  const silent = own.every((remark) => rulebook.rarcs.get(remark)?.alert === true);
  if (silent) return own.length === 0 ? claim : tidyRemarks([...own, ...claim]);
  const signals = claim.filter((remark) => rulebook.rarcs.get(remark)?.signal === true);
  return signals.length === 0 ? own : tidyRemarks([...own, ...signals]);
}

// Remarks go first to the code that cannot stand without one; signals stay with every code of the level.
function pairRemarks(findings: readonly Finding[], start: number, rulebook: CompiledRulebook): void {
  let needy = false;
  let others = false;
  for (let i = start; i < findings.length; i++) {
    const finding = findings[i] as Finding;
    if (finding.class !== 'denial') continue;
    if (finding.circumstances.needsRemark) needy = true;
    else others = true;
  }
  if (!(needy && others)) return;
  for (let i = start; i < findings.length; i++) {
    const { circumstances } = findings[i] as Finding;
    if (circumstances.needsRemark) continue;
    circumstances.remarks = circumstances.remarks.filter(
      (remark) => rulebook.rarcs.get(remark)?.signal === true,
    );
  }
}

// A remark may hold what would be a denial; a rule about this payer may also say how long a held code waits.
function holdByRule(finding: Finding, rulebook: CompiledRulebook): void {
  const { class: found, circumstances } = finding;
  if (found === 'non_denial') return;
  const ofPayer = firstThatHolds(rulebook.payerHolds, circumstances);
  const rule =
    ofPayer === undefined && found === 'denial' && circumstances.remarks.length > 0
      ? firstThatHolds(rulebook.remarkHolds, circumstances)
      : ofPayer;
  if (rule === undefined) return;
  const { id, says, waitDays } = rule;
  classify(finding, { class: 'hold', route: 'not_a_denial', says, waitDays }, id);
}
