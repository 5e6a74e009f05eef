import { Command } from 'commander';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbRecordSource } from '../../functions/adapters/dynamodb/record-source.ts';
import { dynamodbViewStore } from '../../functions/adapters/dynamodb/view-store.ts';
import { systemClock } from '../../functions/adapters/system-clock.ts';
import { rebuildViews } from '../../functions/use-cases/rebuild-views.ts';

interface Options {
  readonly workTable: string;
  readonly viewsTable: string;
}

/** `overturn rebuild-views`: makes the read models anew beside those in use, then lets the new ones answer. */
export function rebuildViewsCommand(): Command {
  return new Command('rebuild-views')
    .description('Make lists and figures anew from the records, while the old ones answer.')
    .requiredOption('--work-table <name>', 'the records (output workTable of OverturnData)')
    .requiredOption('--views-table <name>', 'the read models (output viewsTable of OverturnData)')
    .action(async ({ workTable, viewsTable }: Options) => {
      const client = documentClient();
      const ports = {
        records: dynamodbRecordSource(client, workTable),
        views: dynamodbViewStore(client, viewsTable),
        clock: systemClock('UTC'),
      };
      const told = (records: number) => void process.stderr.write(`${records} records\n`);
      const { generation, records } = await rebuildViews(ports, told);
      process.stdout.write(
        `${records} records are in the views of generation ${generation}, which answer now.\n`,
      );
    });
}
