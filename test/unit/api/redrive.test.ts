import { expect, test } from 'vitest';
import { ingest } from '../../../functions/handlers/ingest/handler.ts';
import { continueFile } from '../../../functions/use-cases/receive-file.ts';
import { AppealSystem, admin, auditor, biller, manager, supervisor } from '../../fixtures/appeal-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

const REASON = 'The reader was mended.';

async function fileIn(system: AppealSystem) {
  const [file] = await system.remittances.listFiles(1);
  if (file === undefined) throw new Error('No file came.');
  return file;
}

async function redrive(
  system: AppealSystem,
  asked: { as?: typeof admin; ifMatch?: number; dryRun?: string; reason?: string } = {},
) {
  const { as = admin, ifMatch = 0, dryRun, reason = REASON } = asked;
  const { fileSha256 } = await fileIn(system);
  const path = `/api/files/${fileSha256}/redrive`;
  const query = dryRun === undefined ? {} : { dryRun };
  return send(system, { as, method: 'POST', path, query, body: { reason }, ifMatch });
}

/** What the queue does: every message is delivered, in the end twice. */
async function deliver(system: AppealSystem): Promise<void> {
  for (const message of system.queue.again.splice(0)) {
    for (const messageId of ['1', '2']) {
      const event = { Records: [{ messageId, body: JSON.stringify(message) }] };
      expect(await ingest(event, system)).toEqual({ batchItemFailures: [] });
    }
  }
  while (system.queue.messages.length > 0) {
    for (const message of system.queue.messages.splice(0)) await continueFile(message, system);
  }
}

const shown = async (system: AppealSystem) =>
  send(system, { as: admin, path: `/api/files/${(await fileIn(system)).fileSha256}` });

/** A file that an outage of the settings, say, kept from being loaded to its end. */
async function setAside() {
  const system = new AppealSystem();
  system.mayPass = () => false;
  const { putClaimPayments } = system.remittances;
  system.remittances.putClaimPayments = () => Promise.reject(new TypeError('a fault'));
  await system.drop(remittanceFile([{ claims: [paidClaim('A1'), deniedClaim('A2')] }]));
  system.remittances.putClaimPayments = putClaimPayments;
  expect(await fileIn(system)).toMatchObject({ status: 'quarantined' });
  return system;
}

test('a quarantined file is loaded again from quarantine, and the ledger says who, when and why', async () => {
  const system = await setAside();
  expect(await redrive(system)).toMatchObject({ status: 200, body: { file: { status: 'reading' } } });
  await deliver(system);
  const { body, headers } = await shown(system);
  expect(body).toMatchObject({ status: 'loaded', remittances: 1, claims: 2, denials: 1, exceptions: [] });
  expect(body.redrives).toEqual([
    { at: system.clock.now(), by: 'admin', reason: REASON, statusBefore: 'quarantined' },
  ]);
  expect(headers.etag).toBe('"1"');
  expect((await fileIn(system)).source).toMatchObject({ bucket: 'quarantine' });
});

test('a dry run says what would be loaded, and loads nothing', async () => {
  const system = await setAside();
  const { body } = await redrive(system, { dryRun: 'true' });
  expect(body).toMatchObject({ dryRun: true, file: { status: 'quarantined', redrives: [] } });
  await deliver(system);
  const after = (await shown(system)).body;
  expect(after).toMatchObject({ status: 'quarantined', redrives: [] });
  expect(after.preview).toMatchObject({ askedAt: body.askedAt, remittances: 1, claims: 2, notRead: 0 });
  expect(after.preview.sentence).toBe('Would load 1 remittance with 2 claims.');
});

test('what is loaded stays as it is, and a dry run says so', async () => {
  const system = new AppealSystem();
  await system.drop(
    remittanceFile([
      { claims: [deniedClaim('A1')] },
      { claims: [paidClaim('B1')], trace: 'T2', truncated: true },
    ]),
  );
  const [before, file] = [system.contents(), await fileIn(system)];
  expect(file.status).toBe('loaded_with_exceptions');
  await redrive(system, { dryRun: 'true' });
  await deliver(system);
  expect((await shown(system)).body.preview.sentence).toBe(
    'Would load no remittance. Loaded once already, and not again: 1 remittance. Still cannot be read: 1 part.',
  );
  await redrive(system);
  await deliver(system);
  expect(system.contents()).toEqual(before);
  const { source, redrives, ...again } = await fileIn(system);
  expect(again).toEqual(file);
});

test('a divided file is redriven by a plan of its own, and messages of the old one do nothing', async () => {
  const system = new AppealSystem();
  system.partSize = { claims: 3, remittances: 4 };
  const ids = Array.from({ length: 10 }, (_, index) => `C${index}`);
  await system.drop(remittanceFile([{ claims: ids.map((id) => deniedClaim(id)) }]));
  const old = [...system.queue.messages];
  system.mayPass = () => false;
  const { open } = system.denials;
  system.denials.open = () => Promise.reject(new TypeError('a fault'));
  for (const message of system.queue.messages.splice(0)) await continueFile(message, system);
  system.denials.open = open;
  expect(await fileIn(system)).toMatchObject({ status: 'quarantined' });

  await redrive(system);
  const [again] = system.queue.again.splice(0);
  await ingest({ Records: [{ messageId: '1', body: JSON.stringify(again) }] }, system);
  expect(system.queue.messages.every((message) => message.redrive === 1)).toBe(true);
  for (const message of old)
    expect(await continueFile(message, system)).toMatchObject({ kind: 'done_before' });
  await deliver(system);
  expect(await fileIn(system)).toMatchObject({ status: 'loaded', claims: 10, denials: 10 });
});

test('while a redrive runs another one is refused with who and when; the same request sends it again', async () => {
  const system = await setAside();
  await redrive(system);
  const { status, body } = await redrive(system, { ifMatch: 1, reason: 'Me too.' });
  expect(status).toBe(409);
  expect(body).toMatchObject({
    code: 'REDRIVE_RUNNING',
    changedBy: { name: 'The admin', what: 'FileRedriven', at: system.clock.now() },
  });
  expect((await redrive(system)).status).toBe(200);
  expect(system.queue.again).toHaveLength(2);
  await deliver(system);
  expect((await fileIn(system)).redrives).toHaveLength(1);
});

test('who looked at the file before it was redriven is told so', async () => {
  const system = await setAside();
  await redrive(system);
  await deliver(system);
  const { status, body } = await redrive(system);
  expect([status, body.code, body.currentVersion]).toEqual([409, 'STALE_VERSION', 1]);
  expect(body.changedBy).toMatchObject({ name: 'The admin' });
});

test('a load that broke off is redriven once no delivery of it can be under way', async () => {
  const system = new AppealSystem();
  system.partSize = { claims: 3, remittances: 4 };
  const ids = Array.from({ length: 10 }, (_, index) => `C${index}`);
  await system.drop(remittanceFile([{ claims: ids.map((id) => deniedClaim(id)) }]));
  system.queue.messages.length = 0;
  expect((await redrive(system)).body.code).toBe('REDRIVE_RUNNING');
  system.clock.advanceSeconds(2 * 3600);
  expect((await redrive(system)).status).toBe(200);
  await deliver(system);
  expect(await fileIn(system)).toMatchObject({ status: 'loaded', claims: 10 });
});

test('only an admin redrives', async () => {
  const system = await setAside();
  for (const as of [biller, supervisor, manager, auditor]) {
    expect((await redrive(system, { as })).body.code).toBe('FORBIDDEN');
  }
});

/** Two remittances under one payment, the second held. */
async function conflict() {
  const system = new AppealSystem();
  await system.drop(remittanceFile([{ claims: [paidClaim('A1')] }]));
  system.clock.advanceSeconds(3600);
  await system.drop(remittanceFile([{ claims: [paidClaim('B1')] }]));
  const { remittances } = (await send(system, { as: supervisor, path: '/api/remittances' })).body;
  const held = remittances.find(({ status }: { status: string }) => status === 'conflict');
  if (held === undefined) throw new Error('Nothing is held.');
  const path = `/api/remittances/${held.remittanceId}`;
  const release = (ifMatch = 0, as = supervisor) =>
    send(system, { as, method: 'POST', path: `${path}/release`, body: { reason: 'Two payments.' }, ifMatch });
  return { system, path, release, read: async () => (await send(system, { as: supervisor, path })).body };
}

test('a held remittance is loaded once a supervisor releases it with a reason, and both stay', async () => {
  const { system, read, release } = await conflict();
  expect(await release()).toMatchObject({ status: 200, body: { status: 'loading' } });
  await deliver(system);
  expect(await read()).toMatchObject({
    status: 'loaded',
    claims: 1,
    storedClaims: 1,
    released: { by: 'supervisor', reason: 'Two payments.' },
  });
  expect(system.remittances.payments()).toHaveLength(2);
  const file = await fileIn(system);
  expect(file).toMatchObject({ status: 'loaded', remittances: 1, exceptions: [] });
  expect(file.redrives).toMatchObject([{ by: 'supervisor', statusBefore: 'loaded_with_exceptions' }]);
});

test('releasing it again changes nothing, however it is asked', async () => {
  const { system, release } = await conflict();
  await release();
  // The message was lost: the same person asks again.
  system.queue.again.length = 0;
  expect((await release()).status).toBe(200);
  await deliver(system);
  const before = system.contents();
  expect((await release()).body.code).toBe('STALE_VERSION');
  expect((await release(1)).body.code).toBe('NOT_HELD');
  expect(system.queue.again).toEqual([]);
  expect(system.contents()).toEqual(before);
});

test('a biller, and an admin, release nothing', async () => {
  const { release } = await conflict();
  for (const as of [biller, admin, auditor]) expect((await release(0, as)).body.code).toBe('FORBIDDEN');
});

const offered = (body: { actions: readonly object[] }, id: string) =>
  body.actions.find((action) => 'id' in action && action.id === id);

test('a file says who may redrive it now, and why not', async () => {
  const system = await setAside();
  const { fileSha256 } = await fileIn(system);
  const asSeenBy = async (as: typeof admin) =>
    offered((await send(system, { as, path: `/api/files/${fileSha256}` })).body, 'redrive');
  expect(await asSeenBy(admin)).toEqual({ id: 'redrive', allowed: true, reason: null });
  expect(await asSeenBy(biller)).toMatchObject({ allowed: false, reason: expect.stringMatching(/role/) });
  await redrive(system);
  expect(await asSeenBy(admin)).toEqual({
    id: 'redrive',
    allowed: false,
    reason: 'This file is being loaded now.',
  });
  system.clock.advanceSeconds(91 * 60);
  expect(await asSeenBy(admin)).toMatchObject({ allowed: true });
  const { body } = await send(system, { as: admin, path: '/api/files' });
  expect(offered(body.files[0], 'redrive')).toMatchObject({ allowed: true });
});

test('a remittance says who may release it now, and why not', async () => {
  const { system, path, release } = await conflict();
  const asSeenBy = async (as: typeof admin) =>
    offered((await send(system, { as, path })).body, 'release_remittance');
  expect(await asSeenBy(supervisor)).toEqual({ id: 'release_remittance', allowed: true, reason: null });
  expect(await asSeenBy(admin)).toMatchObject({ allowed: false, reason: expect.stringMatching(/role/) });
  await release();
  expect(await asSeenBy(supervisor)).toEqual({
    id: 'release_remittance',
    allowed: false,
    reason: 'This remittance is not held in conflict.',
  });
});
