import { canonicalJson } from '../core/audit/event.ts';
import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import { composeRulebook, prepareComposed } from '../core/rulebook/compose.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { inOneLine } from '../core/rulebook/problem.ts';
import { bundledRulebook, bundledRulebookData } from './rulebook-bundled.ts';

/**
 * The release with the organisation's layer over it, composed once for as long as the layer stays the same.
 *
 * @throws when this release refuses the layer. Deciding without it would be deciding by other rules than were
 * published, so nothing is decided until one of the two is mended.
 */
export function rulebookInForce(): (layer: Layer | undefined) => CompiledRulebook {
  let last: { readonly layer: string; readonly rulebook: CompiledRulebook } | null = null;
  return (layer) => {
    if (layer === undefined) return bundledRulebook();
    const content = canonicalJson(layer);
    if (last?.layer !== content) {
      const composed = composeRulebook(bundledRulebookData(), layer);
      if (composed.kind === 'refused')
        throw new Error(`This release refuses the rule layer: ${composed.problems.map(inOneLine).join(' ')}`);
      last = { layer: content, rulebook: prepareComposed(composed) };
    }
    return last.rulebook;
  };
}
