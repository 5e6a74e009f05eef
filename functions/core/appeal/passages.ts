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
  if (text.length > passage.maxLength) {
    return `${passage.label}: ${text.length} characters, at most ${passage.maxLength} fit.`;
  }
  if (hasControlCharacter(text)) return `${passage.label}: holds a control character.`;
  if (passage.kind === 'text') return null;
  const wrong = linesOf(text).findIndex((line) => {
    const parts = line.split('|');
    return parts.length !== passage.columns.length || parts.some((part) => part.trim() === '');
  });
  if (wrong === -1) return null;
  const columns = passage.columns.map((c) => c.label).join(' | ');
  return `${passage.label}: row ${wrong + 1} must read "${columns}".`;
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.charCodeAt(0);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127) return true;
  }
  return false;
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
