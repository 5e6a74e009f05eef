import { createHash, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { deniedClaim, paidClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { eventually, logLines, request, signIn } from './support/clients.ts';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

interface Form {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a browser does with the form. */
async function post(
  { url, fields }: Form,
  bytes: Uint8Array,
  changed: Readonly<Record<string, string>> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...changed })) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'SENTINEL-NAME.835');
  return (await fetch(url, { method: 'POST', body: form })).status;
}

test('a biller uploads a remittance, and its denial is in the queue', async () => {
  const name = `UP${randomUUID().slice(0, 8).toUpperCase()}`;
  const bytes = remittanceFile([{ claims: [deniedClaim(name), paidClaim(`${name}P`)], trace: name }]);
  const sha256 = sha256Of(bytes);
  const biller = await signIn('biller');
  const body = { sha256, byteLength: bytes.byteLength };
  const asked = await request(biller, 'POST', '/remittances/uploads', { body });
  expect(asked.status).toBe(200);

  // The bucket holds the form to what it was made for.
  expect(await post(asked.body.upload, new Uint8Array([...bytes, 10]))).toBe(400);
  expect(await post(asked.body.upload, bytes, { key: 'elsewhere.835' })).toBe(403);
  expect(await post(asked.body.upload, bytes, { 'Content-Type': 'text/html' })).toBe(403);
  expect(await post(asked.body.upload, bytes)).toBe(204);

  const file = await eventually('the file is loaded', async () => {
    const { status, body: found } = await request(biller, 'GET', `/files/${sha256}`);
    return status === 200 && found.status !== 'reading' && found;
  });
  expect(file).toMatchObject({ status: 'loaded', claims: 2, denials: 1 });
  await eventually('the denial is in the queue', async () => {
    const { body: page } = await request(biller, 'GET', '/queue?practice=1555012347&state=drafting');
    return page.denials?.some(({ claimId }: { claimId: string }) => claimId === name);
  });

  const again = await request(biller, 'POST', '/remittances/uploads', { body });
  expect(again.body).toMatchObject({ upload: null, file: { status: 'loaded' } });
  expect((await logLines()).join('\n')).not.toContain('SENTINEL-NAME');
});
