import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { documentCleaner } from '../../../functions/adapters/intake/document-cleaner.ts';
import { MemoryClock } from '../../../functions/adapters/memory/clock.ts';
import {
  MemoryDocumentChecks,
  MemoryDocumentCleaner,
} from '../../../functions/adapters/memory/document-checks.ts';
import { MemoryObjectStore } from '../../../functions/adapters/memory/object-store.ts';
import type { DenialId } from '../../../functions/core/ids.ts';
import { intake } from '../../../functions/handlers/intake/handler.ts';
import { type CheckPorts, checkDocument } from '../../../functions/use-cases/check-document.ts';
import { lineOfPage, pagesPdf } from '../../fixtures/raw-pdf.ts';
import { shownPages } from '../../fixtures/shown-text.ts';

const denialId = `${'a'.repeat(32)}-0001` as DenialId;
const PDF = pagesPdf(2);
const sha256 = createHash('sha256').update(PDF).digest('hex');
const key = `uploads/${denialId}/${sha256}`;

let ports: CheckPorts & { objects: MemoryObjectStore; checks: MemoryDocumentChecks; clock: MemoryClock };
const written: string[] = [];
beforeEach(() => {
  ports = {
    objects: new MemoryObjectStore(),
    checks: new MemoryDocumentChecks(),
    cleaner: documentCleaner,
    clock: new MemoryClock('2026-11-10T12:00:00.000Z'),
  };
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line: string) => {
      written.push(line);
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  written.length = 0;
});

const put = (body: Uint8Array = PDF) =>
  ports.objects.put({ bucket: 'documents', key, body: new Uint8Array(body), contentType: 'application/pdf' });
const check = () => checkDocument(ports, { denialId, sha256 });
const kept = () => ports.checks.find(denialId, sha256);

test('an upload that is fine leaves a plain PDF with its hash and its pages', async () => {
  await put();
  expect(await check()).toEqual({ kind: 'accepted', pageCount: 2 });
  const found = await kept();
  if (found?.state !== 'accepted') throw new Error('It was not accepted.');
  const { objectKey, objectVersionId, ...clean } = found.clean;
  expect(objectKey).toBe(`examined/${denialId}/${sha256}.pdf`);
  const bytes = await ports.objects.read({ bucket: 'documents', key: objectKey, versionId: objectVersionId });
  expect(clean).toMatchObject({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    byteLength: bytes.byteLength,
    pageCount: 2,
  });
  expect((await shownPages(bytes))[1]?.operators).toContain(lineOfPage(2));
});

test('the same message twice checks once', async () => {
  await put();
  await check();
  expect(await check()).toEqual({ kind: 'settled' });
});

test('other bytes under the hash are refused, and the right ones are taken then', async () => {
  await put(pagesPdf(3));
  expect(await check()).toEqual({ kind: 'refused', reason: 'other_hash' });
  await put();
  expect(await check()).toMatchObject({ kind: 'accepted' });
});

test('other bytes that come after the accepted ones change nothing', async () => {
  await put();
  await check();
  const before = await kept();
  await put(pagesPdf(3));
  expect(await check()).toEqual({ kind: 'settled' });
  expect(await kept()).toEqual(before);
});

test('an upload that was forgotten meanwhile is no failure', async () => {
  expect(await check()).toEqual({ kind: 'gone' });
});

test('a check that took the function with it ends as a refusal, and is not tried again', async () => {
  await put();
  let tries = 0;
  ports = {
    ...ports,
    cleaner: {
      clean() {
        tries += 1;
        // Neither memory nor time leaves anybody behind to record it.
        return new Promise(() => undefined);
      },
    },
  };
  void check();
  await vi.waitFor(() => expect(tries).toBe(1));
  await expect(check()).rejects.toMatchObject({ name: 'CheckUnderWayError' });
  ports.clock.advanceSeconds(180);
  expect(await check()).toEqual({ kind: 'refused', reason: 'not_read_safely' });
  expect(tries).toBe(1);
  expect(await check()).toEqual({ kind: 'settled' });
});

test('a storage that fails is no fault of the document: the next try begins anew', async () => {
  await put();
  const store = ports.objects.put.bind(ports.objects);
  ports.objects.put = () => Promise.reject(new Error('Slow down.'));
  await expect(check()).rejects.toThrow('Slow down.');
  expect(await kept()).toMatchObject({ state: 'put_off' });
  ports.objects.put = store;
  expect(await check()).toMatchObject({ kind: 'accepted' });
});

test.each([
  ['%PDF-1.7 that is no PDF', 'truncated'],
  ['GIF89a', 'unknown_type'],
  ['junk %PDF-1.7', 'unknown_type'],
  ['II*\0', 'tiff'],
  ['', 'empty'],
])('%j is refused by what it is, whatever its name', async (text, reason) => {
  const body = Buffer.from(text, 'latin1');
  const its = createHash('sha256').update(body).digest('hex');
  const at = `uploads/${denialId}/${its}`;
  await ports.objects.put({ bucket: 'documents', key: at, body, contentType: 'application/pdf' });
  expect(await checkDocument(ports, { denialId, sha256: its })).toEqual({ kind: 'refused', reason });
});

const message = (messageId: string, objectKey: string) => ({
  messageId,
  body: JSON.stringify({
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { bucket: { name: 'documents' }, object: { key: objectKey, size: 1 } },
  }),
});

test('a batch gives back what failed alone, and logs ids, outcomes and counts', async () => {
  await put(Buffer.from(PDF.toString('latin1').replaceAll('Progress', 'SENTINEL'), 'latin1'));
  const Records = [message('odd', 'uploads/somewhere/else'), message('good', key)];
  expect(await intake({ Records }, ports)).toEqual({ batchItemFailures: [{ itemIdentifier: 'odd' }] });
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'error', event: 'messageFailed', handler: 'intake' },
    { event: 'documentChecked', denialId, fileSha256: sha256, outcome: 'refused', code: 'other_hash' },
  ]);
  expect(written.join()).not.toContain('SENTINEL');
});

test('the cleaner of memory says what it is told to say', async () => {
  const cleaner = new MemoryDocumentCleaner();
  cleaner.cleaned = { kind: 'refused', reason: 'scripted' };
  await put();
  expect(await checkDocument({ ...ports, cleaner }, { denialId, sha256 })).toEqual({
    kind: 'refused',
    reason: 'scripted',
  });
});
