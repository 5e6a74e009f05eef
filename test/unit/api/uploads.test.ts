import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { AppealSystem, admin, biller, manager, otherBiller } from '../../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from './requests.ts';

const BYTES = remittanceFile([{ claims: [deniedClaim('A1')] }]);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

const ask = (
  system: AppealSystem,
  as = biller,
  body: object = { sha256: SHA256, byteLength: BYTES.byteLength },
) => send(system, { as, method: 'POST', path: '/api/remittances/uploads', body });

test('a form puts a file of that length into the inbox, under its hash and nothing else, for five minutes', async () => {
  const system = new AppealSystem();
  const { status, body, headers } = await ask(system);
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      upload: {
        url: 'https://inbox.example/',
        fields: {
          key: `uploads/${SHA256}`,
          'Content-Type': 'application/edi-x12',
          byteLength: String(BYTES.byteLength),
        },
        expiresAt: '2026-11-10T12:05:00.000Z',
      },
      file: null,
    },
  });
  expect(headers['cache-control']).toBe('no-store');
});

test('what was uploaded is found by its hash once it was read', async () => {
  const system = new AppealSystem();
  const { body } = await ask(system);
  const address = `/api/files/${SHA256}`;
  expect(await send(system, { as: biller, path: address })).toMatchObject({ status: 404 });
  await system.drop(BYTES, body.upload.fields.key);
  expect(await send(system, { as: biller, path: address })).toMatchObject({
    body: { status: 'loaded', denials: 1 },
  });
});

test('bytes that came before are not uploaded again: what became of them is told instead', async () => {
  const system = new AppealSystem();
  await system.drop(BYTES);
  const { body } = await ask(system, admin);
  expect(body).toMatchObject({ upload: null, file: { fileSha256: SHA256, status: 'loaded' } });
});

test('bytes of a file whose load was cut off may be uploaded again, which goes on with it', async () => {
  const system = new AppealSystem();
  await system.drop(BYTES);
  const file = await system.remittances.readFile(SHA256);
  if (file === null) throw new Error('The file is not on file.');
  await system.remittances.updateFile({ ...file, status: 'reading' });
  expect((await ask(system)).body).toMatchObject({ upload: { url: 'https://inbox.example/' }, file: null });
});

test('the access log keeps who may upload which bytes, and who was refused', async () => {
  const system = new AppealSystem();
  await ask(system);
  expect(await ask(system, manager)).toMatchObject({ status: 403 });
  // A file holds remittances of several practices.
  expect(await ask(system, otherBiller)).toMatchObject({ status: 403 });
  const kept = system.access.entries.map(({ userId, operation, subject, outcome }) => [
    userId,
    operation,
    subject,
    outcome,
  ]);
  expect(kept).toEqual([
    ['biller', 'upload_remittance', SHA256, 'allowed'],
    ['manager', 'upload_remittance', SHA256, 'refused'],
    ['other-biller', 'upload_remittance', SHA256, 'refused'],
  ]);
});

test.each([
  ['a file of more than 500 MB', { sha256: SHA256, byteLength: 500_000_001 }, 'byteLength'],
  ['an empty file', { sha256: SHA256, byteLength: 0 }, 'byteLength'],
  ['another hash', { sha256: 'ABC', byteLength: 1 }, 'sha256'],
  ['a name of the file', { sha256: SHA256, byteLength: 1, name: 'jane-doe.835' }, 'name'],
])('%s is refused by its field', async (_what, body, field) => {
  expect(await ask(new AppealSystem(), biller, body)).toMatchObject({
    status: 400,
    body: { code: 'MALFORMED', field },
  });
});
