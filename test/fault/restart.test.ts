import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamodbDenialStore } from '../../functions/adapters/dynamodb/denial-store.ts';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { bringUp } from '../../infra/local/bring-up.ts';
import { type Emulator, startEmulator } from '../../infra/local/emulator.ts';
import { Steps } from '../../infra/local/steps.ts';
import { clientOf, type LocalSystem } from '../../infra/local/system.ts';
import { eventually } from '../e2e/support/clients.ts';
import { runSweepOf } from '../e2e/support/sweep.ts';
import { remittanceFile } from '../fixtures/remittance-file.ts';

const DENIALS = 25;
const PRACTICE = '1555012347' as Denial['practiceId'];

/** A system of its own, that can be stopped and started. */
let emulator: Emulator;
let system: LocalSystem;
beforeAll(async () => {
  const steps = new Steps(Date.now(), (text) => process.stderr.write(text));
  system = await bringUp(steps, { port: 0, state: 'fresh' }, (started) => {
    emulator = started;
    process.once('exit', () => emulator.kill());
  });
}, 240_000);
afterAll(() => emulator.stop());

test('when the emulator restarts, every waiting execution fails and one sweep brings all of them back', async () => {
  const client = clientOf(system);
  const s3 = new S3Client({ ...client, forcePathStyle: true });
  const sfn = new SFNClient(client);
  const denials = dynamodbDenialStore(DynamoDBDocumentClient.from(new DynamoDBClient(client)), system.tables);
  const waiting = async (attempt: number): Promise<readonly Denial[] | null> => {
    const list = { practiceId: PRACTICE, state: 'correcting', limit: 100, cursor: null } as const;
    const { items } = await denials.listQueue(list);
    const waits = await Promise.all(
      items.map(({ denialId, level }) => denials.waits(denialId, level, attempt)),
    );
    return items.length === DENIALS && waits.every(({ length }) => length === 1) ? items : null;
  };
  const countOf = async (statusFilter: 'RUNNING' | 'FAILED'): Promise<number> => {
    const asked = { stateMachineArn: system.stateMachineArn, statusFilter };
    let count = 0;
    for await (const { executions = [] } of paginateListExecutions({ client: sfn }, asked))
      count += executions.length;
    return count;
  };

  const claims = Array.from({ length: DENIALS }, (_, n) => ({
    id: `RESTART-${n}`,
    chargeCents: 4_200,
    adjustments: [['CO', '16', 4_200]] as const,
    remarks: ['M51'],
  }));
  await s3.send(
    new PutObjectCommand({
      Bucket: system.inboxBucket,
      Key: 'restart.835',
      Body: remittanceFile([{ claims, trace: 'RESTART' }]),
    }),
  );
  const before = await eventually('every machine waits', () => waiting(1), 110_000);

  await emulator.stop();
  emulator = await startEmulator({ port: emulator.port, state: 'again' });
  expect(await countOf('RUNNING')).toBe(0);
  expect(await countOf('FAILED')).toBe(DENIALS);

  await runSweepOf(system);
  const after = await eventually('every second attempt waits', () => waiting(2), 110_000);
  expect(await countOf('RUNNING')).toBe(DENIALS);
  const known = new Map(before.map((denial) => [denial.denialId, denial]));
  for (const denial of after) {
    const { state, sendBy, amountCents, deadlines } = known.get(denial.denialId) ?? {};
    expect(denial).toMatchObject({ state, sendBy, amountCents, deadlines, attempt: 2 });
    const events = await denials.events(denial.denialId);
    expect(events.filter(({ type }) => type === 'ExecutionReplaced')).toHaveLength(1);
  }
}, 240_000);
