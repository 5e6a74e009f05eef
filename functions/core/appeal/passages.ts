/** A part of a template that a biller may write. `rows`: one line a row, the columns parted by "|". */
export interface PassageSpec {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'rows';
  /** Field names of a row, in order; empty for text. */
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly maxLength: number;
}

export type PassageProblem = { readonly passageId: string; readonly problem: string };

/** The rows of a `rows` passage; a row with too few or too many parts is kept out of them by `checkPassages`. */
export function passageRows(passage: PassageSpec, text: string): readonly Readonly<Record<string, string>>[] {
  return linesOf(text).map((line) => {
    const parts = line.split('|').map((part) => part.trim());
    return Object.fromEntries(passage.columns.map((column, index) => [column.id, parts[index] ?? '']));
  });
}

/** What is wrong with a biller's passages for this template, in words; empty when nothing is. */
export function checkPassages(
  passages: readonly PassageSpec[],
  texts: Readonly<Record<string, string>>,
): readonly PassageProblem[] {
  return Object.entries(texts).flatMap(([passageId, text]) => {
    const passage = passages.find((p) => p.id === passageId);
    const problem = passage === undefined ? 'This letter has no such passage.' : problemOf(passage, text);
    return problem === null ? [] : [{ passageId, problem }];
  });
}

function problemOf(passage: PassageSpec, text: string): string | null {
  const wrongText = problemOfText(text, passage.maxLength);
  if (wrongText !== null) return `${passage.label}: ${wrongText}`;
  if (passage.kind === 'text') return null;
  const wrong = linesOf(text).findIndex((line) => {
    const parts = line.split('|');
    return parts.length !== passage.columns.length || parts.some((part) => part.trim() === '');
  });
  if (wrong === -1) return null;
  const columns = passage.columns.map((c) => c.label).join(' | ');
  return `${passage.label}: row ${wrong + 1} must read "${columns}".`;
}

/**
 * What is wrong with a text that a biller writes, in words; null where nothing is. Markup and braces are text, and what
 * cannot be printed is told when the letter is set.
 *
 * @param maxLength in characters as people count them by code: an emoji of one code point is one
 */
export function problemOfText(text: string, maxLength: number): string | null {
  const length = [...text].length;
  if (length > maxLength) return `${length} characters, at most ${maxLength} fit.`;
  if (!text.isWellFormed()) return 'holds half a character: write it anew.';
  return hasControlCharacter(text) ? 'holds a control character.' : null;
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return true;
  }
  return false;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}
