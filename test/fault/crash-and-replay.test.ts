import { createHash, randomInt } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, ListExecutionsCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { deliverRuntime, ingestRuntime, relayRuntime, sweepRuntime } from '../../functions/runtime.ts';
import { deliverAppeal } from '../../functions/use-cases/deliver-appeal.ts';
import { receiveFile } from '../../functions/use-cases/receive-file.ts';
import { relayOutbox } from '../../functions/use-cases/relay-outbox.ts';
import { sweepDenials } from '../../functions/use-cases/sweep-denials.ts';
import {
  denials,
  dropFile,
  eventually,
  remittances,
  request,
  s3,
  sfn,
  signIn,
  system,
} from '../e2e/support/clients.ts';
import { PASSAGES, withoutDocuments } from '../fixtures/appeal-system.ts';
import { crashingAll, Fuse } from '../fixtures/crashing.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../fixtures/remittance-file.ts';

/*
 * The functions' own composition root in this process, against the stores, buckets and machine of the local system, so
 * that they die after a chosen effect. What comes after it is the system's own: stream, relay, machine.
 */
const NEVER = Number.POSITIVE_INFINITY;
const run = `CRASH${randomInt(1e6)}`;
const PRACTICE = '1555012347' as Denial['practiceId'];

beforeAll(() => {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: system.endpoint,
    AWS_REGION: system.region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    WORK_TABLE: system.tables.work,
    REMITTANCES_TABLE: system.tables.remittances,
    SETTINGS_TABLE: system.tables.settings,
    // Not the inbox: what is put there the system reads at once, and nothing would be left to come again.
    INBOX_BUCKET: system.documentsBucket,
    ARCHIVE_BUCKET: system.archiveBucket,
    QUARANTINE_BUCKET: system.quarantineBucket,
    PACKETS_BUCKET: system.packetsBucket,
    HANDOVER_BUCKET: system.handoverBucket,
    CREDENTIALS_BUCKET: system.credentialsBucket,
    INGEST_QUEUE_URL: system.queues.ingest,
    STATE_MACHINE_ARN: system.stateMachineArn,
    // Only the keeping of roots puts anything there.
    AUDIT_BUCKET: 'none',
  });
});

const executionArn = (denialId: string) =>
  `${system.stateMachineArn.replace(':stateMachine:', ':execution:')}:${denialId}-L1-A1`;

/** Every open denial of this run whose claim's number begins so. */
async function denialsOf(prefix: string, state: Denial['state']): Promise<readonly Denial[]> {
  const found: Denial[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof denials.listQueue>> = await denials.listQueue({
      practiceId: PRACTICE,
      state,
      limit: 500,
      cursor,
    });
    found.push(...page.items.filter(({ claimId }) => claimId.startsWith(prefix)));
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
}

describe('ingest', () => {
  test('loads each file once and whole, whatever effect it died after, and each denial then waits', async () => {
    /** One file, read by a process that dies after the effect, and then again. */
    const readDyingAfter = async (effect: number, name: string): Promise<number> => {
      const correction = { ...deniedClaim(`${name}-A`), adjustments: [['CO', '16', 12_500] as const] };
      const claims = [{ ...correction, remarks: ['M51'] }, paidClaim(`${name}-B`)];
      const body = remittanceFile([{ claims, trace: name }]);
      const key = `${name}.835`;
      const put = new PutObjectCommand({ Bucket: system.documentsBucket, Key: key, Body: body });
      const { VersionId: versionId = '' } = await s3.send(put);
      const object = { bucket: 'inbox', key, versionId } as const;
      const ports = await ingestRuntime(() => 100_000);
      const fuse = new Fuse(effect);
      await receiveFile(object, crashingAll(ports, fuse)).catch(() => undefined);
      await receiveFile(object, ports);
      const ledger = await remittances.readFile(createHash('sha256').update(body).digest('hex'));
      expect(ledger, name).toMatchObject({ status: 'loaded', remittances: 1, claims: 2 });
      return fuse.effects;
    };
    const effects = await readDyingAfter(NEVER, `${run}-0`);
    expect(effects).toBeGreaterThan(3);
    for (let effect = 1; effect < effects; effect += 1) await readDyingAfter(effect, `${run}-${effect}`);

    const opened = await eventually('every denial is routed', async () => {
      const found = await denialsOf(`${run}-`, 'correcting');
      return found.length === effects && found;
    });
    expect(new Set(opened.map(({ claimId }) => claimId)).size).toBe(effects);
    for (const { denialId, amountCents } of opened) {
      expect(amountCents).toBe(12_500);
      await eventually('it waits', async () => (await denials.waits(denialId, 1, 1)).length === 1);
      const types = (await denials.events(denialId)).map(({ type }) => type);
      expect(types.filter((type) => type === 'DenialOpened')).toHaveLength(1);
    }
  }, 120_000);
});

describe('relay', () => {
  test('starts one execution, though it dies after any effect and the message comes three times', async () => {
    const [denial] = await denialsOf(`${run}-`, 'correcting');
    if (denial === undefined) throw new Error('There is no denial.');
    const { denialId } = denial;
    const message = { kind: 'start', denialId, level: 1, attempt: 1, version: 1 } as const;
    const ports = relayRuntime();
    const whole = new Fuse(NEVER);
    await relayOutbox(message, crashingAll(ports, whole));
    for (let effect = 1; effect <= whole.effects; effect += 1) {
      await relayOutbox(message, crashingAll(ports, new Fuse(effect))).catch(() => undefined);
      await relayOutbox(message, ports);
    }
    const { stateMachineArn } = system;
    const { executions = [] } = await sfn.send(
      new ListExecutionsCommand({ stateMachineArn, maxResults: 1000 }),
    );
    expect(executions.filter(({ name }) => name?.startsWith(denialId))).toHaveLength(1);
    const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(denialId) }));
    expect(status).toBe('RUNNING');
    expect(await denials.waits(denialId, 1, 1)).toHaveLength(1);
  }, 60_000);
});

describe('sweep', () => {
  test('replaces each execution that broke off once, whatever effect it died after', async () => {
    const broken = (await denialsOf(`${run}-`, 'correcting')).slice(0, 4);
    expect(broken).toHaveLength(4);
    for (const { denialId } of broken)
      await sfn.send(new StopExecutionCommand({ executionArn: executionArn(denialId) }));
    const ports = await sweepRuntime(() => 100_000);
    for (let effect = 1; effect <= 4; effect += 1)
      await sweepDenials(crashingAll(ports, new Fuse(effect))).catch(() => undefined);
    await sweepDenials(ports);
    for (const { denialId } of broken) {
      await eventually(
        'the second attempt waits',
        async () => (await denials.waits(denialId, 1, 2)).length === 1,
      );
      const types = (await denials.events(denialId)).map(({ type }) => type);
      expect(types.filter((type) => type === 'ExecutionReplaced')).toHaveLength(1);
      expect((await denials.read(denialId))?.attempt).toBe(2);
    }
  }, 120_000);
});

describe('deliver', () => {
  /** A letter that was approved and is on hold. */
  async function held(biller: string, claimId: string): Promise<Denial> {
    await dropFile(`${claimId}.835`, remittanceFile([{ claims: [deniedClaim(claimId)], trace: claimId }]));
    const drafted = await eventually('the letter is drafted', async () => {
      const [found] = await denialsOf(claimId, 'drafting');
      return found?.candidate != null && found;
    });
    const path = `/denials/${drafted.denialId}`;
    const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
    const body = { passages: PASSAGES, goesWithout: withoutDocuments(drafted) };
    await request(biller, 'PUT', `${path}/draft`, { headers: ifMatch(drafted.version), body });
    const candidate = await request(biller, 'GET', `${path}/candidate`);
    const headers = { 'if-match': candidate.headers.get('etag') ?? '' };
    const { sha256 } = candidate.body;
    const approved = await request(biller, 'POST', `${path}/approval`, { headers, body: { sha256 } });
    expect(approved).toMatchObject({ status: 200, body: { state: 'held' } });
    const denial = await denials.read(drafted.denialId);
    if (denial === null) throw new Error('It is gone.');
    return denial;
  }

  test('hands each letter over once, whatever effect it died after', async () => {
    const biller = await signIn('biller');
    const letters: Denial[] = [];
    for (const effect of [1, 2, 3]) letters.push(await held(biller, `${run}D${effect}`));
    const ports = await deliverRuntime();
    await Promise.all(
      letters.map(async ({ denialId, level, attempt, approval }, index) => {
        const until = Date.parse(approval?.holdUntil ?? '') - Date.now();
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, until)));
        const task = { denialId, level, attempt };
        await deliverAppeal(crashingAll(ports, new Fuse(index + 1)), task).catch(() => undefined);
        await deliverAppeal(ports, task);
      }),
    );
    for (const { denialId } of letters) {
      const waiting = await eventually('the payer is awaited', async () => {
        const now = await denials.read(denialId);
        return now?.state === 'awaiting_payer' && now;
      });
      expect(waiting.handover?.sha256).toBe(waiting.approval?.sha256);
      expect(waiting.sendings).toHaveLength(1);
      const types = (await denials.events(denialId)).map(({ type }) => type);
      expect(types.filter((type) => type === 'AppealHandedOver')).toHaveLength(1);
    }
  }, 120_000);
});
