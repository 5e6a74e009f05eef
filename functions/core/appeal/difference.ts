import { dayInWords } from '../time/day-in-words.ts';

/** A piece of text that both have, or only one of them. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A line of the later text, or one of the earlier that is gone. `changed`: both have it, with some words other. */
export interface DifferentLine {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly Piece[];
}

/** What parts two texts, by lines and by words. */
export interface CompareTexts {
  lines(
    before: readonly string[],
    after: readonly string[],
  ): readonly { readonly kind: Piece['kind']; readonly lines: readonly string[] }[];
  words(before: string, after: string): readonly Piece[];
}

// Of two lines that share less than this of their words, neither became the other.
const LEAST_SHARED = 0.4;

/**
 * What parts one letter from another, line by line, and word by word where a line became another.
 *
 * @example
 * differenceOf(['To A', 'Paid'], ['To B', 'Paid'], compare)[0] // { kind: 'changed', pieces: [… removed 'A', added 'B'] }
 */
export function differenceOf(
  before: readonly string[],
  after: readonly string[],
  compare: CompareTexts,
): readonly DifferentLine[] {
  const runs = compare.lines(before, after);
  return runs.flatMap((run, at) => {
    if (run.kind === 'same') return whole('same', run.lines);
    const next = runs[at + 1];
    if (run.kind === 'removed' && next?.kind === 'added') return rewritten(run.lines, next.lines, compare);
    return run.kind === 'added' && runs[at - 1]?.kind === 'removed' ? [] : whole(run.kind, run.lines);
  });
}

/** Lines that went, beside those that came in their place: in pairs as far as they are alike. */
function rewritten(
  removed: readonly string[],
  added: readonly string[],
  compare: CompareTexts,
): readonly DifferentLine[] {
  const pairs = Math.min(removed.length, added.length);
  const paired = Array.from({ length: pairs }, (_, at): readonly DifferentLine[] => {
    const [gone = '', come = ''] = [removed[at], added[at]];
    const pieces = compare.words(gone, come);
    const shared = pieces.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0);
    return shared >= LEAST_SHARED * Math.max(gone.length, come.length)
      ? [{ kind: 'changed', pieces }]
      : [...whole('removed', [gone]), ...whole('added', [come])];
  });
  return [...paired.flat(), ...whole('removed', removed.slice(pairs)), ...whole('added', added.slice(pairs))];
}

function whole(kind: Piece['kind'], lines: readonly string[]): readonly DifferentLine[] {
  return lines.map((text) => ({ kind, pieces: [{ kind, text }] }));
}

/** Whether two letters say the same but for the day that they bear, yyyy-mm-dd. */
export function isOnlyTheDate(
  before: { readonly lines: readonly string[]; readonly on: string },
  after: { readonly lines: readonly string[]; readonly on: string },
): boolean {
  const [was, is] = [dayInWords(before.on) ?? '', dayInWords(after.on) ?? ''];
  return (
    before.lines.length === after.lines.length &&
    before.lines.every((line, at) => {
      const now = after.lines[at];
      return line === now || (was !== '' && line.replaceAll(was, is) === now);
    })
  );
}
