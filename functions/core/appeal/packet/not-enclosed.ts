import type { ChosenEnclosure } from '../enclosures.ts';

/**
 * What a person listed in the letter and no reader of the packet will find, since nothing is attached. Told before
 * approval; what the letter requires is the business of `requiredDocumentsOf`.
 *
 * @param listed rows of the passage `enclosures`: "document | pages", one a line
 */
export function notEnclosed(chosen: readonly ChosenEnclosure[], listed: string): readonly string[] {
  if (chosen.length > 0) return [];
  return listed.split('\n').flatMap((row) => row.split('|')[0]?.trim() || []);
}
