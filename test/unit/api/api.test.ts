import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import { httpEventSchema } from '../../../functions/handlers/api/event.ts';
import { ROUTE_TABLE } from '../../../functions/handlers/api/route-table.ts';
import { taskInputSchema } from '../../../functions/handlers/task-schema.ts';
import {
  AppealSystem,
  admin,
  auditor,
  biller,
  manager,
  otherBiller,
  PASSAGES,
  PRACTICE,
  printedWords,
  supervisor,
  withoutDocuments,
} from '../../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { sentCorrection } from '../../fixtures/sent-correction.ts';
import { send } from './requests.ts';

let system: AppealSystem;
const lines: string[] = [];
beforeEach(() => {
  system = new AppealSystem();
  lines.length = 0;
  for (const level of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, level).mockImplementation((line) => lines.push(String(line)));
  }
});
afterEach(() => vi.restoreAllMocks());

const at = (denialId: string, rest = '') => `/api/denials/${denialId}${rest}`;
const UNKNOWN = `${'0'.repeat(32)}-0001`;

describe('an appeal over HTTP', () => {
  test('is found, completed, read, approved and read back as handed over', async () => {
    const { denialId } = await system.drafted();

    const queue = await send(system, { as: biller, path: '/api/queue', query: { state: 'drafting' } });
    expect(queue.body.denials).toMatchObject([{ denialId, amountCents: 12_500, state: 'drafting' }]);

    const draft = await send(system, { as: biller, path: at(denialId, '/draft') });
    expect(draft.body.missing).toHaveLength(4 + withoutDocuments(system.only()).length);
    expect(draft.body.passages.map((p: { id: string }) => p.id)).toContain('criteria');

    const version = Number(JSON.parse(draft.headers.etag ?? '0'));
    const edited = await send(system, {
      as: biller,
      method: 'PUT',
      path: at(denialId, '/draft'),
      ifMatch: version,
      body: { passages: PASSAGES, goesWithout: withoutDocuments(system.only()) },
    });
    expect(edited).toMatchObject({ status: 200, body: { state: 'ready_to_approve' } });

    const candidate = await send(system, { as: biller, path: at(denialId, '/candidate') });
    expect(printedWords(candidate.body.pdf)).toContain('Cedar Ridge Medical Group');
    // The cover sheet, then the letter.
    expect(candidate.body.pageCount).toBe(2);

    const approved = await send(system, {
      as: biller,
      method: 'POST',
      path: at(denialId, '/approval'),
      ifMatch: candidate.headers.etag ?? '',
      body: { sha256: candidate.body.sha256 },
    });
    expect(approved).toMatchObject({ status: 200, body: { state: 'held' } });

    system.clock.advanceSeconds(31);
    await system.runDeliver(system.only());
    const packet = await send(system, { as: auditor, path: at(denialId, '/packet') });
    expect(packet.body.pdf).toBe(candidate.body.pdf);
    expect(packet.body.sha256).toBe(candidate.body.sha256);

    const timeline = await send(system, { as: auditor, path: at(denialId, '/timeline') });
    expect(timeline.body.events.map((event: { type: string }) => event.type)).toEqual([
      'DenialOpened',
      'DenialRouted',
      'AppealDrafted',
      'DraftEdited',
      'AppealApproved',
      'AppealHandedOver',
      'PayerAwaited',
    ]);
    expect(timeline.body.people).toEqual({ biller: 'The biller' });
  });

  test('nothing of the patient gets into the log', async () => {
    const { denialId } = await system.readyToApprove();
    await send(system, { as: biller, path: at(denialId, '/candidate') });
    await send(system, {
      as: biller,
      method: 'PUT',
      path: at(denialId, '/draft'),
      ifMatch: 1,
      body: '{"ALEX',
    });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join()).not.toMatch(/TESTPERSON|ALEX|MEMBER001/);
  });
});

describe('nothing changes when', () => {
  async function refusedBy(sent: Omit<Parameters<typeof send>[1], 'path'>, rest: string) {
    const denial = await system.readyToApprove();
    const response = await send(system, { ...sent, path: at(denial.denialId, rest) });
    expect(system.only()).toEqual(denial);
    expect(await system.eventTypes(denial.denialId)).toHaveLength(denial.version);
    expect(response.headers['content-type']).toBe('application/problem+json');
    return response;
  }
  const approval = { as: biller, method: 'POST' } as const;
  const body = { sha256: 'a'.repeat(64) };

  test('the version is stale: 409 with who changed what', async () => {
    const response = await refusedBy({ ...approval, ifMatch: 3, body }, '/approval');
    expect(response).toMatchObject({
      status: 409,
      body: {
        code: 'STALE_VERSION',
        currentVersion: 4,
        changedBy: { name: 'The biller', what: 'DraftEdited' },
      },
    });
  });

  test('the hash is another: 409', async () => {
    const response = await refusedBy({ ...approval, ifMatch: 4, body }, '/approval');
    expect(response).toMatchObject({ status: 409, body: { code: 'HASH_MISMATCH' } });
  });

  test.each([manager, admin, auditor, otherBiller])(
    'the user is the $userId: 403 with the reason',
    async (as) => {
      const response = await refusedBy({ ...approval, as, ifMatch: 4, body }, '/approval');
      expect(response).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
      expect(response.body.title).toMatch(/role|practice/);
      expect(system.access.entries.at(-1)).toMatchObject({ userId: as.userId, outcome: 'refused' });
    },
  );

  test('no version is named: 428', async () => {
    const response = await refusedBy({ ...approval, body }, '/approval');
    expect(response).toMatchObject({ status: 428, body: { code: 'IF_MATCH_REQUIRED', field: 'If-Match' } });
  });

  test.each<[string, object | string, string]>([
    ['/approval', {}, 'sha256'],
    ['/approval', { sha256: 'abc' }, 'sha256'],
    ['/approval', { sha256: 'a'.repeat(64), note: 'x' }, 'note'],
    ['/approval', 'not json', 'body'],
    ['/changes-request', {}, 'reason'],
    ['/changes-request', { reason: ' ' }, 'reason'],
    ['/route', { route: 'nowhere', reason: 'because' }, 'route'],
    ['/route', { route: 'review' }, 'reason'],
    ['/correction', { ...sentCorrection(), sentOn: '11/09/2026' }, 'sentOn'],
    ['/documents', { channel: 'pigeon', reference: 'A', sentOn: '2026-11-09' }, 'channel'],
    ['/route', '{"route":"review","reason":"half a \\ud800 character"}', 'reason'],
    ['/write-off/decision', { verdict: 'reject' }, 'reason'],
    ['/write-off/decision', { verdict: 'maybe' }, 'verdict'],
  ])('the body is malformed: 400 with the field (%s %j)', async (rest, sent, field) => {
    const response = await refusedBy({ ...approval, ifMatch: 4, body: sent }, rest);
    expect(response).toMatchObject({ status: 400, body: { code: 'MALFORMED', field } });
  });

  test('a passage does not fit: 422 with its name', async () => {
    const response = await refusedBy(
      { as: biller, method: 'PUT', ifMatch: 4, body: { passages: { criteria: 'one part' } } },
      '/draft',
    );
    expect(response).toMatchObject({
      status: 422,
      body: { code: 'PASSAGE_REFUSED', field: 'passages.criteria' },
    });
  });

  test('the denial stands elsewhere: 409', async () => {
    const response = await refusedBy({ ...approval, ifMatch: 4, body: sentCorrection() }, '/correction');
    expect(response).toMatchObject({ status: 409, body: { code: 'NOT_IN_THIS_STATE' } });
  });

  test('the body is over 256 KB: 413', async () => {
    const passages = { service: 'x'.repeat(300_000) };
    const response = await refusedBy({ as: biller, method: 'PUT', ifMatch: 4, body: { passages } }, '/draft');
    expect(response).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } });
  });
});

describe('who is asking', () => {
  test.each([
    ['a sub without an account', { ...biller, userId: 'stranger' }, '[biller]'],
    ['another group than the account’s role', biller, '[supervisor]'],
    ['no group', biller, undefined],
  ])('%s is refused', async (_what, as, groups) => {
    const response = await send(system, { as, groups, path: '/api/me' });
    expect(response).toMatchObject({ status: 403, body: { code: 'NO_ACCOUNT' } });
  });

  test.each([[['biller']], ['[biller other]'], ['biller']])('groups may come as %j', async (groups) => {
    const response = await send(system, { as: biller, groups, path: '/api/me' });
    expect(response).toMatchObject({ status: 200, body: { userId: 'biller', asOf: '2026-11-10' } });
  });
});

describe('reading', () => {
  test('a denial says in words why, and what its reader may do', async () => {
    const { denialId } = await system.readyToApprove();
    const { body, headers } = await send(system, { as: auditor, path: at(denialId) });
    expect(headers.etag).toBe('"4"');
    expect(body.decision.reasons).toMatchObject([
      { carc: '50', wording: expect.any(String), remarksInWords: [{ code: 'N115' }] },
    ]);
    expect(body.actions).toContainEqual({
      id: 'approve_appeal',
      allowed: false,
      reason: 'Your role (auditor) does not allow this.',
    });
    const own = await send(system, { as: biller, path: at(denialId) });
    expect(own.body.actions).toContainEqual({ id: 'approve_appeal', allowed: true, reason: null });
  });

  test('is kept in the access log', async () => {
    const { denialId } = await system.drafted();
    await send(system, { as: auditor, path: at(denialId) });
    expect(system.access.entries.at(-1)).toMatchObject({
      userId: 'auditor',
      operation: 'read',
      subject: denialId,
      outcome: 'allowed',
    });
  });

  test.each([
    [at(UNKNOWN)],
    [at('nonsense')],
    [at(UNKNOWN, '/candidate')],
    ['/api/nothing'],
    [`/api/files/${'f'.repeat(64)}`],
  ])('%s is nowhere: 404', async (address) => {
    expect(await send(system, { as: biller, path: address })).toMatchObject({ status: 404 });
  });

  test('another method is not allowed there: 405', async () => {
    const response = await send(system, { as: biller, method: 'DELETE', path: '/api/me' });
    expect(response).toMatchObject({ status: 405, headers: { allow: 'GET' } });
  });

  test('a letter that has not left cannot be read back', async () => {
    const { denialId } = await system.readyToApprove();
    const response = await send(system, { as: biller, path: at(denialId, '/packet') });
    expect(response).toMatchObject({ status: 404, body: { code: 'NOT_YET' } });
  });

  test.each([manager, admin, auditor])('the $userId does not read drafts', async (as) => {
    const { denialId } = await system.drafted();
    expect((await send(system, { as, path: at(denialId, '/draft') })).status).toBe(403);
    expect((await send(system, { as, path: at(denialId, '/candidate') })).status).toBe(403);
  });

  test('the queue holds only one’s own practices', async () => {
    await system.drafted();
    const own = await send(system, { as: otherBiller, path: '/api/queue' });
    expect(own).toMatchObject({ status: 200, body: { denials: [], cursor: null } });
    const others = await send(system, { as: otherBiller, path: '/api/queue', query: { practice: PRACTICE } });
    expect(others.status).toBe(403);
  });

  test('the queue holds every open state, what must be sent first on top', async () => {
    const claims = [deniedClaim('C1'), deniedClaim('C2'), deniedClaim('C3')];
    await system.drop(remittanceFile([{ claims }]));
    const [first, second, third] = system.denials.all();
    if (!first || !second || !third) throw new Error('The file has three denials.');
    await system.rewrite(first, { state: 'correcting', sendBy: '2027-01-20' });
    await system.rewrite(second, { state: 'awaiting_payer', sendBy: '2026-12-01' });
    await system.rewrite(third, { state: 'needs_review', sendBy: null });
    const { body } = await send(system, { as: biller, path: '/api/queue' });
    const ids = body.denials.map((d: { denialId: string }) => d.denialId);
    expect(ids).toEqual([third.denialId, second.denialId, first.denialId]);
  });

  test('the queue goes on behind its cursor, each denial once', async () => {
    const claims = Array.from({ length: 130 }, (_, index) => deniedClaim(`C${index}`));
    await system.drop(remittanceFile([{ claims }]));
    const first = await send(system, { as: biller, path: '/api/queue' });
    const second = await send(system, {
      as: biller,
      path: '/api/queue',
      query: { cursor: first.body.cursor },
    });
    const ids = [...first.body.denials, ...second.body.denials].map((d: { denialId: string }) => d.denialId);
    expect([first.body.denials.length, new Set(ids).size, second.body.cursor]).toEqual([100, 130, null]);
  });

  test.each([
    ['state', 'closed'],
    ['state', 'x'],
    ['cursor', '%%%'],
    ['page', '2'],
  ])('the query %s=%s is refused by name', async (name, value) => {
    const response = await send(system, { as: biller, path: '/api/queue', query: { [name]: value } });
    expect(response).toMatchObject({ status: 400, body: { field: name } });
  });

  test('files show what became of them, without their names', async () => {
    await system.drop(remittanceFile([{ claims: [deniedClaim('A1')] }]), 'SMITH-JANE.835');
    await system.drop(new TextEncoder().encode('%PDF-1.7'), 'scan.835');
    const { body } = await send(system, { as: biller, path: '/api/files' });
    expect(body.files.map((file: { status: string }) => file.status).sort()).toEqual([
      'loaded',
      'quarantined',
    ]);
    expect(JSON.stringify(body)).not.toContain('SMITH');
    const [{ fileSha256 }] = body.files;
    const one = await send(system, { as: biller, path: `/api/files/${fileSha256}` });
    expect(one.body.statusReason).toEqual(expect.any(String));
    expect((await send(system, { as: otherBiller, path: '/api/files' })).status).toBe(403);
  });

  test('remittances show parsed against stored cents', async () => {
    await system.routed();
    const { body } = await send(system, { as: manager, path: '/api/remittances' });
    expect(body.remittances).toMatchObject([
      { practiceId: PRACTICE, claims: 1, storedClaims: 1, paidCents: 0, storedPaidCents: 0, denials: 1 },
    ]);
    const others = await send(system, { as: otherBiller, path: '/api/remittances' });
    expect(others.body.remittances).toEqual([]);
  });
});

describe('a change without an Idempotency-Key', () => {
  test('is refused, says what to do, and changes nothing', async () => {
    const { denialId } = await system.readyToApprove();
    const response = await send(system, {
      as: biller,
      method: 'POST',
      path: at(denialId, '/changes-request'),
      ifMatch: 4,
      body: { reason: 'Name the dates.' },
      idempotencyKey: null,
    });
    expect(response).toMatchObject({
      status: 400,
      body: {
        code: 'IDEMPOTENCY_KEY_REQUIRED',
        field: 'Idempotency-Key',
        title: expect.stringMatching(/^Nothing was changed: send an Idempotency-Key/),
      },
    });
    expect(system.only().version).toBe(4);
  });

  test('is refused by every operation that writes, even where the body carries the versions', async () => {
    const writes = ROUTE_TABLE.filter((operation) => operation.writes);
    for (const { id, method, path } of writes) {
      const address = path.replace(/\{\w+\}/g, 'x');
      const sent = { as: biller, method, path: address, ifMatch: 1, body: {}, idempotencyKey: null };
      expect((await send(system, sent)).body.code, id).toBe('IDEMPOTENCY_KEY_REQUIRED');
    }
  });
});

describe('the same Idempotency-Key', () => {
  const request = { as: biller, method: 'POST', ifMatch: 4, body: { reason: 'Name the dates.' } } as const;

  test('with the same request gives the same answer and acts once', async () => {
    const { denialId } = await system.readyToApprove();
    const sent = { ...request, path: at(denialId, '/changes-request'), idempotencyKey: 'k1' };
    const first = await send(system, sent);
    const second = await send(system, sent);
    expect(second).toEqual(first);
    expect(second.headers.etag).toBe('"5"');
    expect(system.only().version).toBe(5);
  });

  test('with another request is refused', async () => {
    const { denialId } = await system.readyToApprove();
    const sent = { ...request, path: at(denialId, '/changes-request'), idempotencyKey: 'k1' };
    await send(system, sent);
    const other = await send(system, { ...sent, body: { reason: 'Something else.' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
    expect(system.only().version).toBe(5);
  });

  test('sent several times at once acts once', async () => {
    const { denialId } = await system.readyToApprove();
    const sent = { ...request, path: at(denialId, '/changes-request'), idempotencyKey: 'k1' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(system, sent)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.flatMap(({ body }) => body.code ?? [])).toEqual(Array(3).fill('KEY_IN_USE'));
    expect(system.only().version).toBe(5);
  });

  test('tells its answer no more to one whose practices have changed', async () => {
    const { denialId } = await system.readyToApprove();
    const sent = { ...request, path: at(denialId, '/changes-request'), idempotencyKey: 'k1' };
    await send(system, sent);
    const path = `/api/settings/users/${biller.userId}/access`;
    const granted = await send(system, {
      as: admin,
      method: 'PUT',
      path,
      ifMatch: 0,
      body: { role: 'biller', practices: [PRACTICE] },
    });
    expect(granted.status).toBe(200);
    expect(await send(system, sent)).toMatchObject({ status: 422, body: { code: 'KEY_REUSED' } });
  });

  test('is still free after a refusal', async () => {
    const ready = await system.readyToApprove();
    const sent = {
      as: biller,
      method: 'POST',
      path: at(ready.denialId, '/approval'),
      ifMatch: ready.version,
      body: { sha256: ready.candidate?.sha256 ?? '' },
      idempotencyKey: 'k1',
    } as const;
    const settled = system.organisation;
    system.organisation = { ...settled, practices: [] };
    expect(await send(system, sent)).toMatchObject({ status: 409, body: { code: 'FACTS_CHANGED' } });
    system.organisation = settled;
    expect((await send(system, sent)).status).toBe(200);
  });

  test('of another user is another key', async () => {
    const { denialId } = await system.readyToApprove();
    const sent = { ...request, path: at(denialId, '/changes-request'), idempotencyKey: 'k1' };
    await send(system, sent);
    expect((await send(system, { ...sent, as: supervisor })).status).toBe(409);
  });
});

describe('what nobody expected', () => {
  test('is answered with a code and nothing else, and logged by name', async () => {
    const { denialId } = await system.drafted();
    system.ports.objects.read = async () => {
      throw new Error('the letter of ALEX TESTPERSON cannot be read');
    };
    const response = await send(system, { as: biller, path: at(denialId, '/candidate') });
    expect(response).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(JSON.stringify(response) + lines.join()).not.toContain('TESTPERSON');
    expect(lines.join()).toContain('"errorName":"Error"');
  });

  test('an event of another shape is an error, not a crash', async () => {
    expect(await answerRequest(system.ports, { hello: 1 })).toMatchObject({ statusCode: 500 });
  });
});

describe('the table of operations', () => {
  test('names each once, and each way in once', () => {
    expect(new Set(ROUTE_TABLE.map((o) => o.id)).size).toBe(ROUTE_TABLE.length);
    expect(new Set(ROUTE_TABLE.map((o) => `${o.method} ${o.path}`)).size).toBe(ROUTE_TABLE.length);
  });

  test('everything that is not a GET asks for a version, unless it only checks', () => {
    for (const { method, writes, asks } of ROUTE_TABLE)
      expect(writes).toBe(method !== 'GET' && asks !== true);
  });

  test('is the table of the reference', () => {
    const reference = readFileSync(path.join(import.meta.dirname, '../../../docs/reference/api.md'), 'utf8');
    for (const { method, path: address, summary } of ROUTE_TABLE) {
      expect(reference).toContain(`| ${method} | \`${address}\` | ${summary} |`);
    }
  });
});

describe('the example events', () => {
  const example = (name: string) =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../events', name), 'utf8'));

  test('are what the API, draft and deliver take', () => {
    expect(httpEventSchema.parse(example('api/read-queue.json')).rawPath).toBe('/api/queue');
    expect(taskInputSchema.parse(example('draft/task.json')).level).toBe(1);
    expect(taskInputSchema.parse(example('deliver/task.json')).level).toBe(1);
  });
});
