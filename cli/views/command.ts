import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbRecordSource } from '../../functions/adapters/dynamodb/record-source.ts';
import { dynamodbViewGenerations } from '../../functions/adapters/dynamodb/view-generations.ts';
import { dynamodbViewStore } from '../../functions/adapters/dynamodb/view-store.ts';
import { systemClock } from '../../functions/adapters/system-clock.ts';
import { deleteSuperseded, rebuildViews, type Taken } from '../../functions/use-cases/rebuild-views.ts';

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
        generations: dynamodbViewGenerations(client, viewsTable),
        clock: systemClock('UTC'),
        holder: randomUUID(),
      };
      const told = (what: string) => (count: number) => void process.stderr.write(`${count} ${what}\n`);
      const rebuilt = await rebuildViews(ports, told('records'));
      if (rebuilt.kind === 'taken') return endAsTaken(rebuilt);
      const { generation, records } = rebuilt;
      process.stdout.write(
        `${records} records are in the views of generation ${generation}, which answer now.\n`,
      );
      let deleted = await deleteSuperseded(ports, told('items deleted'));
      if (deleted.kind === 'too_early') {
        const { until } = deleted;
        process.stderr.write(`The views of before are deleted after ${until}, once nobody reads them.\n`);
        await sleep(Math.max(0, Date.parse(until) - Date.now()));
        deleted = await deleteSuperseded(ports, told('items deleted'));
      }
      if (deleted.kind === 'taken') return endAsTaken(deleted);
      if (deleted.kind === 'deleted') process.stdout.write(`${deleted.items} items of before are deleted.\n`);
    });
}

function endAsTaken({ by }: Taken): void {
  process.stderr.write(
    `error: Another rebuild is under way. It goes on, or can be taken over after ${by.until}.\n`,
  );
  process.exitCode = 1;
}
