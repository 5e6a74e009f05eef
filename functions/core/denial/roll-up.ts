import type { CompiledRulebook } from '../rulebook/compile.ts';
import { firstThatHolds } from '../rulebook/match.ts';
import type { ConflictRule } from '../rulebook/schema.ts';
import type { Mechanism, Route, TraceStep } from './decision.ts';
import type { Finding } from './findings.ts';

/** What a claim comes to once its reasons are put in order. */
export interface RolledUp {
  /** All findings of the class, the leading one first. */
  readonly ordered: readonly Finding[];
  readonly route: Route;
  readonly ruleId: string;
  readonly says: string;
  readonly conflict: TraceStep | null;
  /** Of the conflict; null = the leading reason's own. */
  readonly advice: { readonly says: string; readonly avoid: string } | null;
}

/**
 * Step 10: the leading reason gives the claim its route, unless reasons on one line, or lines of one claim,
 * ask for tracks that exclude each other; then a person puts them in order.
 */
export function rollUp(findings: readonly Finding[], rulebook: CompiledRulebook): RolledUp {
  const ordered = [...findings].sort(byPrecedence);
  const leading = ordered[0] as Finding;
  const conflict = ordered.length > 1 ? conflictOf(ordered, leading, rulebook) : null;
  if (conflict === null) {
    return {
      ordered,
      route: leading.route,
      ruleId: leading.ruleId,
      says: leading.says,
      conflict: null,
      advice: null,
    };
  }
  const { rule, line } = conflict;
  const step = { rule: rule.id, line, says: rule.says, source: rule.source };
  const advice = { says: rule.first, avoid: rule.avoid };
  return { ordered, route: 'review', ruleId: rule.id, says: rule.says, conflict: step, advice };
}

/** How a corrected claim goes out, by payer and by what the payer asked for. */
export function mechanismOf(
  finding: Finding,
  route: Route,
): {
  readonly mechanism: Mechanism;
  readonly says: string;
  readonly ruleId: string;
  readonly source: string | null;
} {
  const was = finding.circumstances.route;
  finding.circumstances.route = route;
  const rule = firstThatHolds(finding.rules.mechanisms, finding.circumstances);
  finding.circumstances.route = was;
  return rule === undefined
    ? { mechanism: 'none', says: '', ruleId: 'mechanism.unknown', source: null }
    : { mechanism: rule.mechanism, says: rule.says, ruleId: rule.id, source: rule.source };
}

function byPrecedence(a: Finding, b: Finding): number {
  return (
    a.rank - b.rank ||
    b.amountCents - a.amountCents ||
    (a.line?.ordinal ?? 0) - (b.line?.ordinal ?? 0) ||
    compare(a.group, b.group) ||
    compare(a.carc, b.carc)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function conflictOf(
  ordered: readonly Finding[],
  leading: Finding,
  rulebook: CompiledRulebook,
): { readonly rule: ConflictRule; readonly line: number | null } | null {
  const sameLine = ordered.filter((finding) => finding.line === leading.line);
  for (const rule of rulebook.conflicts) {
    if (rule.scope === 'line') {
      if (sameLine.length > 1 && excludeEachOther(sameLine, leading, rule))
        return { rule, line: leading.line?.ordinal ?? null };
    } else if (excludeEachOther(leadersOfLines(ordered), leading, rule)) {
      return { rule, line: null };
    }
  }
  return null;
}

function leadersOfLines(ordered: readonly Finding[]): Finding[] {
  const seen = new Set<Finding['line']>();
  return ordered.filter((finding) => !seen.has(finding.line) && seen.add(finding.line));
}

function excludeEachOther(findings: readonly Finding[], leading: Finding, rule: ConflictRule): boolean {
  if (findings.length < 2) return false;
  if (rule.fromRank !== undefined && leading.rank < rule.fromRank) return false;
  if (
    rule.scope === 'line' &&
    !(rule.between.includes(leading.route) || rule.againstCarcs?.includes(leading.carc))
  )
    return false;
  const [one, other] = rule.between;
  const first = findings.filter((finding) => finding.route === one && allows(rule, finding));
  if (first.length === 0) return false;
  return findings.some((finding) =>
    rule.againstCarcs === undefined
      ? finding.route === other
      : rule.againstCarcs.includes(finding.carc) && !first.includes(finding),
  );
}

function allows(rule: ConflictRule, finding: Finding): boolean {
  return (
    rule.mechanisms === undefined || rule.mechanisms.includes(mechanismOf(finding, finding.route).mechanism)
  );
}
