import { createHash, randomInt } from 'node:crypto';
import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, test } from 'vitest';
import { brokenAt } from '../../functions/core/audit/event.ts';
import { withoutDocuments } from '../fixtures/appeal-system.ts';
import { pagesPdf } from '../fixtures/raw-pdf.ts';
import { readPacketFile } from '../fixtures/read-packet.ts';
import { readPdf, wordsOf } from '../fixtures/read-pdf.ts';
import { deniedClaim, remittanceFile } from '../fixtures/remittance-file.ts';
import { attachPdf } from './support/attach-pdf.ts';
import {
  denials,
  dropFile,
  eventually,
  readObject,
  request,
  sfn,
  signIn,
  system,
} from './support/clients.ts';

const claimId = `E2E${randomInt(1e9)}`;
const PASSAGES = {
  policy: 'Medical policy MP-1, effective January 1, 2026, requires six weeks of conservative care.',
  service: 'The patient had leg pain for eleven weeks; the visit of October 5 led to treatment.',
  criteria: 'Six weeks of conservative care | Eleven weeks of therapy | Encl. 2, p. 3',
};

/** One denial, from a file in the inbox to the letter that left: each test goes on where the one before stopped. */
describe('an appeal goes all the way', () => {
  let biller: string;
  let auditor: string;
  let path: string;
  let etag: string;
  let sha256: string;
  let pdf: string;

  const ifMatch = () => ({ 'if-match': etag });

  beforeAll(async () => {
    [biller, auditor] = await Promise.all([signIn('biller'), signIn('auditor')]);
    const file = remittanceFile([{ claims: [deniedClaim(claimId)], trace: claimId }]);
    await dropFile(`daily/${claimId}.835`, file);
  });

  test('the file in the inbox becomes a denial with a letter in draft', async () => {
    const row = await eventually('a drafted letter', async () => {
      const { body } = await request(biller, 'GET', '/queue?state=drafting');
      const found = body.denials.find((d: { claimId: string }) => d.claimId === claimId);
      return found?.nextAction.startsWith('Complete the letter') ? found : null;
    });
    expect(row).toMatchObject({ amountCents: 12_500, category: 'medical_necessity', route: 'appeal' });
    path = `/denials/${row.denialId}`;

    const draft = await request(biller, 'GET', `${path}/draft`);
    expect(draft.body.missing.length).toBeGreaterThan(0);
    etag = draft.headers.get('etag') ?? '';
  });

  test('an incomplete letter cannot be approved', async () => {
    const { body } = await request(biller, 'GET', `${path}/candidate`);
    const answer = await request(biller, 'POST', `${path}/approval`, {
      headers: ifMatch(),
      body: { sha256: body.sha256 },
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'NOT_IN_THIS_STATE' } });
  });

  test('the biller completes it, with two documents', async () => {
    const remittance = await attachPdf(biller, path, etag, pagesPdf(1));
    const notes = await attachPdf(biller, path, remittance.etag, pagesPdf(4));
    etag = notes.etag;
    const edited = await request(biller, 'PUT', `${path}/draft`, {
      headers: ifMatch(),
      body: {
        passages: PASSAGES,
        enclosures: [
          { sha256: remittance.sha256, name: 'Remittance page' },
          { sha256: notes.sha256, name: 'Office notes' },
        ],
      },
    });
    expect(edited).toMatchObject({ status: 200, body: { state: 'drafting' } });
    const missing = edited.body.candidate.missing;
    expect(missing.every((each: string) => each.startsWith('DOCUMENT ('))).toBe(true);
    const goesWithout = withoutDocuments(edited.body);
    expect(goesWithout).toHaveLength(missing.length);
    const said = await request(biller, 'PUT', `${path}/draft`, {
      headers: { 'if-match': edited.headers.get('etag') ?? '' },
      body: { goesWithout },
    });
    expect(said).toMatchObject({ status: 200, body: { state: 'ready_to_approve' } });
    const candidate = await request(biller, 'GET', `${path}/candidate`);
    ({ sha256, pdf } = candidate.body);
    etag = candidate.headers.get('etag') ?? '';
    expect(createHash('sha256').update(Buffer.from(pdf, 'base64')).digest('hex')).toBe(sha256);
    const { pageCount, enclosures, letter } = candidate.body;
    const before = 1 + letter.pageCount;
    expect(enclosures).toMatchObject([
      { number: 1, name: 'Remittance page', pagesIn: 1, pagesOut: 1, firstPage: before + 1 },
      { number: 2, name: 'Office notes', pagesIn: 4, pagesOut: 4, firstPage: before + 2 },
    ]);
    expect(pageCount).toBe(before + 5);
  });

  test('the packet has a bookmark to each of its parts, and a stamp on each page of an enclosure', async () => {
    const { bookmarks, pages } = await readPacketFile(Buffer.from(pdf, 'base64'));
    expect(bookmarks.map(({ title }) => title)).toEqual([
      'Cover sheet',
      'Letter',
      'Encl. 1: Remittance page',
      'Encl. 2: Office notes',
    ]);
    expect(pages.filter(({ content }) => content.includes('(Encl. '))).toHaveLength(5);
  });

  test('the letter is one tagged PDF with the words of the remittance and the biller', async () => {
    const letter = await request(biller, 'GET', `${path}/candidate/files/letter.pdf`);
    const { pageCount, structure, unmarked } = readPdf(Buffer.from(letter.body.pdf, 'base64'));
    expect(pageCount).toBe(2);
    expect(wordsOf(structure)).toContain('Office notes (4 pages)');
    expect(wordsOf(structure)).toContain('First-level');
    expect(wordsOf(structure)).toContain(PASSAGES.service);
    expect(unmarked).toBe('');
  });

  test('a stale version, another hash, another role and a malformed body change nothing', async () => {
    const post = (token: string, version: string, body: object) =>
      request(token, 'POST', `${path}/approval`, { headers: { 'if-match': version }, body });
    const wrong = 'a'.repeat(64);
    expect(await post(biller, '"1"', { sha256 })).toMatchObject({
      status: 409,
      body: { code: 'STALE_VERSION' },
    });
    expect(await post(biller, etag, { sha256: wrong })).toMatchObject({
      status: 409,
      body: { code: 'HASH_MISMATCH' },
    });
    expect(await post(auditor, etag, { sha256 })).toMatchObject({ status: 403 });
    expect(await post(await signIn('biller-one-practice'), etag, { sha256 })).toMatchObject({ status: 403 });
    expect(await post(biller, etag, { hash: sha256 })).toMatchObject({
      status: 400,
      body: { field: 'sha256' },
    });
    expect((await request(biller, 'GET', path)).headers.get('etag')).toBe(etag);
  });

  test('without a token nothing is told', async () => {
    const answer = await fetch(`${system.apiUrl}/api${path}`);
    expect(answer.status).toBe(401);
  });

  test('approved, it leaves after the hold, as those very bytes', async () => {
    const approved = await request(biller, 'POST', `${path}/approval`, {
      headers: ifMatch(),
      body: { sha256 },
    });
    expect(approved).toMatchObject({ status: 200, body: { state: 'held' } });

    const packet = await eventually(
      'the letter to be handed over',
      async () => {
        const answer = await request(auditor, 'GET', `${path}/packet`);
        return answer.status === 200 ? answer.body : null;
      },
      90_000,
    );
    expect(packet).toMatchObject({ sha256, approvedSha256: sha256, pdf });
    expect(Date.parse(packet.handover.handedOverAt)).toBeGreaterThanOrEqual(
      Date.parse(approved.body.approval.holdUntil),
    );
    const denialId = path.split('/')[2] ?? '';
    const dropped = await readObject(system.handoverBucket, `${denialId}/${sha256}.pdf`);
    expect(Buffer.from(dropped).toString('base64')).toBe(pdf);
  });

  test('the denial waits for the payer, and its history is whole', async () => {
    const denial = await eventually('waiting for the payer', async () => {
      const { body } = await request(biller, 'GET', path);
      return body.state === 'awaiting_payer' ? body : null;
    });
    const timeline = await request(auditor, 'GET', `${path}/timeline`);
    expect(timeline.body.events.map((event: { type: string }) => event.type)).toEqual([
      'DenialOpened',
      'DenialRouted',
      'AppealDrafted',
      'DocumentAttached',
      'DocumentAttached',
      'DraftEdited',
      'DraftEdited',
      'AppealApproved',
      'AppealHandedOver',
      'PayerAwaited',
    ]);
    expect(brokenAt(await denials.events(denial.denialId))).toBeNull();
  });

  test('the execution took at most twelve transitions, and knows nothing but ids', async () => {
    const denialId = path.split('/')[2] ?? '';
    const executionArn = `${system.stateMachineArn.replace(':stateMachine:', ':execution:')}:${denialId}-L1-A1`;
    const { events = [] } = await sfn.send(
      new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
    );
    const entered = events.filter(({ type }) => type?.endsWith('StateEntered'));
    expect(entered.length).toBeGreaterThan(5);
    expect(entered.length).toBeLessThanOrEqual(12);
    const history = JSON.stringify(events);
    expect(history).toContain(denialId);
    for (const sentinel of [claimId, 'TESTPERSON', 'MEMBER001', 'PRAIRIES', 'conservative care', 'Encl.']) {
      expect(history).not.toContain(sentinel);
    }
  });

  test('every answer forbids framing, sniffing and keeping a copy', async () => {
    const { headers } = await request(biller, 'GET', path);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
