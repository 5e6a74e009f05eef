import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { payersUnknownTo } from '../../functions/adapters/check-rulebook.ts';
import { bundledClocks } from '../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { findRulebook } from '../../functions/adapters/rulebook-files.ts';
import type { CompiledClocks } from '../../functions/core/deadline/compile.ts';
import type { KnownPayer } from '../../functions/core/payer/profile.ts';
import { readRegistry } from '../../functions/core/payer/read-registry.ts';
import { knownPayers } from '../../functions/core/payer/registry.ts';
import type { CompiledRulebook } from '../../functions/core/rulebook/compile.ts';
import { type LocatedProblem, told } from '../../functions/core/rulebook/source-files.ts';
import { readPayerFile } from '../triage/payer-file.ts';

/** What decides and counts in one run. */
export interface Rules {
  readonly rulebook: CompiledRulebook;
  readonly clocks: CompiledClocks;
  readonly payers: readonly KnownPayer[];
}

type Refused = { readonly kind: 'refused'; readonly message: string };
export type LoadedRules =
  | ({ readonly kind: 'loaded'; readonly warnings: readonly string[] } & Rules)
  | Refused;
export type LoadedPayers =
  | { readonly kind: 'loaded'; readonly rulebook: null; readonly payers: readonly KnownPayer[] }
  | Refused;

/** The options that say by which rules a command decides. */
export interface RulesOptions {
  readonly payers?: string;
  readonly registry?: string;
  readonly rulebook?: string;
}

/** The rules a command was asked to use: this release's where nothing else is named. */
export async function loadRules(options: RulesOptions, cwd: string): Promise<LoadedRules> {
  const known = await loadPayers(options, cwd);
  if (known.kind === 'refused') return known;
  const { payers } = known;
  if (options.rulebook === undefined)
    return { kind: 'loaded', rulebook: bundledRulebook(), clocks: shippedClocks(), payers, warnings: [] };
  const found = findRulebook(path.resolve(cwd, options.rulebook));
  if (found.kind === 'refused') return refused(`The rulebook ${options.rulebook}`, found.problems);
  const { rulebook, clocks } = found;
  const warnings = payersUnknownTo(found, payers, true).map(told);
  return { kind: 'loaded', rulebook, clocks: clocks ?? shippedClocks(), payers, warnings };
}

let shipped: CompiledClocks | undefined;

/** One for all, so that a simulation sees that both sides count alike. */
function shippedClocks(): CompiledClocks {
  shipped ??= bundledClocks();
  return shipped;
}

/** The payers a command was told of, for one that does not decide. Entries of `--payers` come before those of `--registry`. */
export async function loadPayers(
  options: Pick<RulesOptions, 'payers' | 'registry'>,
  cwd: string,
): Promise<LoadedPayers> {
  const payerFile =
    options.payers === undefined
      ? { kind: 'read' as const, payers: [] }
      : await readPayerFile(options.payers, cwd);
  if (payerFile.kind === 'refused') return payerFile;
  const registry =
    options.registry === undefined
      ? { kind: 'read' as const, payers: [] }
      : await readRegistryFile(options.registry, cwd);
  if (registry.kind === 'refused') return registry;
  return { kind: 'loaded', rulebook: null, payers: [...payerFile.payers, ...registry.payers] };
}

/** The payers of `--registry FILE`, with their windows; a refusal names file, line and what to do. */
export async function readRegistryFile(
  name: string,
  cwd: string,
): Promise<
  | { readonly kind: 'read'; readonly payers: readonly KnownPayer[] }
  | { readonly kind: 'refused'; readonly message: string }
> {
  const text = await readFile(path.resolve(cwd, name), 'utf8').catch(() => null);
  if (text === null) return { kind: 'refused', message: `The payer registry ${name} cannot be read.` };
  const reading = readRegistry({ name, text });
  return reading.kind === 'read'
    ? { kind: 'read', payers: knownPayers(reading.registry.payers) }
    : refused(`The payer registry ${name}`, reading.problems);
}

/** Tells on standard error what of the rules has no effect. */
export function warnOf(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`! ${warning}\n`);
}

function refused(what: string, problems: readonly LocatedProblem[]) {
  return { kind: 'refused' as const, message: `${what} is refused:\n${problems.map(told).join('\n')}` };
}
