import { Command, Option } from 'commander';
import { readRemittances } from '../../functions/core/remittance/reader.ts';
import { loadPayers, loadRules, type RulesOptions, warnOf } from '../rules/load-rules.ts';
import { atHandOn, calendarDate, localToday } from './as-of.ts';
import { type FoundInputs, findInputs, type TriageInput } from './inputs.ts';
import type { TriageLine } from './lines.ts';
import { writeNdjson } from './ndjson.ts';
import { writeTable } from './table.ts';
import { TriageRun } from './triage.ts';

/** Takes the lines of a run as they come, so that a file of any size runs in flat memory. */
export type LineWriter = (lines: AsyncIterable<readonly TriageLine[]>) => Promise<void>;

interface Options extends RulesOptions {
  readonly format?: 'table' | 'ndjson';
  readonly asOf?: string;
  readonly decisions: boolean;
}

export const EXIT_ALL_READ = 0;
export const EXIT_EXCEPTIONS = 1;
export const EXIT_USAGE = 2;

/** `overturn triage`: what is denied in 835 files, why, what to do and by when. Needs no infrastructure. */
export function triageCommand(cwd: string): Command {
  return new Command('triage')
    .description('Read 835 remittances and say what is denied, why, what to do and by when.')
    .argument('<input...>', 'files, folders, or - for standard input')
    .addOption(
      new Option('--format <format>', 'table (default on a terminal) or ndjson').choices(['table', 'ndjson']),
    )
    .option('--as-of <date>', 'count days to deadlines from this date (yyyy-mm-dd)', calendarDate)
    .option('--payers <file>', 'JSON file that says which payer is of which type')
    .option('--registry <file>', 'payer registry: types, windows and channels of payers')
    .option('--rulebook <path>', 'a whole rulebook, or an organisation’s layer over this release')
    .option('--no-decisions', 'only read: ndjson of what is in the files, without decisions and deadlines')
    .action(async (names: string[], options: Options, command: Command) => {
      const found = await findInputs(names, cwd);
      if (found.kind === 'not_found')
        return command.error(`error: ${found.message}`, { exitCode: EXIT_USAGE });
      const decides = options.decisions;
      if (!decides && (options.format === 'table' || options.rulebook !== undefined))
        return command.error(
          'error: --no-decisions writes ndjson and asks no rulebook: leave out --format table and --rulebook.',
          { exitCode: EXIT_USAGE },
        );
      const rules = decides ? await loadRules(options, cwd) : await loadPayers(options, cwd);
      if (rules.kind === 'refused') return command.error(`error: ${rules.message}`, { exitCode: EXIT_USAGE });
      if ('warnings' in rules) warnOf(rules.warnings);

      const run = new TriageRun(rules, atHandOn(options.asOf));
      const format = options.format ?? (decides && process.stdout.isTTY ? 'table' : 'ndjson');
      const write: LineWriter =
        format === 'ndjson' ? writeNdjson : writeTable(options.asOf ?? localToday(), process.stdout.columns);
      await write(linesOf(run, found));
      process.exitCode = run.summary().exceptions > 0 ? EXIT_EXCEPTIONS : EXIT_ALL_READ;
    });
}

/** The lines of a run, in batches as the input is read; the summary last. */
export async function* linesOf(
  run: TriageRun,
  found: FoundInputs & { kind: 'found' },
): AsyncGenerator<readonly TriageLine[]> {
  for (const input of found.inputs) yield* linesOfInput(run, input);
  yield [run.summary()];
}

async function* linesOfInput(run: TriageRun, input: TriageInput): AsyncGenerator<readonly TriageLine[]> {
  run.startFile();
  try {
    for await (const events of readRemittances(input.open())) {
      const lines: TriageLine[] = [];
      for (const event of events) {
        const line = run.lineOf(input.name, event);
        if (line !== null) lines.push(line);
      }
      yield lines;
    }
    const missing = run.endFile(input.name);
    if (missing !== null) yield [missing];
  } catch (error) {
    // Only the source may fail here (no permission, a disk error); anything else is a bug and must surface.
    if (!isSystemError(error)) throw error;
    const notice = {
      code: 'unreadable_file',
      message: `The file could not be read to its end (${error.code}). Check that you may open it.`,
      transaction: null,
      ordinal: null,
      segment: null,
      byteOffset: null,
    };
    yield [run.exceptionLine(input.name, notice)];
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
