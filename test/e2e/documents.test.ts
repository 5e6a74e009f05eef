import { createHash, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, logLines, request, signIn } from './support/clients.ts';

const run = `DOC${randomInt(1e9)}`;

test('a document is uploaded, attached, looked at, and leaves with the submission', async () => {
  const biller = await signIn('biller');
  const claim = {
    id: run,
    chargeCents: 4_200,
    adjustments: [['CO', '252', 4_200]] as const,
    remarks: ['N393'],
  };
  await dropFile(`${run}.835`, remittanceFile([{ claims: [claim], trace: run }]));
  const row = await eventually('the denial to wait for documents', async () => {
    const { body } = await request(biller, 'GET', '/queue');
    const found = body.denials.find((each: { claimId: string }) => each.claimId === run);
    return found?.state === 'collecting_documents' && found;
  });
  const path = `/denials/${row.denialId}/documents`;
  const wanted: string[] = (await request(biller, 'GET', path)).body.requirements.map(
    ({ document }: { document: string }) => document,
  );
  expect(wanted.length).toBeGreaterThan(0);

  const pdf = Buffer.from(`%PDF-1.7 SENTINEL-RECORD ${run}`);
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const body = { sha256, byteLength: pdf.byteLength, mediaType: 'application/pdf' };
  const change = (method: 'PUT' | 'POST', to: string, version: number, said: object) =>
    request(biller, method, to, { headers: { 'if-match': `"${version}"` }, body: said });

  // Nothing is there before the bytes are.
  const early = await change('PUT', `${path}/${sha256}`, row.version, { satisfies: wanted });
  expect(early).toMatchObject({ status: 422, body: { code: 'DOCUMENT_REFUSED' } });

  const { upload } = (await request(biller, 'POST', `${path}/uploads`, { body })).body;
  const form = new FormData();
  for (const [name, value] of Object.entries<string>(upload.fields)) form.append(name, value);
  form.append('file', new Blob([pdf]), 'SENTINEL-NAME.pdf');
  expect((await fetch(upload.url, { method: 'POST', body: form })).status).toBe(204);

  const attached = await change('PUT', `${path}/${sha256}`, row.version, { satisfies: wanted });
  expect(attached).toMatchObject({
    status: 200,
    body: { documents: [{ sha256, mediaType: 'application/pdf' }] },
  });

  const link = await request(biller, 'GET', `${path}/${sha256}/link`);
  const saved = await fetch(link.body.url);
  expect(Buffer.from(await saved.arrayBuffer())).toEqual(pdf);
  const forged = link.body.url.replace(sha256, '0'.repeat(64));
  expect((await fetch(forged)).status).toBe(403);

  const sent = { channel: 'portal', reference: 'P-1', sentOn: attached.body.asOf };
  const submitted = await change('POST', path, attached.body.version, sent);
  expect(submitted).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  expect(submitted.body.documents).toMatchObject([{ sha256, sentOn: sent.sentOn }]);
  expect((await logLines()).join('\n')).not.toContain('SENTINEL-');
});
