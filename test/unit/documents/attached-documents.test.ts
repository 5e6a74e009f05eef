import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { MemoryDocumentCleaner } from '../../../functions/adapters/memory/document-checks.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import {
  type Document,
  LARGEST_DOCUMENT_BYTES,
  MOST_DOCUMENTS,
} from '../../../functions/core/documents/document.ts';
import { checkDocument } from '../../../functions/use-cases/check-document.ts';
import { AppealSystem, admin, auditor, biller, otherBiller } from '../../fixtures/appeal-system.ts';
import { send } from '../api/requests.ts';

const REPORT = 'the operative report';
const INVOICE = 'the implant invoice';
const PDF = '%PDF-1.7 the report';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

let system: AppealSystem;
let cleaner: MemoryDocumentCleaner;
let denial: Denial;
beforeEach(async () => {
  system = new AppealSystem();
  cleaner = new MemoryDocumentCleaner();
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
const put = (bytes: string | Uint8Array, sha256 = sha256Of(bytes)) =>
  system.objects.put({
    bucket: 'documents',
    key: `uploads/${denial.denialId}/${sha256}`,
    body: new Uint8Array(Buffer.from(bytes)),
    contentType: 'application/pdf',
  });

/** What intake does of it then. */
const check = (sha256: string) =>
  checkDocument(
    { objects: system.objects, checks: system.documentChecks, cleaner, clock: system.clock },
    { denialId: denial.denialId, sha256 },
  );

async function upload(bytes: string | Uint8Array, sha256 = sha256Of(bytes)): Promise<void> {
  await put(bytes, sha256);
  await check(sha256);
}

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
    check: `/api/denials/${denial.denialId}/documents/${sha256Of(PDF)}/check`,
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

test('what was uploaded and accepted is attached, in a place that no form and no intake names', async () => {
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
    clean: { objectKey: `checked/${denial.denialId}/${sha256Of(PDF)}.pdf`, pageCount: 1, removed: [] },
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
  expect(JSON.stringify(body)).not.toMatch(/objectKey|objectVersionId|uploads\//);
});

test('the type of a document is what its bytes say, whatever the form said', async () => {
  await upload(PNG);
  await attach(sha256Of(PNG));
  expect(system.only().documents[0]?.mediaType).toBe('image/png');
});

test.each<readonly [what: string, bytes: string | Uint8Array, sha256: string | undefined, sentence: RegExp]>([
  ['a page that calls itself a PDF', '<html>%PDF-</html>', undefined, /no PDF/],
  ['bytes of another hash', PDF, sha256Of('others'), /not what was to be uploaded/],
  ['an empty object', '', undefined, /is empty/],
  [
    'a TIFF',
    Buffer.from('49492a00', 'hex'),
    undefined,
    /^TIFF files are not taken\. Save the document as a PDF\.$/,
  ],
])('%s is refused, and nothing is attached', async (_what, bytes, sha256, sentence) => {
  await upload(bytes, sha256);
  expect(await attach(sha256 ?? sha256Of(bytes))).toMatchObject({
    status: 422,
    body: { code: 'DOCUMENT_REFUSED', title: expect.stringMatching(sentence) },
  });
  expect(system.only()).toEqual(denial);
});

test('an object that is larger than a document may be is refused before it is read', async () => {
  const find = system.objects.find.bind(system.objects);
  system.objects.find = async (bucket, key) => {
    const found = await find(bucket, key);
    return found && { ...found, byteLength: LARGEST_DOCUMENT_BYTES + 1 };
  };
  await upload(PDF);
  expect(await attach(sha256Of(PDF))).toMatchObject({
    status: 422,
    body: { title: expect.stringMatching(/25 MB/) },
  });
});

test('what is still being checked is attached a moment later', async () => {
  await put(PDF);
  expect(await attach(sha256Of(PDF))).toMatchObject({
    status: 409,
    body: { code: 'DOCUMENT_BEING_CHECKED', title: expect.stringMatching(/try again/) },
  });
  await check(sha256Of(PDF));
  expect(await attach(sha256Of(PDF))).toMatchObject({ status: 200 });
});

test('what intake refused is not attached, and the answer says why and what to do', async () => {
  cleaner.cleaned = { kind: 'refused', reason: 'scripted' };
  await upload(PDF);
  expect(await attach(sha256Of(PDF))).toMatchObject({
    status: 422,
    body: {
      code: 'DOCUMENT_REFUSED',
      title: 'The PDF holds a script. Print it to a new PDF: that leaves the script behind.',
    },
  });
  expect(system.only()).toEqual(denial);
});

const seenCheck = async () =>
  (await send(system, { as: biller, path: path(`/${sha256Of(PDF)}/check`) })).body;

test('the check of an upload can be followed, in words', async () => {
  expect(await seenCheck()).toMatchObject({ state: 'not_uploaded', why: null, pageCount: null });
  await put(PDF);
  expect(await seenCheck()).toMatchObject({ state: 'checking' });
  cleaner.cleaned = { kind: 'refused', reason: 'encrypted' };
  await check(sha256Of(PDF));
  expect(await seenCheck()).toEqual({
    sha256: sha256Of(PDF),
    state: 'refused',
    reason: 'encrypted',
    why: 'The PDF is protected by a password, or against being changed.',
    remedy: 'Save an unprotected copy, or print it to a new PDF.',
    pageCount: null,
    removed: [],
  });
});

test('of what was accepted the check says pages and what was taken off, also once it is attached', async () => {
  cleaner.cleaned = { kind: 'clean', bytes: new Uint8Array([1]), pageCount: 7, removed: ['links'] };
  await upload(PDF);
  const accepted = { state: 'accepted', pageCount: 7, removed: ['links'] };
  expect(await seenCheck()).toMatchObject(accepted);
  await attach(sha256Of(PDF));
  expect(await seenCheck()).toMatchObject(accepted);
});

test('the list shows what is on its way, and no longer once it is attached', async () => {
  await upload(PDF);
  cleaner.cleaned = { kind: 'refused', reason: 'scripted' };
  await upload(PNG);
  expect((await list()).uploads.map(({ state }: { state: string }) => state).sort()).toEqual([
    'accepted',
    'refused',
  ]);
  await attach(sha256Of(PDF));
  expect((await list()).uploads).toMatchObject([{ sha256: sha256Of(PNG), state: 'refused' }]);
});

describe('a document from before there was an intake', () => {
  const old = async (): Promise<Document> => {
    await upload(PDF);
    await attach(sha256Of(PDF));
    const [document] = system.only().documents;
    if (document === undefined) throw new Error('Nothing is attached.');
    await system.rewrite(system.only(), { documents: [{ ...document, clean: null }] });
    await system.documentChecks.keep({
      state: 'put_off',
      denialId: denial.denialId,
      sha256: sha256Of(PDF),
      uploadVersionId: 'none',
      since: system.clock.now(),
    });
    return document;
  };

  test('gets a form again, and its plain PDF when it is attached again', async () => {
    await old();
    const body = { sha256: sha256Of(PDF), byteLength: PDF.length, mediaType: 'application/pdf' };
    const asked = await send(system, { as: biller, method: 'POST', path: path('/uploads'), body });
    expect(asked.body).toMatchObject({ document: null, upload: { url: expect.any(String) } });
    await upload(PDF);
    await attach(sha256Of(PDF), [REPORT]);
    expect(system.only().documents).toMatchObject([{ satisfies: [REPORT], clean: { pageCount: 1 } }]);
  });

  test('is for something else without being uploaded again', async () => {
    await old();
    expect(await attach(sha256Of(PDF), [INVOICE])).toMatchObject({ status: 200 });
    expect(system.only().documents).toMatchObject([{ satisfies: [INVOICE], clean: null }]);
  });

  test('has no checked copy to look at', async () => {
    await old();
    expect(
      await send(system, { as: biller, path: path(`/${sha256Of(PDF)}/link`), query: { copy: 'checked' } }),
    ).toMatchObject({
      status: 404,
      body: { code: 'NOT_YET' },
    });
  });
});

test('a link to the checked copy gives the plain PDF', async () => {
  await upload(PNG);
  await attach(sha256Of(PNG));
  const at = path(`/${sha256Of(PNG)}/link`);
  const { body } = await send(system, { as: biller, path: at, query: { copy: 'checked' } });
  expect(body.url).toContain(`checked/${denial.denialId}/${sha256Of(PNG)}.pdf`);
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
  await put('%PDF-1.7 another', sha256Of(PDF));
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
