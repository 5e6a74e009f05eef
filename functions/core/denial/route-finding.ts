import type { CompiledRulebook } from '../rulebook/compile.ts';
import { holds } from '../rulebook/condition.ts';
import { firstThatHolds, mostSpecific } from '../rulebook/match.ts';
import type { Route } from './decision.ts';
import type { Finding } from './findings.ts';
import { weighRemarks } from './remark-evidence.ts';

/**
 * Steps 5 to 9 for one finding: rights, specific rules, remarks against the code, the code's own route,
 * and last the safety filter. Sets route, rule, reason and rank, and writes the trace.
 */
export function routeFinding(finding: Finding, rulebook: CompiledRulebook): void {
  if (finding.class === 'denial') {
    routeDenial(finding, rulebook);
  } else {
    note(finding, finding.ruleId, finding.says, null);
    if (finding.class === 'non_denial') applySafety(finding);
  }
  finding.circumstances.route = finding.route;
  finding.rank = firstThatHolds(finding.rules.leadingReasons, finding.circumstances)?.rank ?? 99;
}

interface Ruling {
  readonly route: Route;
  readonly id: string;
  readonly says: string;
  readonly source: string | null;
}

function routeDenial(finding: Finding, rulebook: CompiledRulebook): void {
  const unreadable = unreadableRuling(finding);
  if (unreadable !== null) {
    settle(finding, unreadable);
    return;
  }
  settle(finding, rightRuling(finding) ?? ruleRuling(finding, rulebook));
  if (finding.route === 'appeal') {
    const closer = firstThatHolds(finding.rules.appealClosers, finding.circumstances);
    if (closer !== undefined) settle(finding, { ...closer, route: 'review' });
  }
  applySafety(finding);
}

// Step 0: bad data is not evidence.
function unreadableRuling(finding: Finding): Ruling | null {
  if (finding.code === null)
    return toReview(
      'normalise.unknown-code',
      'The code is not on the list of this rulebook: a person reads it.',
    );
  if (finding.circumstances.group === 'other')
    return toReview('normalise.unknown-group', 'The group code is not one X12 knows: a person reads it.');
  if ((finding.line?.rejectCodes.length ?? 0) > 0 && finding.circumstances.remarks.length === 0)
    return toReview(
      'normalise.pharmacy-reject',
      'The reason is a pharmacy reject code, not a remark: a person reads it.',
    );
  return null;
}

// Step 5: signals that decide by themselves.
function rightRuling(finding: Finding): Ruling | null {
  const right = mostSpecific(finding.rules.decisiveRights, finding.circumstances);
  if (right.kind === 'none') return null;
  if (right.kind === 'tie') return tied(finding, right.rules);
  return { ...right.rule, route: right.rule.route ?? 'review' };
}

// Steps 6 and 7: the most specific rule, else the remarks against the code, else the code itself.
function ruleRuling(finding: Finding, rulebook: CompiledRulebook): Ruling {
  const c = finding.circumstances;
  const evidence = weighRemarks(c.remarks, rulebook);
  c.evidence = evidence.kind === 'points_to' ? evidence.route : null;
  const choice = mostSpecific(finding.rules.choices, c);
  if (choice.kind === 'tie') return tied(finding, choice.rules);
  if (choice.kind === 'one' && !yields(choice.rule.yieldsTo, c.evidence)) return choice.rule;
  if (evidence.kind === 'contradiction')
    return toReview('remark.contradiction', 'The remarks contradict each other: a person decides.');
  if (evidence.kind === 'points_to') {
    const pair = firstThatHolds(finding.rules.remarkMatrix, c);
    if (pair !== undefined)
      return { ...pair, route: pair.route === 'as_remark' ? evidence.route : pair.route };
  }
  if (c.needsRemark) return { ...rulebook.remarkNeeded, route: 'review' };
  return {
    route: finding.route,
    id: finding.ruleId,
    says: '',
    source: finding.code?.source ?? null,
  };
}

function yields(to: readonly Route[] | undefined, evidence: Route | null): boolean {
  return to !== undefined && evidence !== null && to.includes(evidence);
}

function toReview(id: string, says: string): Ruling {
  return { route: 'review', id, says, source: null };
}

// Step 9, the last word: each rule blocks one route and names what takes its place.
function applySafety(finding: Finding): void {
  for (let round = 0; round < 3; round++) {
    const c = finding.circumstances;
    c.route = finding.route;
    const rule = finding.rules.safety.find((s) => s.blocks === finding.route && holds(s.condition, c));
    if (rule === undefined || rule.instead === finding.route) return;
    settle(finding, { ...rule, route: rule.instead });
  }
}

function tied(finding: Finding, rules: readonly Omit<Ruling, 'route'>[]): Ruling {
  for (const rule of rules) note(finding, rule.id, rule.says, rule.source);
  return toReview('match.tie', 'Two rules fit equally well and disagree: a person decides.');
}

function settle(finding: Finding, ruling: Ruling): void {
  finding.route = ruling.route;
  finding.ruleId = ruling.id;
  finding.says = ruling.says;
  const says =
    ruling.says === '' ? `The code's own route under ${finding.group}: ${ruling.route}.` : ruling.says;
  note(finding, ruling.id, says, ruling.source);
}

function note(finding: Finding, rule: string, says: string, source: string | null): void {
  finding.trace.push({ rule, line: finding.line?.ordinal ?? null, says, source });
}
