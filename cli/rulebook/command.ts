import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { checkRulebookAt } from '../../functions/adapters/check-rulebook.ts';
import { type RegistryReading, readRegistry } from '../../functions/core/payer/read-registry.ts';
import { knownPayers } from '../../functions/core/payer/registry.ts';
import { told } from '../../functions/core/rulebook/source-files.ts';
import { EXIT_USAGE } from '../triage/command.ts';

const SHIPPED = path.join(import.meta.dirname, '..', '..', 'rulebook');

export const EXIT_NO_ERRORS = 0;
export const EXIT_ERRORS = 1;

/** `overturn rulebook`: what a manager does with a rulebook, a layer or a payer registry before it goes live. */
export function rulebookCommand(cwd: string): Command {
  return new Command('rulebook').description('Check a rulebook, a layer or a payer registry.').addCommand(
    new Command('check')
      .description(
        'Find rules that can never match, rules that tie, codes without an answer, and what a schema refuses.',
      )
      .argument('[path]', 'a whole rulebook, or an organisation’s layer; the shipped rulebook where left out')
      .option('--registry <file>', 'check a payer registry as well')
      .action(async (name: string | undefined, options: { readonly registry?: string }, command: Command) => {
        const registry = options.registry === undefined ? null : await registryOf(options.registry, cwd);
        if (registry === 'unreadable')
          return command.error(`error: The payer registry ${options.registry} cannot be read.`, {
            exitCode: EXIT_USAGE,
          });
        const report = checkRulebookAt(
          name === undefined ? SHIPPED : path.resolve(cwd, name),
          registry?.kind === 'read' ? knownPayers(registry.registry.payers) : null,
        );
        const errors = [...report.errors, ...(registry?.kind === 'refused' ? registry.problems : [])];
        const warnings = [...report.warnings, ...(registry?.kind === 'read' ? registry.warnings : [])];
        const lines = [
          ...errors.map((problem) => `✗ ${told(problem)}`),
          ...warnings.map((problem) => `! ${told(problem)}`),
          `${report.version}: ${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}.`,
        ];
        process.stdout.write(`${lines.join('\n')}\n`);
        process.exitCode = errors.length > 0 ? EXIT_ERRORS : EXIT_NO_ERRORS;
      }),
  );
}

async function registryOf(name: string, cwd: string): Promise<RegistryReading | 'unreadable'> {
  const text = await readFile(path.resolve(cwd, name), 'utf8').catch(() => null);
  return text === null ? 'unreadable' : readRegistry({ name, text });
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
