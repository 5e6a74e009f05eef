import { randomInt } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutDocuments } from '../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { SftpServer } from '../fixtures/sftp-server.ts';
import { dropFile, eventually, readObject, request, s3, signIn, system } from './support/clients.ts';

const run = randomInt(1e9);
const PASSAGES = {
  policy: 'Medical policy MP-1, effective January 1, 2026, requires six weeks of conservative care.',
  service: 'The patient had leg pain for eleven weeks; the visit of October 5 led to treatment.',
  criteria: 'Six weeks of conservative care | Eleven weeks of therapy | Encl. 2, p. 3',
  enclosures: 'Remittance page | 1 page\nOffice notes | 4 pages',
};

const server = new SftpServer();
let biller: string;

beforeAll(async () => {
  biller = await signIn('biller');
  await server.start();
});
afterAll(() => server.stop());

/** A payer of its own whose packets leave so: drafted by one person, published by another. */
async function settle(name: string, delivery: object): Promise<string> {
  const id = `${name}${run}`.toUpperCase();
  const entry = {
    payer: `${name}-${run}`,
    name: `Payer ${id}`,
    seenAs: [{ id }],
    payerType: 'commercial',
    network: 'in',
    appealLevels: [
      { level: 1, name: 'Appeals', address: 'PO Box 1\nOmaha, NE 68103', fax: null, portal: null },
    ],
    delivery,
  };
  const drafted = await request(await signIn('admin'), 'PUT', `/settings/payers/${entry.payer}/draft`, {
    headers: { 'if-match': '"0"' },
    body: { entry, reason: 'As agreed.' },
  });
  expect(drafted.status).toBe(200);
  const headers = { 'if-match': drafted.headers.get('etag') ?? '' };
  const publication = `/settings/payers/${entry.payer}/publication`;
  expect((await request(await signIn('manager'), 'POST', publication, { headers })).status).toBe(200);
  return id;
}

/** One denial of that payer, its letter completed and the packet approved. */
async function approved(payerId: string) {
  const claimId = `C${payerId}`;
  const file = Buffer.from(remittanceFile([{ claims: [deniedClaim(claimId)], trace: claimId }]))
    .toString()
    .replaceAll('87654', payerId)
    .replaceAll('GREAT PRAIRIES HEALTH PLAN', `PAYER ${payerId}`);
  await dropFile(`${claimId}.835`, file);
  const row = await eventually('a drafted letter', async () => {
    const { body } = await request(biller, 'GET', '/queue?state=drafting');
    const found = body.denials.find((each: { claimId: string }) => each.claimId === claimId);
    return found?.nextAction.startsWith('Complete the letter') ? found : null;
  });
  const path = `/denials/${row.denialId}`;
  const draft = await request(biller, 'GET', `${path}/draft`);
  const { body: head } = await request(biller, 'GET', path);
  const edited = await request(biller, 'PUT', `${path}/draft`, {
    headers: { 'if-match': draft.headers.get('etag') ?? '' },
    body: { passages: PASSAGES, goesWithout: withoutDocuments(head) },
  });
  expect(edited).toMatchObject({ status: 200, body: { state: 'ready_to_approve' } });
  return { path, denialId: row.denialId as string, sha256: await approve(path) };
}

async function approve(path: string): Promise<string> {
  const candidate = await request(biller, 'GET', `${path}/candidate`);
  const { sha256 } = candidate.body;
  const headers = { 'if-match': candidate.headers.get('etag') ?? '' };
  const answer = await request(biller, 'POST', `${path}/approval`, { headers, body: { sha256 } });
  expect(answer).toMatchObject({ status: 200, body: { state: 'held' } });
  return sha256;
}

const reached = (path: string, state: string) =>
  eventually(`the denial to be ${state}`, async () => {
    const { body } = await request(biller, 'GET', path);
    return body.state === state && body;
  });

test('a packet lies on the payer’s server as approved, and not on one that shows another key', async () => {
  const credential = `cred-${run}`;
  await s3.send(
    new PutObjectCommand({
      Bucket: system.credentialsBucket,
      Key: `sftp/${credential}.json`,
      Body: JSON.stringify({ privateKey: server.userKey.private }),
    }),
  );
  const delivery = {
    channel: 'sftp',
    host: '127.0.0.1',
    port: server.port,
    user: server.user,
    folder: server.folder,
    hostKeys: [server.fingerprint],
    credential,
  };
  const payer = await settle('sftp', delivery);
  const stranger = await settle('stranger', { ...delivery, hostKeys: [`SHA256:${'A'.repeat(43)}`] });
  const [{ path, denialId, sha256 }, refused] = await Promise.all([approved(payer), approved(stranger)]);

  const sent = await reached(path, 'awaiting_payer');
  expect(sent.delivery).toMatchObject({ channel: 'sftp', standing: 'handed_over' });
  const name = `${server.folder}/${denialId}-${sha256}.pdf`;
  expect(server.arrived).toEqual([name]);
  expect(server.sha256Of(name)).toBe(sha256);

  const back = await eventually('the refusal to be told', async () => {
    const { body } = await request(biller, 'GET', refused.path);
    return body.nextAction.startsWith('Not sent') && body;
  });
  expect(back).toMatchObject({ state: 'ready_to_approve', approval: null, handover: null });
});

test('a packet is printed with its address page, mailed by a person, and acknowledged by the payer', async () => {
  const payer = await settle('print', { channel: 'print_and_mail', printRoom: 'main' });
  const { path, denialId, sha256 } = await approved(payer);
  const waiting = await reached(path, 'needs_review');
  expect(waiting).toMatchObject({ delivery: { standing: 'handed_over' }, sendings: [] });
  const folder = `print/main/${denialId}-${sha256}`;
  const manifest = JSON.parse(
    Buffer.from(await readObject(system.handoverBucket, `${folder}/manifest.json`)).toString(),
  );
  expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
    'address-page.pdf',
    'packet.pdf',
  ]);

  const today = waiting.asOf;
  const mailed = await request(biller, 'POST', `${path}/delivery/mailing`, {
    headers: { 'if-match': `"${waiting.version}"` },
    body: { mailedOn: today, trackingNumber: '9407 1000 0000' },
  });
  expect(mailed).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  const acknowledged = await request(biller, 'POST', `${path}/delivery/acknowledgement`, {
    headers: { 'if-match': mailed.headers.get('etag') ?? '' },
    body: { by: 'payer', acknowledgedOn: today, reference: 'ACK-1' },
  });
  expect(acknowledged.status).toBe(200);
  const { body } = await request(biller, 'GET', `${path}/delivery`);
  expect(body).toMatchObject({
    channel: 'print_and_mail',
    standing: 'acknowledged_by_payer',
    evidence: [{ shows: 'handed_over' }, { reference: '9407 1000 0000' }, { reference: 'ACK-1' }],
  });
  expect((await request(biller, 'GET', `${path}/packet`)).body.sha256).toBe(sha256);
});
