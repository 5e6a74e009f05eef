import type { CompiledRulebook } from '../rulebook/compile.ts';
import type { Route } from './decision.ts';

/** Where a set of remarks points. */
export type RemarkEvidence =
  | { readonly kind: 'none' }
  | { readonly kind: 'points_to'; readonly route: Route }
  /** The strongest remark and another one that cannot both be followed. */
  | { readonly kind: 'contradiction'; readonly routes: readonly [Route, Route] };

/**
 * Weighs remarks by the rulebook's order: who must pay, what to correct, which document, which argument.
 * Alerts and neutral notes weigh nothing; the order in which remarks stand changes nothing.
 */
export function weighRemarks(remarks: readonly string[], rulebook: CompiledRulebook): RemarkEvidence {
  let leading: Route | null = null;
  let leadingRank = Number.MAX_SAFE_INTEGER;
  for (const remark of remarks) {
    const rarc = rulebook.rarcs.get(remark);
    if (rarc === undefined || rarc.evidence === null || rarc.evidenceRank >= leadingRank) continue;
    leading = rarc.evidence;
    leadingRank = rarc.evidenceRank;
  }
  if (leading === null) return { kind: 'none' };
  for (const remark of remarks) {
    const other = rulebook.rarcs.get(remark)?.evidence ?? null;
    if (other !== null && rulebook.contradictions.has(`${leading}/${other}`)) {
      return { kind: 'contradiction', routes: [leading, other] };
    }
  }
  return { kind: 'points_to', route: leading };
}
