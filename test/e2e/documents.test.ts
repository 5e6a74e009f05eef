import { createHash, randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { pagesPdf } from '../fixtures/raw-pdf.ts';
import { remittanceFile } from '../fixtures/remittance-file.ts';
import { dropFile, eventually, logLines, request, signIn } from './support/clients.ts';

const run = `DOC${randomInt(1e9)}`;

interface Form {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a browser does with the form. */
async function post({ url, fields }: Form, bytes: Uint8Array): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), 'SENTINEL-NAME.pdf');
  return (await fetch(url, { method: 'POST', body: form })).status;
}

test('a document is uploaded, checked, attached, looked at, and leaves with the submission', async () => {
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

  const toElsewhere = '<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org) >> >>';
  const pdf = pagesPdf(3, { page: `/Annots [${toElsewhere}]`, objects: [`(SENTINEL-RECORD ${run})`] });
  const sha256 = createHash('sha256').update(pdf).digest('hex');
  /** Uploads it, and waits until its check is over. */
  async function upload(bytes: Uint8Array) {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const body = { sha256: hash, byteLength: bytes.byteLength, mediaType: 'application/pdf' };
    const permitted = (await request(biller, 'POST', `${path}/uploads`, { body })).body;
    expect(await post(permitted.upload, bytes)).toBe(204);
    return eventually('the check to be over', async () => {
      const { body: check } = await request(biller, 'GET', permitted.check.replace(/^\/api/, ''));
      return ['refused', 'accepted', 'not_checked'].includes(check.state) && check;
    });
  }
  const change = (method: 'PUT' | 'POST', to: string, version: number, said: object) =>
    request(biller, method, to, { headers: { 'if-match': `"${version}"` }, body: said });

  // Nothing is there before the bytes are.
  const early = await change('PUT', `${path}/${sha256}`, row.version, { satisfies: wanted });
  expect(early).toMatchObject({ status: 422, body: { code: 'DOCUMENT_REFUSED' } });

  expect(await upload(pdf)).toMatchObject({ state: 'accepted', pageCount: 3, removed: ['links'] });

  const attached = await change('PUT', `${path}/${sha256}`, row.version, { satisfies: wanted });
  expect(attached).toMatchObject({
    status: 200,
    body: { documents: [{ sha256, mediaType: 'application/pdf', clean: { pageCount: 3 } }] },
  });

  const link = await request(biller, 'GET', `${path}/${sha256}/link`);
  const saved = await fetch(link.body.url);
  expect(Buffer.from(await saved.arrayBuffer())).toEqual(pdf);
  const forged = link.body.url.replace(sha256, '0'.repeat(64));
  expect((await fetch(forged)).status).toBe(403);

  const plain = await request(biller, 'GET', `${path}/${sha256}/link?copy=checked`);
  const checked = Buffer.from(await (await fetch(plain.body.url)).arrayBuffer());
  expect(createHash('sha256').update(checked).digest('hex')).toBe(attached.body.documents[0].clean.sha256);
  expect(checked.toString('latin1')).not.toContain('example.org');

  // One that would run something is refused in words, and cannot be attached.
  const scripted = pagesPdf(1, {
    catalog: `/OpenAction << /S /JavaScript /JS (SENTINEL-SCRIPT ${run}) >>`,
  });
  const refused = await upload(scripted);
  expect(refused).toMatchObject({ state: 'refused', reason: 'scripted', why: 'The PDF holds a script.' });
  const tried = await change('PUT', `${path}/${refused.sha256}`, attached.body.version, { satisfies: [] });
  expect(tried).toMatchObject({
    status: 422,
    body: { code: 'DOCUMENT_REFUSED', title: `${refused.why} ${refused.remedy}` },
  });
  const { uploads } = (await request(biller, 'GET', path)).body;
  expect(uploads).toMatchObject([{ sha256: refused.sha256, state: 'refused' }]);

  const sent = { channel: 'portal', reference: 'P-1', sentOn: attached.body.asOf };
  const submitted = await change('POST', path, attached.body.version, sent);
  expect(submitted).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  expect(submitted.body.documents).toMatchObject([{ sha256, sentOn: sent.sentOn }]);
  expect((await logLines()).join('\n')).not.toContain('SENTINEL-');
});
