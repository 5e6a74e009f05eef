import { type PayerRegistry, type RegistryPayer, registryPayerSchema } from '../payer/registry.ts';
import { ineffectiveWindows, registryProblems, registryWarnings } from '../payer/registry-problems.ts';
import { schemaProblems } from '../rulebook/check-data.ts';
import type { DataProblem } from '../rulebook/problem.ts';
import { withPayer } from './apply-draft.ts';
import { problemIn, type SettingsProblem, type Written, writtenValue } from './written.ts';

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
  const parsed = writtenValue(written);
  if (parsed.kind === 'not_json') return { kind: 'wrong', problems: parsed.problems };
  const shown = (problem: DataProblem) => problemIn(written, problem);
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
  const problems = [...found(registryProblems), ...found(ineffectiveWindows)];
  return problems.length > 0
    ? { kind: 'wrong', problems }
    : { kind: 'right', payer: payer.data, warnings: found(registryWarnings) };
}
