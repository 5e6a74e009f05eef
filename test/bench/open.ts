import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { putAll } from '../../functions/adapters/dynamodb/batch-write.ts';
import { InFlight } from '../../functions/use-cases/in-flight.ts';
import { bringUp } from '../../infra/local/bring-up.ts';
import type { Emulator } from '../../infra/local/emulator.ts';
import { Steps } from '../../infra/local/steps.ts';
import { clientOf } from '../../infra/local/system.ts';
import { emptyTables } from '../fixtures/empty-tables.ts';
import { remittanceFile } from '../fixtures/remittance-file.ts';

/**
 * `npm run bench:open [-- --denials N] [-- --minutes N]`: so many denials dropped into the inbox of a local system until
 * each has an execution that waits for a person, beside a bare loop that writes the same rows to another table of the
 * same emulator. Ends with 1 where one is missing or there twice.
 */
const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const wanted = numberAfter('--denials', 10_000);
const minutes = numberAfter('--minutes', 30);
const CLAIMS_A_FILE = 250;

type Item = Record<string, unknown> & { pk: string; sk: string };

let emulator: Emulator | undefined;
process.once('exit', () => emulator?.kill());
try {
  const steps = new Steps(Date.now(), (text) => process.stderr.write(text));
  const system = await bringUp(steps, { port: 0 }, (running) => {
    emulator = running;
  });
  const s3 = new S3Client({ ...clientOf(system), forcePathStyle: true });
  const database = new DynamoDBClient(clientOf(system));
  const client = DynamoDBDocumentClient.from(database);
  const rows = async (keep: (item: Item) => boolean): Promise<Item[]> => {
    const items: Item[] = [];
    for await (const { Items = [] } of paginateScan({ client }, { TableName: system.tables.work }))
      items.push(...(Items as Item[]).filter(keep));
    return items;
  };

  /** Without the rows themselves: to hand them over takes the emulator longer than to walk them. */
  const countOfWaits = async (): Promise<number> => {
    let count = 0;
    const asked = {
      TableName: system.tables.work,
      Select: 'COUNT',
      FilterExpression: 'begins_with(sk, :wait)',
      ExpressionAttributeValues: { ':wait': 'WAIT#' },
    } as const;
    for await (const { Count = 0 } of paginateScan({ client }, asked)) count += Count;
    return count;
  };

  const startedAt = performance.now();
  for (let first = 0; first < wanted; first += CLAIMS_A_FILE) {
    const claims = Array.from({ length: Math.min(CLAIMS_A_FILE, wanted - first) }, (_, n) => ({
      id: `OPEN-${first + n}`,
      chargeCents: 4_200,
      adjustments: [['CO', '16', 4_200]] as const,
      remarks: ['M51'],
    }));
    const body = remittanceFile([{ claims, trace: `OPEN${first}` }]);
    await s3.send(new PutObjectCommand({ Bucket: system.inboxBucket, Key: `open-${first}.835`, Body: body }));
  }
  let waiting = 0;
  const giveUpAt = performance.now() + minutes * 60_000;
  while (waiting < wanted && performance.now() < giveUpAt) {
    // Each look walks every row, in the one process that is to do the work.
    await sleep(Math.max(2_000, wanted * 2));
    waiting = await countOfWaits();
    const lasted = (performance.now() - startedAt) / 1000;
    process.stderr.write(`${waiting} wait after ${lasted.toFixed(0)} s\n`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const all = await rows(() => true);
  const waits = all.filter(({ sk }) => sk.startsWith('WAIT#'));
  const denials = all.filter(({ sk }) => sk === 'META').length;
  const once = new Set(waits.map(({ pk }) => pk)).size;
  const isRight = denials === wanted && waits.length === wanted && once === wanted;
  print(
    `${denials} of ${wanted} denials opened, ${once} wait, in ${seconds.toFixed(1)} s: ${(once / seconds).toFixed(0)}/s${isRight ? '' : ' WRONG'}`,
  );

  const { work } = await emptyTables(database, 'bench');
  const loopStartedAt = performance.now();
  const writing = new InFlight(8);
  for (let at = 0; at < all.length; at += 25)
    await writing.add(() => putAll(client, work, all.slice(at, at + 25)));
  await writing.drain();
  const loopSeconds = (performance.now() - loopStartedAt) / 1000;
  print(
    `a bare loop writes the same ${all.length} rows in ${loopSeconds.toFixed(1)} s: ${(wanted / loopSeconds).toFixed(0)} denials/s; ratio ${(loopSeconds / seconds).toFixed(2)}`,
  );
  process.exitCode = isRight ? 0 : 1;
} finally {
  await emulator?.stop();
}
