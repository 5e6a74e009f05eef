import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { ConflictRule } from '../rulebook/schema.ts';
import { courseOf } from './course.ts';
import type { Route } from './decision.ts';
import type { Finding } from './findings.ts';
import type { Ruling } from './ruling.ts';

/** What a claim comes to once its reasons are put in order. */
export interface RolledUp {
  /** All findings of the class, the leading one first. */
  readonly ordered: readonly Finding[];
  readonly route: Route;
  readonly ruleId: string;
  readonly conflict: Conflict | null;
}

/** A rule about reasons that exclude each other, and the line they stand on; null = lines of one claim. */
export interface Conflict {
  readonly rule: ConflictRule;
  readonly line: number | null;
}

/**
 * Step 10: the leading reason gives the claim its route, unless reasons on one line, or lines of one claim,
 * ask for tracks that exclude each other; then a person puts them in order.
 */
export function rollUp(findings: readonly Finding[], rulebook: CompiledRulebook): RolledUp {
  const ordered = findings.length === 1 ? findings : [...findings].sort(byPrecedence);
  const leading = ordered[0] as Finding;
  const conflict = ordered.length > 1 ? conflictOf(ordered, leading, rulebook) : null;
  return conflict === null
    ? { ordered, route: leading.ruling.route, ruleId: leading.ruling.ruleId, conflict }
    : { ordered, route: 'review', ruleId: conflict.rule.id, conflict };
}

function byPrecedence(a: Finding, b: Finding): number {
  return (
    a.rank - b.rank ||
    b.amountCents - a.amountCents ||
    (a.line?.ordinal ?? 0) - (b.line?.ordinal ?? 0) ||
    compare(a.ruling.group, b.ruling.group) ||
    compare(a.ruling.carc, b.ruling.carc)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function conflictOf(
  ordered: readonly Finding[],
  leading: Finding,
  rulebook: CompiledRulebook,
): Conflict | null {
  const sameLine = ordered.filter((finding) => finding.line === leading.line);
  for (const rule of rulebook.conflicts) {
    if (rule.scope === 'line') {
      if (sameLine.length > 1 && excludeEachOther(sameLine, leading, rule, rulebook))
        return { rule, line: leading.line?.ordinal ?? null };
    } else if (excludeEachOther(leadersOfLines(ordered), leading, rule, rulebook)) {
      return { rule, line: null };
    }
  }
  return null;
}

function leadersOfLines(ordered: readonly Finding[]): Finding[] {
  const seen = new Set<Finding['line']>();
  return ordered.filter((finding) => !seen.has(finding.line) && seen.add(finding.line));
}

function excludeEachOther(
  findings: readonly Finding[],
  leading: Finding,
  rule: ConflictRule,
  rulebook: CompiledRulebook,
): boolean {
  if (findings.length < 2) return false;
  if (rule.fromRank !== undefined && leading.rank < rule.fromRank) return false;
  if (
    rule.scope === 'line' &&
    !(rule.between.includes(leading.ruling.route) || rule.againstCarcs?.includes(leading.ruling.carc))
  )
    return false;
  const [one, other] = rule.between;
  const first = findings.filter(({ ruling }) => ruling.route === one && allows(rule, ruling, rulebook));
  if (first.length === 0) return false;
  return findings.some((finding) =>
    rule.againstCarcs === undefined
      ? finding.ruling.route === other
      : rule.againstCarcs.includes(finding.ruling.carc) && !first.includes(finding),
  );
}

function allows(rule: ConflictRule, ruling: Ruling, rulebook: CompiledRulebook): boolean {
  return (
    rule.mechanisms === undefined ||
    rule.mechanisms.includes(courseOf(ruling, ruling.route, rulebook).mechanism)
  );
}
