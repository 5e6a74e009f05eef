import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putAll } from '../../functions/adapters/dynamodb/batch-write.ts';
import { metaItem } from '../../functions/adapters/dynamodb/denial-items.ts';
import { dynamodbDenialStore } from '../../functions/adapters/dynamodb/denial-store.ts';
import { MemoryClock } from '../../functions/adapters/memory/clock.ts';
import { MemoryDenialStore } from '../../functions/adapters/memory/denial-store.ts';
import { MemoryRemittanceStore } from '../../functions/adapters/memory/remittance-store.ts';
import { MemoryWorkflow } from '../../functions/adapters/memory/workflow.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import type { DenialStore } from '../../functions/ports/denial-store.ts';
import { InFlight } from '../../functions/use-cases/in-flight.ts';
import { sweepDenials } from '../../functions/use-cases/sweep-denials.ts';
import { type Emulator, startEmulator } from '../../infra/local/emulator.ts';
import { setUpEmulator } from '../../infra/local/setup-emulator.ts';
import { emptyTables } from '../fixtures/empty-tables.ts';
import { appealDeadline } from '../fixtures/memory-system.ts';
import { assessedDenial } from '../fixtures/opened-denial.ts';

/**
 * `npm run bench:sweep [-- --open N] [-- --due N] [-- --memory]`: one sweep over so many open denials of which so many
 * are due a reminder, on the memory adapters and on the emulator's DynamoDB. Ends with 1 where one due denial was not
 * reminded exactly once, where a second sweep raises anything, or where it takes longer than the Lambda may run.
 */
const LAMBDA_MS = 5 * 60_000;

const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const open = numberAfter('--open', 100_000);
const due = numberAfter('--due', 10_000);
const NOW = '2026-11-24T06:00:00.000Z';

/** Denials to correct: of the first ones the reminder of fourteen days is due. */
function* denials(): Generator<Denial> {
  const opened = assessedDenial({ deadlines: [appealDeadline('2026-12-08', '2027-01-05')] }).denial;
  for (let n = 0; n < open; n += 1) {
    // Ids are hashes: their first digit spreads them over the shards.
    const denialId = `${(n % 16).toString(16)}${String(n).padStart(31, '0')}-0001` as Denial['denialId'];
    const isDue = n < due;
    yield {
      ...opened,
      denialId,
      state: 'correcting',
      nextAction: 'Correct it.',
      workedAt: NOW,
      ...(isDue ? {} : { sendBy: '2027-06-01', deadlines: [appealDeadline('2027-06-01', '2027-07-01')] }),
      wakeOn: isDue ? '2026-11-24' : '2027-05-18',
    };
  }
}

async function sweep(name: string, store: DenialStore): Promise<boolean> {
  const ports = { denials: store, workflow: new MemoryWorkflow(), clock: new MemoryClock(NOW) };
  const startedAt = performance.now();
  const timeLeftMs = () => LAMBDA_MS - (performance.now() - startedAt);
  const first = await sweepDenials({ ...ports, timeLeftMs });
  const seconds = (performance.now() - startedAt) / 1000;
  const second = await sweepDenials({ ...ports, timeLeftMs: () => LAMBDA_MS });
  const isRight = first.reminded === due && first.failed + first.left + second.looked === 0;
  print(
    `${name}: ${open} open, ${due} due: ${first.reminded} reminded in ${seconds.toFixed(1)} s (${(first.reminded / seconds).toFixed(0)}/s) of the ${LAMBDA_MS / 1000} s a Lambda has; a second sweep looked at ${second.looked}${isRight ? '' : ` WRONG: ${JSON.stringify(first)}`}`,
  );
  return isRight;
}

let emulator: Emulator | undefined;
process.once('exit', () => emulator?.kill());
let isRight = true;
try {
  const memory = new MemoryDenialStore(new MemoryRemittanceStore());
  const { event } = assessedDenial();
  for (const denial of denials())
    await memory.openFollowUp({ denial, event: { ...event, denialId: denial.denialId } });
  isRight = (await sweep('memory', memory)) && isRight;
  if (!process.argv.includes('--memory')) {
    setUpEmulator();
    emulator = await startEmulator({ port: 0 });
    Object.assign(process.env, emulator.clientEnvironment);
    const database = new DynamoDBClient({});
    const client = DynamoDBDocumentClient.from(database);
    const tables = await emptyTables(database, 'bench');
    const writing = new InFlight(4);
    let batch: ReturnType<typeof metaItem>[] = [];
    const write = async (items: readonly ReturnType<typeof metaItem>[]) =>
      writing.add(() => putAll(client, tables.work, items as never));
    for (const denial of denials()) {
      batch.push(metaItem(denial));
      if (batch.length === 25) {
        await write(batch);
        batch = [];
      }
    }
    await write(batch);
    await writing.drain();
    isRight = (await sweep('DynamoDB of the emulator', dynamodbDenialStore(client, tables))) && isRight;
  }
} finally {
  await emulator?.stop();
}
process.exitCode = isRight ? 0 : 1;
