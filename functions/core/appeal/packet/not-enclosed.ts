import type { RequiredDocument } from '../../denial/decision.ts';
import type { ChosenEnclosure } from '../enclosures.ts';

/**
 * What a reader of the packet will look for and not find: what the decision asks for, and, where nothing is attached,
 * what a person listed in the letter. Told before approval; whether it has to go along is for the biller to say.
 *
 * @param listed rows of the passage `enclosures`: "document | pages", one a line
 */
export function notEnclosed(
  { decision }: { readonly decision: { readonly requiredDocuments: readonly RequiredDocument[] } },
  chosen: readonly ChosenEnclosure[],
  listed: string,
): readonly string[] {
  const satisfied = new Set(chosen.flatMap(({ document }) => document.satisfies));
  const asked = decision.requiredDocuments.flatMap(({ document }) =>
    satisfied.has(document) ? [] : [document],
  );
  const named = chosen.length > 0 ? [] : listed.split('\n').flatMap((row) => row.split('|')[0]?.trim() || []);
  return [...named.map((name) => `${name} (listed in the letter)`), ...asked];
}
