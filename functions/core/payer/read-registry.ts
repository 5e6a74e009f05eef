import { schemaProblems } from '../rulebook/check-data.ts';
import { type LocatedProblem, located, parseSourceFile, type SourceFile } from '../rulebook/source-files.ts';
import { type PayerRegistry, payerRegistrySchema } from './registry.ts';
import { ineffectiveWindows, registryProblems, registryWarnings } from './registry-problems.ts';

export type RegistryReading =
  | {
      readonly kind: 'read';
      readonly registry: PayerRegistry;
      readonly warnings: readonly LocatedProblem[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly LocatedProblem[] };

/** A payer registry from its file: refused as a whole, with the line of every problem, so that none is half in force. */
export function readRegistry(file: SourceFile): RegistryReading {
  const parsed = parseSourceFile(file);
  if (parsed.kind === 'refused') return parsed;
  const read = payerRegistrySchema.safeParse(parsed.data);
  const problems = read.success
    ? [...registryProblems(read.data), ...ineffectiveWindows(read.data)]
    : schemaProblems(read.error);
  if (!read.success || problems.length > 0)
    return { kind: 'refused', problems: problems.map((problem) => located(problem, file)) };
  const warnings = registryWarnings(read.data).map((problem) => located(problem, file));
  return { kind: 'read', registry: read.data, warnings };
}
