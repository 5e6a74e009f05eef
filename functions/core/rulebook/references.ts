import type { DataProblem } from './problem.ts';
import type { Condition, RulebookData } from './schema.ts';

/** A rule of any file, as far as all rules are alike. */
export interface AnyRule {
  readonly id: string;
  readonly when?: Condition;
  readonly carcs?: readonly string[] | undefined;
  readonly remarks?: readonly string[] | undefined;
  readonly effectiveFrom?: string | undefined;
  readonly effectiveUntil?: string | undefined;
}

/** A rule and where it stands. */
export interface PlacedRule {
  readonly part: keyof RulebookData;
  readonly index: number;
  readonly rule: AnyRule;
}

/** Every rule of every file, codes aside. */
export function placedRulesOf(data: RulebookData): readonly PlacedRule[] {
  return Object.entries(data).flatMap(([part, rules]) =>
    Array.isArray(rules) && part !== 'carc' && part !== 'rarc'
      ? (rules as readonly AnyRule[]).map((rule, index) => ({
          part: part as keyof RulebookData,
          index,
          rule,
        }))
      : [],
  );
}

export function rulesOf(data: RulebookData): readonly AnyRule[] {
  return placedRulesOf(data).map(({ rule }) => rule);
}

/** Codes that do not exist, ids and codes that stand twice, dates the wrong way round. */
export function referenceProblems(data: RulebookData): DataProblem[] {
  const problems: DataProblem[] = [];
  const carcs = uniqueCodes(data.carc, 'carc', problems);
  const rarcs = uniqueCodes(data.rarc, 'rarc', problems);
  const ids = new Set<string>();
  for (const { part, index, rule } of placedRulesOf(data)) {
    const path = [part, index];
    if (ids.has(rule.id))
      problems.push({ path, where: part, message: `the id ${rule.id} stands twice`, remedy: 'rename one' });
    ids.add(rule.id);
    const where = `${part}/${rule.id}`;
    const { effectiveFrom: from, effectiveUntil: until } = rule;
    if (from !== undefined && until !== undefined && until < from)
      problems.push({
        path,
        where,
        message: `ends on ${until}, before it begins on ${from}`,
        remedy: 'correct one of the two dates',
      });
    const unknown = (kind: 'CARC' | 'RARC', code: string) =>
      problems.push({
        path,
        where,
        message: `${kind} ${code} is not in codes/${kind.toLowerCase()}`,
        remedy: 'add or correct it',
      });
    for (const code of [...(rule.when?.carcs ?? []), ...(rule.when?.alongside ?? []), ...(rule.carcs ?? [])])
      if (!carcs.has(code)) unknown('CARC', code);
    for (const code of [
      ...(rule.when?.anyRemark ?? []),
      ...(rule.when?.allRemarks ?? []),
      ...(rule.remarks ?? []),
    ])
      if (!rarcs.has(code)) unknown('RARC', code);
  }
  return problems;
}

function uniqueCodes(
  entries: readonly { readonly code: string }[],
  part: 'carc' | 'rarc',
  problems: DataProblem[],
): Set<string> {
  const seen = new Set<string>();
  for (const [index, { code }] of entries.entries()) {
    if (seen.has(code))
      problems.push({
        path: [part, index],
        where: `codes/${part}`,
        message: `${code} stands twice`,
        remedy: 'remove one',
      });
    seen.add(code);
  }
  return seen;
}
