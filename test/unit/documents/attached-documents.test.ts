import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { LARGEST_DOCUMENT_BYTES, MOST_DOCUMENTS } from '../../../functions/core/documents/document.ts';
import { AppealSystem, admin, auditor, biller, otherBiller } from '../../fixtures/appeal-system.ts';
import { send } from '../api/requests.ts';

const REPORT = 'the operative report';
const INVOICE = 'the implant invoice';
const PDF = '%PDF-1.7 the report';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let system: AppealSystem;
let denial: Denial;
beforeEach(async () => {
  system = new AppealSystem();
  const routed = await system.routed();
  const route = 'documentation';
  const requiredDocuments = [REPORT, INVOICE].map(
    (document) => ({ document, ruleId: 'test', source: 'test', confidence: 'high' }) as const,
  );
  denial = await system.rewrite(routed, {
    state: 'collecting_documents',
    route,
    decision: { ...routed.decision, route, requiredDocuments },
  });
});

const path = (behind = '') => `/api/denials/${denial.denialId}/documents${behind}`;

/** What S3 does with the form. */
const upload = (bytes: string | Uint8Array, sha256 = sha256Of(bytes)) =>
  system.objects.put({
    bucket: 'documents',
    key: `uploads/${denial.denialId}/${sha256}`,
    body: new Uint8Array(Buffer.from(bytes)),
    contentType: 'application/pdf',
  });

const attach = (sha256: string, satisfies: readonly string[] = [], ifMatch = system.only().version) =>
  send(system, { as: biller, method: 'PUT', path: path(`/${sha256}`), body: { satisfies }, ifMatch });

const list = async (as = biller) => (await send(system, { as, path: path() })).body;

test('a form lets one document of that length and type be put, under ids and hashes only', async () => {
  const body = { sha256: sha256Of(PDF), byteLength: PDF.length, mediaType: 'application/pdf' };
  const answer = await send(system, { as: biller, method: 'POST', path: path('/uploads'), body });
  expect(answer.body).toEqual({
    upload: {
      url: 'https://documents.example/',
      fields: {
        key: `uploads/${denial.denialId}/${sha256Of(PDF)}`,
        'Content-Type': 'application/pdf',
        byteLength: String(PDF.length),
      },
      expiresAt: '2026-11-10T12:05:00.000Z',
    },
    document: null,
  });
});

test.each([
  ['another type', { mediaType: 'text/html' }, 'mediaType'],
  ['more than 25 MB', { byteLength: LARGEST_DOCUMENT_BYTES + 1 }, 'byteLength'],
])('no form is given for %s', async (_what, other, field) => {
  const body = { sha256: sha256Of(PDF), byteLength: PDF.length, mediaType: 'application/pdf', ...other };
  expect(await send(system, { as: biller, method: 'POST', path: path('/uploads'), body })).toMatchObject({
    status: 400,
    body: { field },
  });
});

test('what was uploaded is attached once its bytes are what they are said to be, in a place that no form names', async () => {
  await upload(PDF);
  expect(await attach(sha256Of(PDF), [REPORT])).toMatchObject({ status: 200 });
  const [document] = system.only().documents;
  expect(document).toMatchObject({
    sha256: sha256Of(PDF),
    objectKey: `denials/${denial.denialId}/${sha256Of(PDF)}`,
    byteLength: PDF.length,
    mediaType: 'application/pdf',
    satisfies: [REPORT],
    attachedBy: 'biller',
    sentOn: null,
  });
  expect(await system.eventTypes(denial.denialId)).toContain('DocumentAttached');
});

test('the list says of each requirement whether it is there, and shows no place in storage', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF), [REPORT]);
  const body = await list();
  expect(body.requirements).toMatchObject([
    { document: REPORT, state: 'attached', attached: [sha256Of(PDF)] },
    { document: INVOICE, state: 'missing', attached: [] },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/objectKey|objectVersionId|uploads/);
});

test('the type of a document is what its bytes say, whatever the form said', async () => {
  await upload(PNG);
  await attach(sha256Of(PNG));
  expect(system.only().documents[0]?.mediaType).toBe('image/png');
});

test.each<readonly [what: string, bytes: string | Uint8Array, sha256: string | undefined, sentence: RegExp]>([
  ['a page that calls itself a PDF', '<html>%PDF-</html>', undefined, /no PDF/],
  ['bytes of another hash', PDF, sha256Of('others'), /another hash/],
  ['an empty object', '', undefined, /not empty/],
])('%s is refused, and nothing is attached', async (_what, bytes, sha256, sentence) => {
  await upload(bytes, sha256);
  expect(await attach(sha256 ?? sha256Of(bytes))).toMatchObject({
    status: 422,
    body: { code: 'DOCUMENT_REFUSED', title: expect.stringMatching(sentence) },
  });
  expect(system.only()).toEqual(denial);
});

test('an object that is larger than a document may be is refused before it is read', async () => {
  const { find } = system.objects;
  system.objects.find = async () => ({
    bucket: 'documents',
    key: 'none',
    versionId: 'none',
    byteLength: LARGEST_DOCUMENT_BYTES + 1,
  });
  expect(await attach(sha256Of(PDF))).toMatchObject({
    status: 422,
    body: { title: expect.stringMatching(/25 MB/) },
  });
  system.objects.find = find;
});

test('what was never uploaded cannot be attached', async () => {
  expect(await attach(sha256Of(PDF))).toMatchObject({ status: 422, body: { code: 'DOCUMENT_REFUSED' } });
});

test('a document is for nothing that the decision does not ask for', async () => {
  await upload(PDF);
  expect(await attach(sha256Of(PDF), ['a photograph'])).toMatchObject({
    status: 422,
    body: { code: 'DOCUMENT_REFUSED', field: 'satisfies' },
  });
});

test('a denial takes so many documents and not one more', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF));
  const [document] = system.only().documents;
  if (document === undefined) throw new Error('Nothing is attached.');
  const documents = Array.from({ length: MOST_DOCUMENTS }, (_, i) => ({
    ...document,
    sha256: sha256Of(`${i}`),
  }));
  await system.rewrite(system.only(), { documents });
  expect(await attach(sha256Of(PDF))).toMatchObject({
    status: 422,
    body: { title: expect.stringMatching(/40/) },
  });
});

test('the same bytes again are no second document: they are for something else now', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF), [REPORT]);
  const body = { sha256: sha256Of(PDF), byteLength: PDF.length, mediaType: 'application/pdf' };
  const asked = await send(system, { as: biller, method: 'POST', path: path('/uploads'), body });
  expect(asked.body).toMatchObject({ upload: null, document: { satisfies: [REPORT] } });
  await attach(sha256Of(PDF), [REPORT, INVOICE]);
  expect(system.only().documents).toMatchObject([{ satisfies: [REPORT, INVOICE] }]);
});

test('what is uploaded later under the same key changes nothing of what is attached', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF));
  await upload('%PDF-1.7 another', sha256Of(PDF));
  const [document] = system.only().documents;
  if (document === undefined) throw new Error('Nothing is attached.');
  const { objectKey: key, objectVersionId: versionId } = document;
  expect(await system.objects.read({ bucket: 'documents', key, versionId })).toEqual(
    new Uint8Array(Buffer.from(PDF)),
  );
});

test('a document is taken off before it is sent', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF));
  const ifMatch = system.only().version;
  await send(system, { as: biller, method: 'DELETE', path: path(`/${sha256Of(PDF)}`), ifMatch });
  expect(system.only().documents).toEqual([]);
  expect(await system.eventTypes(denial.denialId)).toContain('DocumentRemoved');
});

const submit = (said: object = {}) =>
  send(system, {
    as: biller,
    method: 'POST',
    path: path(),
    body: { channel: 'fax', reference: 'FAX-1', sentOn: '2026-11-10', ...said },
    ifMatch: system.only().version,
  });

test('what is attached counts for the gate, and leaves with the submission', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF), [REPORT]);
  expect(await submit()).toMatchObject({ status: 422, body: { title: expect.stringContaining(INVOICE) } });
  await upload(PNG);
  await attach(sha256Of(PNG), [INVOICE]);
  expect(await submit()).toMatchObject({ status: 200, body: { state: 'awaiting_payer' } });
  expect(system.only().documents.map(({ sentOn }) => sentOn)).toEqual(['2026-11-10', '2026-11-10']);
  const sent = (await system.denials.events(denial.denialId)).at(-1);
  expect(sent).toMatchObject({
    type: 'DocumentsSent',
    detail: { attachedSha256: `${sha256Of(PDF)} ${sha256Of(PNG)}` },
  });
});

test('a document that has left stays, also when the payer wants more', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF), [REPORT, INVOICE]);
  await submit();
  await system.rewrite(system.only(), { state: 'collecting_documents' });
  const ifMatch = system.only().version;
  const removed = await send(system, {
    as: biller,
    method: 'DELETE',
    path: path(`/${sha256Of(PDF)}`),
    ifMatch,
  });
  expect(removed).toMatchObject({ status: 409, body: { code: 'NO_SUCH_DOCUMENT' } });
  expect(await attach(sha256Of(PDF), [])).toMatchObject({ status: 409, body: { code: 'NO_SUCH_DOCUMENT' } });
  expect((await list()).documents[0].actions).toContainEqual({
    id: 'attach_document',
    allowed: false,
    reason: 'This document left on 2026-11-10: it stays as evidence.',
  });
});

test('a link gives the version that was attached for a minute, no cache keeps it, and the access log has it', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF));
  const { body, headers } = await send(system, { as: biller, path: path(`/${sha256Of(PDF)}/link`) });
  const [document] = system.only().documents;
  expect(body).toEqual({
    url: `https://documents.example/${document?.objectKey}?versionId=${document?.objectVersionId}`,
    expiresAt: '2026-11-10T12:01:00.000Z',
  });
  expect(headers['cache-control']).toBe('no-store');
  expect(system.access.entries.at(-1)).toMatchObject({
    operation: 'read_document',
    subject: denial.denialId,
    outcome: 'allowed',
  });
});

test('who may not read letters sees that a document is there and gets no link; another practice sees nothing', async () => {
  await upload(PDF);
  await attach(sha256Of(PDF));
  for (const as of [auditor, admin]) {
    expect((await list(as)).documents).toHaveLength(1);
    expect(await send(system, { as, path: path(`/${sha256Of(PDF)}/link`) })).toMatchObject({ status: 403 });
  }
  expect(await send(system, { as: otherBiller, path: path() })).toMatchObject({ status: 403 });
});

test('a document of no denial has no link', async () => {
  expect(await send(system, { as: biller, path: path(`/${sha256Of('none')}/link`) })).toMatchObject({
    status: 404,
  });
});
