import type { CompiledRulebook } from '../rulebook/compile.ts';
import { holds } from '../rulebook/condition.ts';
import type { AlsoRoute, Contradiction, RequiredDocument } from './decision.ts';
import type { RolledUp } from './roll-up.ts';

/**
 * The papers for the claim's route: those that the remarks name, then those of every rule that holds for the leading
 * reason or for another one on the same route. Each once.
 */
export function documentsFor({ ordered, route }: RolledUp, rulebook: CompiledRulebook): RequiredDocument[] {
  const needed: RequiredDocument[] = [];
  for (const [at, finding] of ordered.entries()) {
    if (finding.class !== 'denial' || (at > 0 && finding.route !== route)) continue;
    for (const remark of finding.circumstances.remarks) {
      const document = rulebook.rarcs.get(remark)?.document;
      if (document) addOnce(needed, document);
    }
    for (const rule of finding.rules.documents) {
      if (!holds(rule.condition, finding.circumstances)) continue;
      for (const document of rule.required) addOnce(needed, document);
    }
  }
  return needed;
}

function addOnce(needed: RequiredDocument[], document: RequiredDocument): void {
  if (!needed.some((known) => known.document === document.document)) needed.push(document);
}

/** Where the other reasons would go by themselves; a reason on the claim's own route is no other route. */
export function alsoRoutesOf({ ordered, route }: RolledUp): AlsoRoute[] {
  const also: AlsoRoute[] = [];
  if (ordered.length === 1 && ordered[0]?.route === route) return also;
  for (const { route: own, ruleId, group, carc, line } of ordered) {
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
  return conflict === null ? null : { ruleId: conflict.rule, line: conflict.line, says: conflict.says };
}
