import { type PayerRegistry, type RegistryPayer, registryPayerSchema } from '../payer/registry.ts';
import { registryProblems, registryWarnings, unmeetableWindows } from '../payer/registry-problems.ts';
import { schemaProblems } from '../rulebook/check-data.ts';
import { lineOfPath } from '../rulebook/json-lines.ts';
import type { DataProblem } from '../rulebook/problem.ts';
import { parseSourceFile } from '../rulebook/source-files.ts';
import { withPayer } from './apply-draft.ts';

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

export type PayerCheck =
  | {
      readonly kind: 'right';
      readonly payer: RegistryPayer;
      readonly warnings: readonly SettingsProblem[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly SettingsProblem[] };

/**
 * One payer as a person wrote it, beside the others of the registry: of the schema, with a source for every window, no
 * two windows of one clock on one day, and no id or name that another payer has.
 *
 * @param key the payer's key in the registry, which the entry has to carry
 */
export function checkPayer(written: Written, key: string, others: readonly RegistryPayer[]): PayerCheck {
  const parsed = parsedValue(written);
  if (parsed.kind === 'not_json') return { kind: 'wrong', problems: parsed.problems };
  const shown = (problem: DataProblem): SettingsProblem => ({
    field: problem.path.map(String).join('.'),
    line: written.kind === 'text' ? lineOfPath(written.text, problem.path) : null,
    message: problem.message,
    remedy: problem.remedy,
  });
  const payer = registryPayerSchema.safeParse(parsed.value);
  if (!payer.success) return { kind: 'wrong', problems: schemaProblems(payer.error).map(shown) };
  if (payer.data.payer !== key) {
    const message = `is ${payer.data.payer}, and the address says ${key}`;
    const remedy = 'keep the key: rules name the payer by it';
    return { kind: 'wrong', problems: [shown({ path: ['payer'], where: key, message, remedy })] };
  }
  const registry = { payers: [...withPayer({ payers: others }, key, payer.data).payers] };
  const found = (check: (registry: PayerRegistry) => readonly DataProblem[]) =>
    check(registry).flatMap((problem) => {
      const [, at, ...path] = problem.path;
      return at === registry.payers.length - 1 ? [shown({ ...problem, path })] : [];
    });
  const problems = [...found(registryProblems), ...found(unmeetableWindows)];
  return problems.length > 0
    ? { kind: 'wrong', problems }
    : { kind: 'right', payer: payer.data, warnings: found(registryWarnings) };
}

function parsedValue(
  written: Written,
):
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'not_json'; readonly problems: readonly SettingsProblem[] } {
  if (written.kind === 'value') return written;
  const parsed = parseSourceFile({ name: 'payer', text: written.text });
  if (parsed.kind === 'parsed') return { kind: 'value', value: parsed.data };
  const problems = parsed.problems.map(({ where, line, message, remedy }) => ({
    field: where === 'file' ? '' : where.replaceAll('/', '.'),
    line,
    message,
    remedy,
  }));
  return { kind: 'not_json', problems };
}
