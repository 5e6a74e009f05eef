import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import type { ApiPorts } from '../../../functions/handlers/api/operation.ts';
import { type Emulator, startEmulator } from '../../../infra/local/emulator.ts';
import { setUpEmulator } from '../../../infra/local/setup-emulator.ts';
import { eventOf, type Sent } from '../../unit/api/requests.ts';
import { bareCalls, type Written } from './bare.ts';
import { timesOverHttp } from './over-http.ts';
import { type BenchSystem, benchSystem } from './system.ts';

/**
 * `npm run bench:api [-- --rows N] [-- --runs N]`: a snapshot of the queue, the head of a denial and an approval, each
 * as the `api` handler answers it in this process against the emulator's DynamoDB, in turns with the bare calls to
 * DynamoDB that it cannot do without. Ends with 1 where a middle is more than twice that of the bare calls, or where an
 * answer is not the one that is meant. Printed alone: the snapshot of a queue in which a denial changed since the last
 * request; and all of it over HTTP, where the emulator adds a cost of its own to every call of a function.
 */
const MOST_RATIO = 2;

const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const rows = numberAfter('--rows', 10_000);
const runs = numberAfter('--runs', 15);

let emulator: Emulator | undefined;
process.once('exit', () => emulator?.kill());
let isMet = true;
try {
  setUpEmulator();
  emulator = await startEmulator({ port: 0 });
  Object.assign(process.env, emulator.clientEnvironment);
  const system = await benchSystem(rows);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  const ports = system.portsOn(client);
  const requests = requestsOf(system);
  const { calls, written } = await recordedCalls(system, requests);
  const { practiceId, claimId, remittanceId, clpOrdinal } = system.denial;
  const payment = await ports.remittances.readClaimPayment(practiceId, claimId, remittanceId, clpOrdinal);
  if (payment === null) throw new Error('There is no claim payment.');
  const bare = bareCalls(client, system, payment, written);

  print(`${rows} open denials, middle of ${runs} in turns (least to most), milliseconds`);
  for (const name of ['snapshot', 'snapshot after a change', 'head', 'approval'] as const) {
    const request = name === 'snapshot after a change' ? 'snapshot' : name;
    const after = name === 'approval' ? system.restore : name === request ? async () => {} : system.change;
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = -3; run < runs; run += 1) {
      const took = await timed(async () => answered(ports, requests[request]()));
      await after();
      const tookBare = await timed(bare[request]);
      await after();
      // The first ones warm up both.
      if (run < 0) continue;
      ours.push(took);
      theirs.push(tookBare);
    }
    const ratio = median(ours) / median(theirs);
    const isHeld = name === request;
    const isWithin = ratio <= MOST_RATIO;
    if (isHeld && !isWithin) isMet = false;
    const verdict = isHeld ? `, at most ${MOST_RATIO}: ${isWithin ? 'met' : 'MISSED'}` : '';
    print(`${name}: ${told(ours)}; bare calls ${told(theirs)}; ratio ${ratio.toFixed(2)}${verdict}`);
    print(`  calls of the handler: ${calls[request].join(', ')}`);
  }
  await emulator.stop();

  print('\nOver HTTP, through the gateway of a whole local system:');
  const overHttp = await timesOverHttp(rows, runs, (started) => {
    emulator = started;
  });
  for (const [name, times] of Object.entries(overHttp)) print(`${name}: ${told(times)}`);
} finally {
  await emulator?.stop();
}
process.exitCode = isMet ? 0 : 1;

type Name = 'snapshot' | 'head' | 'approval';

function requestsOf({ user, denial }: BenchSystem): Readonly<Record<Name, () => Sent>> {
  const path = `/api/denials/${denial.denialId}`;
  return {
    snapshot: () => ({ as: user, path: '/api/queue/snapshot' }),
    head: () => ({ as: user, path }),
    approval: () => ({
      as: user,
      method: 'POST',
      path: `${path}/approval`,
      body: { sha256: denial.candidate?.sha256 },
      ifMatch: denial.version,
    }),
  };
}

/** As the handler does it: the organisation's settings are read at every request. */
async function answered(ports: ApiPorts, sent: Sent): Promise<string> {
  const event = eventOf(sent) as { headers: Record<string, string> };
  const headers = { ...event.headers, 'accept-encoding': 'gzip' };
  await ports.settings.organisation();
  const { statusCode, body } = await answerRequest(ports, { ...event, headers });
  if (statusCode !== 200) throw new Error(`${sent.path} was answered ${statusCode}: ${body}`);
  return body;
}

/** Each request once, with what it asks of DynamoDB. */
async function recordedCalls(
  system: BenchSystem,
  requests: Readonly<Record<Name, () => Sent>>,
): Promise<{ readonly calls: Readonly<Record<Name, readonly string[]>>; readonly written: Written }> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  let current: string[] = [];
  const inputs: Record<string, unknown>[] = [];
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        current.push(String(commandName).replace('Command', ''));
        inputs.push(structuredClone(args.input) as Record<string, unknown>);
        return next(args);
      },
    { step: 'initialize', priority: 'high' },
  );
  const ports = system.portsOn(client);
  const calls: Record<Name, readonly string[]> = { snapshot: [], head: [], approval: [] };
  for (const name of ['snapshot', 'head', 'approval'] as const) {
    current = [];
    const body = await answered(ports, requests[name]());
    if (name === 'snapshot') print(`snapshot: ${Buffer.from(body, 'base64').byteLength} bytes packed`);
    calls[name] = current;
  }
  await system.restore();
  const itemIn = (table: string) => inputs.findLast((i) => i.TableName === table && 'Item' in i)?.Item;
  const transaction = inputs.find((input) => 'TransactItems' in input)?.TransactItems;
  return {
    calls,
    written: {
      transaction,
      access: itemIn(system.tables.access),
      answer: itemIn(system.tables.work),
    } as Written,
  };
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function told(values: readonly number[]): string {
  return `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
