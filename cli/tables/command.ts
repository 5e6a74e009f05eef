import path from 'node:path';
import { Command, Option } from 'commander';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbCodingTables } from '../../functions/adapters/dynamodb/coding-tables.ts';
import { codingTableFolder } from '../../functions/adapters/files/coding-tables.ts';
import {
  CODING_TABLES,
  type CodingTable,
  type CodingTableStore,
} from '../../functions/ports/coding-tables.ts';
import { COMPLETE_ROWS } from '../../functions/use-cases/find-coding-errors.ts';
import { loadCodingTable } from '../../functions/use-cases/load-coding-table.ts';
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
    .requiredOption('--name <name>', 'how findings name the release, for example 2027 or 2026Q4')
    .requiredOption('--from <date>', 'the first day on which it holds (yyyy-mm-dd)', calendarDate)
    .action(async (names: string[], options: LoadOptions, command: Command) => {
      const misused = (message: string) => command.error(`error: ${message}`, { exitCode: EXIT_USAGE });
      const store = storeOf(options, cwd);
      if (store === null) return misused(NAME_ONE_PLACE);
      if (names.includes('-')) return misused('A table is read twice: give files, not standard input.');
      const inputs = await findInputs(names, cwd);
      if (inputs.kind === 'not_found') return misused(inputs.message);
      const { table, name, from: effectiveFrom } = options;
      const at = new Date().toISOString();
      const loaded = await loadCodingTable(store, { table, name, effectiveFrom, files: inputs.inputs, at });
      if (loaded.kind === 'refused') {
        process.stderr.write(
          `✗ ${loaded.file}, line ${loaded.line}: ${loaded.says}\n  Nothing was changed.\n`,
        );
        process.exitCode = EXIT_REFUSED;
        return;
      }
      const { rows } = loaded.release;
      process.stdout.write(
        `${table} ${name}: ${rowsInWords(table, rows)}, in force from ${effectiveFrom}.\n`,
      );
      process.exitCode = EXIT_LOADED;
    });
}

function listCommand(cwd: string): Command {
  return withPlace(new Command('list'))
    .description('Say which releases are loaded.')
    .action(async (options: Place, command: Command) => {
      const store = storeOf(options, cwd);
      if (store === null) return command.error(`error: ${NAME_ONE_PLACE}`, { exitCode: EXIT_USAGE });
      const releases = (await store.releases()).toSorted((a, b) =>
        `${a.table}${a.effectiveFrom}` < `${b.table}${b.effectiveFrom}` ? -1 : 1,
      );
      for (const { table, name, effectiveFrom, rows } of releases)
        process.stdout.write(
          `${table.padEnd(18)}from ${effectiveFrom}  ${name}, ${rowsInWords(table, rows)}\n`,
        );
      for (const table of CODING_TABLES)
        if (releases.every((release) => release.table !== table))
          process.stdout.write(`${table.padEnd(18)}not loaded\n`);
    });
}

/** @example rowsInWords('icd10cm', 11) // '11 rows (an excerpt: a category that is not in it says nothing)' */
function rowsInWords(table: CodingTable, rows: number): string {
  const excerpt = table === 'icd10cm' && rows < COMPLETE_ROWS;
  return `${rows.toLocaleString('en-US')} rows${excerpt ? ' (an excerpt: a category that is not in it says nothing)' : ''}`;
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
