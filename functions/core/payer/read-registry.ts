import { schemaProblems } from '../rulebook/check-data.ts';
import { type LocatedProblem, located, parseSourceFile, type SourceFile } from '../rulebook/source-files.ts';
import { type PayerRegistry, payerRegistrySchema, registryProblems } from './registry.ts';

export type RegistryReading =
  | { readonly kind: 'read'; readonly registry: PayerRegistry }
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] };

/** A payer registry from its file: refused as a whole, with the line of every problem, so that none is half in force. */
export function readRegistry(file: SourceFile): RegistryReading {
  const parsed = parseSourceFile(file);
  if (parsed.kind === 'refused') return parsed;
  const registry = payerRegistrySchema.safeParse(parsed.data);
  const problems = registry.success ? registryProblems(registry.data) : schemaProblems(registry.error);
  return registry.success && problems.length === 0
    ? { kind: 'read', registry: registry.data }
    : { kind: 'refused', problems: problems.map((problem) => located(problem, file)) };
}
