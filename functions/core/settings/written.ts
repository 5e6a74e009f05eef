import { lineOfPath } from '../rulebook/json-lines.ts';
import type { DataProblem } from '../rulebook/problem.ts';
import { parseSourceFile } from '../rulebook/source-files.ts';

/** What a person wrote: as a value, or as the text of a file, of which problems then name the line. */
export type Written =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string };

/** What is wrong with settings as written, and what to do about it. */
export interface SettingsProblem {
  /** "windows.0.source"; empty where the whole is meant. */
  readonly field: string;
  /** From 1; null where no text was given. */
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
}

/** The value that was written, or why the text is no JSON. */
export function writtenValue(
  written: Written,
):
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'not_json'; readonly problems: readonly SettingsProblem[] } {
  if (written.kind === 'value') return written;
  const parsed = parseSourceFile({ name: 'settings', text: written.text });
  if (parsed.kind === 'parsed') return { kind: 'value', value: parsed.data };
  const problems = parsed.problems.map(({ where, line, message, remedy }) => ({
    field: where === 'file' ? '' : where.replaceAll('/', '.'),
    line,
    message,
    remedy,
  }));
  return { kind: 'not_json', problems };
}

/** A problem by the field, and the line where a text was given. */
export function problemIn(
  written: Written,
  { path, message, remedy }: Pick<DataProblem, 'path' | 'message' | 'remedy'>,
): SettingsProblem {
  const line = written.kind === 'text' ? lineOfPath(written.text, path) : null;
  return { field: path.map(String).join('.'), line, message, remedy };
}
