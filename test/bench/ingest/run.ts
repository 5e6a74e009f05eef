import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { s3Client } from '../../../functions/adapters/s3/object-store.ts';
import { CALLS_AT_ONCE } from '../../../functions/use-cases/load-remittance.ts';
import { continueFile, receiveFile } from '../../../functions/use-cases/receive-file.ts';
import { type Emulator, startEmulator } from '../../../infra/local/emulator.ts';
import { setUpEmulator } from '../../../infra/local/setup-emulator.ts';
import { emptyTables } from '../../fixtures/empty-tables.ts';
import { longRemittance } from '../../fixtures/long-remittance.ts';
import { benchmarkFile } from '../835/data.ts';
import { firstAndLastPart, LAMBDA_MB } from './big-object.ts';
import { type Buckets, ingestAgainst } from './receive.ts';
import { type Recorded, record, writeAgain } from './recording.ts';

/**
 * `npm run bench:ingest [-- --claims N] [-- --runs N] [-- --without-big]`: how many claim payments a second one ingest
 * process loads into the emulator, beside a bare loop that writes the same batches and transactions to other tables;
 * and the memory it takes to inspect and divide an object of 300 MB and to load its first and last part. Ends with 1
 * where money is missing or the memory of the Lambda is exceeded.
 */
const FOLDER = join(import.meta.dirname, '../../..', '.local', 'bench');
const BIG_BYTES = 300e6;

const numberAfter = (flag: string, otherwise: number): number => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const print = (text: string): void => void process.stdout.write(`${text}\n`);

let emulator: Emulator | undefined;
process.once('exit', () => emulator?.kill());
let wrong = 0;
try {
  setUpEmulator();
  emulator = await startEmulator({ port: 0 });
  Object.assign(process.env, emulator.clientEnvironment);
  const buckets = await makeBuckets();
  await race(buckets, numberAfter('--claims', 5_000), numberAfter('--runs', 3));
  if (!process.argv.includes('--without-big')) await bigObject(buckets);
} finally {
  await emulator?.stop();
}
process.exitCode = wrong > 0 ? 1 : 0;

async function makeBuckets(): Promise<Buckets> {
  const buckets = { inbox: 'bench-inbox', archive: 'bench-archive', quarantine: 'bench-quarantine' };
  const s3 = s3Client(true);
  for (const Bucket of Object.values(buckets)) {
    await s3.send(new CreateBucketCommand({ Bucket }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  }
  return buckets;
}

/** The two take turns, each time on empty tables; the middle run counts. */
async function race(buckets: Buckets, claims: number, runs: number): Promise<void> {
  const loads: number[] = [];
  const loops: number[] = [];
  let calls: Recorded['calls'] = new Map();
  for (let run = 1; run <= runs; run += 1) {
    const file = longRemittance(claims, run);
    const database = new DynamoDBClient({});
    const client = DynamoDBDocumentClient.from(database);
    const [tables, others] = [await emptyTables(database, 'bench'), await emptyTables(database, 'bench')];
    const recorded = record(client);
    const ingest = ingestAgainst(tables, buckets, client);
    const key = `race-${run}.835`;
    const object = await ingest.objects.put({
      bucket: 'inbox',
      key,
      body: file.bytes,
      contentType: 'text/plain',
    });

    const startedAt = performance.now();
    let result = await receiveFile(object, ingest);
    for (const message of ingest.queue.messages) result = await continueFile(message, ingest);
    const seconds = (performance.now() - startedAt) / 1000;
    const [remittance] = await ingest.remittances.listRemittances(
      (await ingest.remittances.listPractices())[0] as never,
      1,
    );
    const isWhole =
      'file' in result &&
      result.file.claims === file.claims &&
      remittance?.status === 'loaded' &&
      remittance.storedPaidCents === file.paidCents;
    if (!isWhole) {
      wrong += 1;
      print(`WRONG: ${'file' in result ? result.file.statusReason : result.kind}`);
    }

    const loopStartedAt = performance.now();
    await writeAgain(
      recorded,
      tables,
      others,
      DynamoDBDocumentClient.from(new DynamoDBClient({})),
      CALLS_AT_ONCE,
    );
    const loopSeconds = (performance.now() - loopStartedAt) / 1000;
    loads.push(file.claims / seconds);
    loops.push(file.claims / loopSeconds);
    calls = recorded.calls;
    print(
      `run ${run}: ${file.claims} claim payments in ${ingest.queue.messages.length || 1} message(s): ${seconds.toFixed(1)} s, ${(file.claims / seconds).toFixed(0)}/s; bare loop ${loopSeconds.toFixed(1)} s, ${(file.claims / loopSeconds).toFixed(0)}/s`,
    );
  }
  const [ours, bare] = [median(loads), median(loops)];
  print(
    `\nclaim payments a second, middle of ${runs}: ${ours.toFixed(0)}; bare loop ${bare.toFixed(0)}; ratio ${(ours / bare).toFixed(2)}`,
  );
  print(`calls of the last run: ${[...calls].map(([name, count]) => `${name} ${count}`).join(', ')}\n`);
}

async function bigObject(buckets: Buckets): Promise<void> {
  const { path, bytes, totals } = benchmarkFile(FOLDER, BIG_BYTES, false);
  const key = 'big.835';
  const s3 = s3Client(true);
  const { VersionId: versionId = '' } = await s3.send(
    new PutObjectCommand({
      Bucket: buckets.inbox,
      Key: key,
      Body: createReadStream(path),
      ContentLength: bytes,
    }),
  );
  const tables = await emptyTables(new DynamoDBClient({}), 'bench');
  const told = await firstAndLastPart({ tables, buckets, key, versionId });
  const isAll = told.claims === totals.claims;
  const isBounded = told.peakMB <= LAMBDA_MB;
  if (!isAll || !isBounded) wrong += 1;
  print(
    `${(bytes / 1e6).toFixed(0)} MB, ${told.claims} claims in ${told.remittances} remittances${isAll ? '' : ` (WRONG: ${totals.claims})`}`,
  );
  print(
    `inspected and divided into ${told.parts} parts: ${told.divideSeconds.toFixed(1)} s, peak memory ${told.dividePeakMB.toFixed(0)} MB`,
  );
  print(
    `first and last part loaded: ${told.partSeconds.map((s) => `${s.toFixed(1)} s`).join(', ')}; ${told.storedClaims} claim payments; peak memory ${told.peakMB.toFixed(0)} of ${LAMBDA_MB} MB${isBounded ? '' : ' (EXCEEDED)'}`,
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
