import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbCodingTables } from '../../functions/adapters/dynamodb/coding-tables.ts';
import { codingTableFolder } from '../../functions/adapters/files/coding-tables.ts';
import {
  CODING_TABLES,
  type CodingTable,
  type CodingTableStore,
  type LoadedRelease,
  TableDamagedError,
} from '../../functions/ports/coding-tables.ts';
import { isExcerpt } from '../../functions/use-cases/find-coding-errors.ts';
import { type LoadedTable, loadCodingTable } from '../../functions/use-cases/load-coding-table.ts';
import { LOAD_AGAIN } from '../explain/review-claim.ts';
import { calendarDate } from '../triage/as-of.ts';
import { EXIT_USAGE } from '../triage/command.ts';
import { findInputs } from '../triage/inputs.ts';

interface Place {
  readonly folder?: string;
  readonly settingsTable?: string;
}

interface LoadOptions extends Place {
  readonly table: CodingTable;
  readonly name: string;
  readonly from: string;
  readonly rows?: number;
  readonly acceptFewer?: boolean;
}

const EXIT_LOADED = 0;
const EXIT_REFUSED = 1;

/** `overturn tables`: the published code tables by which claims as sent are looked at. */
export function tablesCommand(cwd: string): Command {
  return new Command('tables')
    .description(
      'Load the published code tables (ICD-10-CM, NCCI pairs and units), and say which are in force.',
    )
    .addCommand(loadCommand(cwd))
    .addCommand(listCommand(cwd));
}

function loadCommand(cwd: string): Command {
  return withPlace(new Command('load'))
    .description('Load one release of one table from its published text files.')
    .argument('<file...>', 'the text file or files of the release, unpacked, in their order')
    .addOption(
      new Option('--table <table>', 'which table it is').choices(CODING_TABLES).makeOptionMandatory(),
    )
    .requiredOption('--name <name>', 'how findings name the release, for example 2027 or 2026Q4', releaseName)
    .requiredOption('--from <date>', 'the first day on which it holds (yyyy-mm-dd)', calendarDate)
    .option('--rows <number>', 'refuse any other number of rows', rowCount)
    .option('--accept-fewer', 'load it although it has far fewer rows than the release before')
    .action(async (names: string[], options: LoadOptions, command: Command) => {
      const misused = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      const store = storeOf(options, cwd);
      if (store === null) return misused(NAME_ONE_PLACE);
      if (names.includes('-')) return misused('A table is read twice: give files, not standard input.');
      const inputs = await findInputs(names, cwd);
      if (inputs.kind === 'not_found') return misused(inputs.message);
      const { table, name, from: effectiveFrom } = options;
      const files = inputs.inputs;
      const loaded = await orDamaged(() =>
        loadCodingTable(store, {
          ...{ table, name, effectiveFrom, files },
          at: new Date().toISOString(),
          ...(options.rows === undefined ? {} : { expectedRows: options.rows }),
          acceptsFewer: options.acceptFewer ?? false,
        }),
      );
      if (loaded === null) return;
      if (loaded.kind !== 'loaded') {
        const fileNames = files.map((file) => file.name);
        process.stderr.write(`✗ ${refusalOf(loaded, options, fileNames)}\n  Nothing was changed.\n`);
        process.exitCode = EXIT_REFUSED;
        return;
      }
      const { release, before } = loaded;
      process.stdout.write(
        `${table} ${name}: ${rowsInWords(release)}, in force from ${effectiveFrom}.\n${comparedWith(before, options)}`,
      );
      process.exitCode = EXIT_LOADED;
    });
}

type Refused = Exclude<LoadedTable, { kind: 'loaded' }>;

function refusalOf(refused: Refused, { rows }: LoadOptions, files: readonly string[]): string {
  if (refused.kind === 'refused') return `${refused.file}, line ${refused.line}: ${refused.says}`;
  const counted = refused.rowsOfFiles.map((of, at) => `${files[at]} ${numbered(of)}`).join(', ');
  const found = `${numbered(refused.rows)} rows were counted (${counted})`;
  if (refused.kind === 'other_rows')
    return `${found}, and --rows says ${numbered(rows ?? 0)}. Is a file cut off, or one of several missing?`;
  const { name, rows: rowsBefore } = refused.before;
  return `${found}, and ${name} has ${numbered(rowsBefore)}. Is a file cut off, or one of several missing? If so many are right, say --accept-fewer.`;
}

function comparedWith(before: LoadedRelease | null, { table, rows }: LoadOptions): string {
  if (rows !== undefined) return '';
  if (before !== null) return `  ${before.name} has ${numbered(before.rows)} rows.\n`;
  return `  It is the first ${table} here, and its files carry no count: compare the rows with the publisher’s, or give them with --rows.\n`;
}

function listCommand(cwd: string): Command {
  return withPlace(new Command('list'))
    .description('Say which releases are loaded.')
    .action(async (options: Place, command: Command) => {
      const store = storeOf(options, cwd);
      if (store === null) return command.error(`error: ${NAME_ONE_PLACE}`, { exitCode: EXIT_USAGE });
      const loaded = await orDamaged(() => store.releases());
      if (loaded === null) return;
      const releases = loaded.toSorted((a, b) =>
        `${a.table}${a.effectiveFrom}` < `${b.table}${b.effectiveFrom}` ? -1 : 1,
      );
      for (const release of releases) {
        const { table, name, effectiveFrom } = release;
        process.stdout.write(`${table.padEnd(18)}from ${effectiveFrom}  ${name}, ${rowsInWords(release)}\n`);
      }
      for (const table of CODING_TABLES)
        if (releases.every((release) => release.table !== table))
          process.stdout.write(`${table.padEnd(18)}not loaded\n`);
    });
}

/** What was read of the tables; null where they are damaged, which is then told. */
async function orDamaged<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof TableDamagedError)) throw error;
    process.stderr.write(`✗ The code tables are damaged: ${error.message}.\n  ${LOAD_AGAIN}\n`);
    process.exitCode = EXIT_REFUSED;
    return null;
  }
}

/** @example rowsInWords(release) // '11 rows (an excerpt: a category that is not in it says nothing)' */
function rowsInWords(release: LoadedRelease): string {
  return `${numbered(release.rows)} rows${isExcerpt(release) ? ' (an excerpt: a category that is not in it says nothing)' : ''}`;
}

function numbered(count: number): string {
  return count.toLocaleString('en-US');
}

function releaseName(value: string): string {
  const name = value.trim();
  if (name === '' || name.length > 40 || /\p{Cc}/u.test(name))
    throw new InvalidArgumentError('Give the release a name of up to 40 characters, for example 2026Q4.');
  return name;
}

function rowCount(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new InvalidArgumentError('Give a number of rows, from 1.');
  return Number(value);
}

const NAME_ONE_PLACE = 'Say where the tables are: --folder FOLDER, or --settings-table NAME on AWS.';

function withPlace(command: Command): Command {
  return command
    .option('--folder <folder>', 'keep them in this folder, for overturn explain --tables')
    .option(
      '--settings-table <name>',
      'keep them in this DynamoDB table (output settingsTable of OverturnData)',
    );
}

function storeOf({ folder, settingsTable }: Place, cwd: string): CodingTableStore | null {
  if (folder !== undefined && settingsTable !== undefined) return null;
  if (folder !== undefined) return codingTableFolder(path.resolve(cwd, folder));
  return settingsTable === undefined ? null : dynamodbCodingTables(documentClient(), settingsTable);
}
