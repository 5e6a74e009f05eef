import type { CompiledRulebook } from '../rulebook/compile.ts';
import { courseOf } from './course.ts';
import type { AlsoRoute, Contradiction, RequiredDocument } from './decision.ts';
import type { RolledUp } from './roll-up.ts';

/** The papers for the claim's route: those of the leading reason, then of every other one on the same route. Each once. */
export function documentsFor({ ordered, route }: RolledUp, rulebook: CompiledRulebook): RequiredDocument[] {
  const needed: RequiredDocument[] = [];
  for (const finding of ordered) {
    const { ruling } = finding;
    if (ruling.class !== 'denial' || (finding !== ordered[0] && ruling.route !== route)) continue;
    for (const document of courseOf(ruling, route, rulebook).documents) addOnce(needed, document);
  }
  return needed;
}

function addOnce(needed: RequiredDocument[], document: RequiredDocument): void {
  if (!needed.some((known) => known.document === document.document)) needed.push(document);
}

/** Where the other reasons would go by themselves; a reason on the claim's own route is no other route. */
export function alsoRoutesOf({ ordered, route }: RolledUp): AlsoRoute[] {
  const also: AlsoRoute[] = [];
  if (ordered.length === 1 && ordered[0]?.ruling.route === route) return also;
  for (const { ruling, line } of ordered) {
    const { route: own, ruleId, group, carc } = ruling;
    if (own === route || own === 'not_a_denial') continue;
    const reason = { group, carc, line: line?.ordinal ?? null };
    const known = also.find((entry) => entry.route === own);
    if (known === undefined) also.push({ route: own, ruleId, reasons: [reason] });
    else known.reasons.push(reason);
  }
  return also;
}

/** The conflict that made the claim a review, for a screen to flag. */
export function contradictionOf({ conflict }: RolledUp): Contradiction | null {
  return conflict === null
    ? null
    : { ruleId: conflict.rule.id, line: conflict.line, says: conflict.rule.says };
}
