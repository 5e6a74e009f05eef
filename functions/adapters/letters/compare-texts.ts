import { diffArrays, diffWordsWithSpace } from 'diff';
import type { CompareTexts, Piece } from '../../core/appeal/difference.ts';

/** Texts compared by the diff package: the fewest lines, then the fewest words, that make one of the other. */
export const compareTexts: CompareTexts = {
  lines: (before, after) =>
    diffArrays([...before], [...after]).map((run) => ({ kind: kindOf(run), lines: run.value })),
  words: (before, after) =>
    diffWordsWithSpace(before, after).map((run) => ({ kind: kindOf(run), text: run.value })),
};

function kindOf({ added, removed }: { readonly added: boolean; readonly removed: boolean }): Piece['kind'] {
  if (added) return 'added';
  return removed ? 'removed' : 'same';
}
