import type { CompiledRulebook } from '../rulebook/compile.ts';
import { holds } from '../rulebook/condition.ts';
import { firstThatHolds, mostSpecific } from '../rulebook/match.ts';
import type { Route } from './decision.ts';
import { weighRemarks } from './remark-evidence.ts';
import type { OpenRuling } from './ruling.ts';

/**
 * Steps 5 to 9 for one reason: rights, specific rules, remarks against the code, the code's own route,
 * and last the safety filter. Sets route, rule, reason and rank, and writes the trace.
 */
export function routeRuling(ruling: OpenRuling, hasRejectCodes: boolean, rulebook: CompiledRulebook): void {
  if (ruling.class === 'denial') {
    routeDenial(ruling, hasRejectCodes, rulebook);
  } else {
    note(ruling, ruling.ruleId, ruling.says, null);
    if (ruling.class === 'non_denial') applySafety(ruling);
  }
  ruling.circumstances.route = ruling.route;
  ruling.rank = firstThatHolds(ruling.rules.leadingReasons, ruling.circumstances)?.rank ?? 99;
}

/** What one rule says. */
interface Word {
  readonly route: Route;
  readonly id: string;
  readonly says: string;
  readonly source: string | null;
}

function routeDenial(ruling: OpenRuling, hasRejectCodes: boolean, rulebook: CompiledRulebook): void {
  const badData = unreadable(ruling, hasRejectCodes);
  if (badData !== null) {
    settle(ruling, badData);
    return;
  }
  settle(ruling, byRight(ruling) ?? byRule(ruling, rulebook));
  if (ruling.route === 'appeal') {
    const closer = firstThatHolds(ruling.rules.appealClosers, ruling.circumstances);
    if (closer !== undefined) settle(ruling, { ...closer, route: 'review' });
  }
  applySafety(ruling);
}

// Step 0: bad data is not evidence.
function unreadable(ruling: OpenRuling, hasRejectCodes: boolean): Word | null {
  if (ruling.code === null)
    return toReview(
      'normalise.unknown-code',
      'The code is not on the list of this rulebook: a person reads it.',
    );
  if (ruling.circumstances.group === 'other')
    return toReview('normalise.unknown-group', 'The group code is not one X12 knows: a person reads it.');
  if (hasRejectCodes && ruling.circumstances.remarks.length === 0)
    return toReview(
      'normalise.pharmacy-reject',
      'The reason is a pharmacy reject code, not a remark: a person reads it.',
    );
  return null;
}

// Step 5: signals that decide by themselves.
function byRight(ruling: OpenRuling): Word | null {
  const right = mostSpecific(ruling.rules.decisiveRights, ruling.circumstances);
  if (right.kind === 'none') return null;
  if (right.kind === 'tie') return tied(ruling, right.rules);
  return { ...right.rule, route: right.rule.route ?? 'review' };
}

// Steps 6 and 7: the most specific rule, else the remarks against the code, else the code itself.
function byRule(ruling: OpenRuling, rulebook: CompiledRulebook): Word {
  const c = ruling.circumstances;
  const evidence = weighRemarks(c.remarks, rulebook);
  c.evidence = evidence.kind === 'points_to' ? evidence.route : null;
  const choice = mostSpecific(ruling.rules.choices, c);
  if (choice.kind === 'tie') return tied(ruling, choice.rules);
  if (choice.kind === 'one' && !yields(choice.rule.yieldsTo, c.evidence)) return choice.rule;
  if (evidence.kind === 'contradiction')
    return toReview('remark.contradiction', 'The remarks contradict each other: a person decides.');
  if (evidence.kind === 'points_to') {
    const pair = firstThatHolds(ruling.rules.remarkMatrix, c);
    if (pair !== undefined)
      return { ...pair, route: pair.route === 'as_remark' ? evidence.route : pair.route };
  }
  if (c.needsRemark) return { ...rulebook.remarkNeeded, route: 'review' };
  return {
    route: ruling.route,
    id: ruling.ruleId,
    says: '',
    source: ruling.code?.source ?? null,
  };
}

function yields(to: readonly Route[] | undefined, evidence: Route | null): boolean {
  return to !== undefined && evidence !== null && to.includes(evidence);
}

function toReview(id: string, says: string): Word {
  return { route: 'review', id, says, source: null };
}

// Step 9, the last word: each rule blocks one route and names what takes its place.
function applySafety(ruling: OpenRuling): void {
  for (let round = 0; round < 3; round++) {
    const c = ruling.circumstances;
    c.route = ruling.route;
    const rule = ruling.rules.safety.find((s) => s.blocks === ruling.route && holds(s.condition, c));
    if (rule === undefined || rule.instead === ruling.route) return;
    settle(ruling, { ...rule, route: rule.instead });
  }
}

function tied(ruling: OpenRuling, rules: readonly Omit<Word, 'route'>[]): Word {
  for (const rule of rules) note(ruling, rule.id, rule.says, rule.source);
  return toReview('match.tie', 'Two rules fit equally well and disagree: a person decides.');
}

function settle(ruling: OpenRuling, word: Word): void {
  ruling.route = word.route;
  ruling.ruleId = word.id;
  ruling.says = word.says;
  const says = word.says === '' ? `The code's own route under ${ruling.group}: ${word.route}.` : word.says;
  note(ruling, word.id, says, word.source);
}

function note(ruling: OpenRuling, rule: string, says: string, source: string | null): void {
  ruling.steps.push({ rule, says, source });
}
