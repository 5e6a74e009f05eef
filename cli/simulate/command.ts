import { once } from 'node:events';
import { Command, Option } from 'commander';
import type { OwnTerms } from '../../functions/core/payer/profile.ts';
import { reportOf, type SimulationReport } from '../../functions/core/rulebook/simulate/report.ts';
import { type Simulation, simulateClaim } from '../../functions/core/rulebook/simulate/simulate.ts';
import { SimulationTally } from '../../functions/core/rulebook/simulate/tally.ts';
import type { CalendarDate } from '../../functions/core/time/calendar-date.ts';
import { readDecisionFacts } from '../../functions/use-cases/read-decision-facts.ts';
import { loadRules, type Rules, type RulesOptions, warnOf } from '../rules/load-rules.ts';
import { calendarDate, localToday } from '../triage/as-of.ts';
import { EXIT_ALL_READ, EXIT_EXCEPTIONS, EXIT_USAGE } from '../triage/command.ts';
import { findInputs, type TriageInput } from '../triage/inputs.ts';
import { CountedFacts } from './counted-facts.ts';
import { factsOfFiles, withoutJson } from './facts.ts';
import { reportText } from './report-text.ts';

interface Options extends RulesOptions {
  readonly rulebook: string;
  readonly present?: string;
  readonly facts?: readonly string[];
  readonly format?: 'table' | 'json';
  readonly asOf?: string;
}

const PAYERS = ['--payers <file>', 'JSON file that says which payer is of which type'] as const;
const REGISTRY = ['--registry <file>', 'payer registry: types, windows and channels of payers'] as const;

/** `overturn simulate`: what another rulebook would have decided, before it does. */
export function simulateCommand(cwd: string): Command {
  return new Command('simulate')
    .description('Decide what was decided before by another rulebook, and say what would change.')
    .argument('[input...]', '835 files or folders')
    .requiredOption('--rulebook <path>', 'the proposed one: a whole rulebook, or a layer over this release')
    .option('--present <path>', 'what it is compared with; this release where left out')
    .option('--facts <file...>', 'archived decision facts (NDJSON), - for standard input')
    .addOption(
      new Option('--format <format>', 'table (default on a terminal) or json').choices(['table', 'json']),
    )
    .option('--as-of <date>', 'look at the clocks from this date (yyyy-mm-dd)', calendarDate)
    .option(...PAYERS)
    .option(...REGISTRY)
    .action(async (names: string[], options: Options, command: Command) => {
      const refuse = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      const factNames = options.facts ?? [];
      if (names.length + factNames.length === 0) return refuse('Name 835 files, or --facts FILE.');
      if (names.includes('-'))
        return refuse('835 files are read twice: name a file. Decision facts may come from --facts -.');
      const inputs = names.length === 0 ? noInputs : await findInputs(names, cwd);
      if (inputs.kind === 'not_found') return refuse(inputs.message);
      const facts = factNames.length === 0 ? noInputs : await findInputs(factNames, cwd);
      if (facts.kind === 'not_found') return refuse(facts.message);
      const proposed = await loadRules(options, cwd);
      if (proposed.kind === 'refused') return refuse(proposed.message);
      const { rulebook: _, ...others } = options;
      const present = await loadRules(
        options.present === undefined ? others : { ...others, rulebook: options.present },
        cwd,
      );
      if (present.kind === 'refused') return refuse(present.message);
      warnOf(proposed.warnings);

      const asOf = (options.asOf ?? localToday()) as CalendarDate;
      let exceptions = 0;
      const tell = (exception: string) => {
        exceptions += 1;
        process.stderr.write(`✗ ${printable(exception)}\n`);
      };
      const simulation = { present, proposed, terms: termsOf(present), asOf };
      const files = await withoutJson(inputs.inputs, names, tellLeftOut);
      const report = await simulateAll({ files, facts: facts.inputs }, simulation, tell);
      const format = options.format ?? (process.stdout.isTTY ? 'table' : 'json');
      process.stdout.write(
        format === 'json'
          ? `${JSON.stringify(report, null, 2)}\n`
          : printable(reportText(report, process.stdout.columns)),
      );
      const allRead = exceptions === 0 && report.unreadable.lines === 0;
      process.exitCode = allRead ? EXIT_ALL_READ : EXIT_EXCEPTIONS;
    });
}

function tellLeftOut(name: string): void {
  process.stderr.write(`· ${printable(name)} is JSON, no 835: left out. Name it to have it read.\n`);
}

const noInputs = { kind: 'found' as const, inputs: [] };

/** `overturn facts`: decision facts out of 835 files, as ingest archives them. */
export function factsCommand(cwd: string): Command {
  return new Command('facts')
    .description('Write the decision facts of 835 files, one JSON object a claim: what simulate reads.')
    .argument('<input...>', 'files or folders')
    .option('--rulebook <path>', 'a whole rulebook, or a layer over this release')
    .option(...PAYERS)
    .option(...REGISTRY)
    .action(async (names: string[], options: RulesOptions, command: Command) => {
      const refuse = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      if (names.includes('-')) return refuse('835 files are read twice: name a file.');
      const found = await findInputs(names, cwd);
      if (found.kind === 'not_found') return refuse(found.message);
      const rules = await loadRules(options, cwd);
      if (rules.kind === 'refused') return refuse(rules.message);
      process.exitCode = EXIT_ALL_READ;
      const tell = (exception: string) => {
        process.exitCode = EXIT_EXCEPTIONS;
        process.stderr.write(`✗ ${printable(exception)}\n`);
      };
      warnOf(rules.warnings);
      const inputs = await withoutJson(found.inputs, names, tellLeftOut);
      for await (const facts of factsOfFiles(inputs, rules, tell)) {
        const text = facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
        if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      }
    });
}

/** One report over 835 files, decided by the present rules first, and over archived facts; each claim counts once. */
export async function simulateAll(
  inputs: { readonly files: readonly TriageInput[]; readonly facts: readonly TriageInput[] },
  simulation: Simulation & { readonly present: Rules },
  tell: (exception: string) => void,
): Promise<SimulationReport> {
  const tally = new SimulationTally();
  const counted = new CountedFacts();
  for await (const facts of factsOfFiles(inputs.files, simulation.present, tell)) {
    for (const fact of facts) if (counted.isNew(fact)) simulateClaim(fact, simulation, tally);
  }
  for (const { name, open } of inputs.facts) {
    for await (const lines of readDecisionFacts(open())) {
      for (const { line, fact } of lines) {
        if (fact === null) tally.countUnreadable({ source: name, line });
        else if (counted.isNew(fact)) simulateClaim(fact, simulation, tally);
      }
    }
  }
  const { present, proposed, asOf } = simulation;
  const rulebooks = { present: present.rulebook.version, proposed: proposed.rulebook.version };
  return reportOf(tally, { rulebooks, asOf });
}

/** What was agreed with each registered payer, by its key. */
export function termsOf({ payers }: Pick<Rules, 'payers'>): ReadonlyMap<string, OwnTerms> {
  return new Map(payers.flatMap(({ own }) => (own === undefined ? [] : [[own.payer, own] as const])));
}

// A name out of a file must not move the cursor or ring the bell.
function printable(text: string): string {
  return text.replace(/[\p{Cc}--[\n\t]]/gv, '\uFFFD');
}
