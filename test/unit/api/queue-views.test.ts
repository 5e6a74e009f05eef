import { gunzipSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import type { DenialId } from '../../../functions/core/ids.ts';
import { answerRequest } from '../../../functions/handlers/api/answer-request.ts';
import {
  AppealSystem,
  biller,
  manager,
  otherBiller,
  PRACTICE,
  supervisor,
} from '../../fixtures/appeal-system.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';
import { assessedDenial } from '../../fixtures/opened-denial.ts';
import { seedDenials } from '../../fixtures/seeded-denials.ts';
import { eventOf, send } from './requests.ts';

beforeEach(() => {
  for (const level of ['info', 'error'] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
});

describe('ten thousand denials', () => {
  const system = new AppealSystem();
  let body: Awaited<ReturnType<typeof send>>['body'];
  let packed: Awaited<ReturnType<typeof answerRequest>>;
  beforeAll(async () => {
    await seedDenials(system, 10_000);
    await system.project();
    const event = eventOf({ as: biller, path: '/api/queue/snapshot' });
    const asked = { ...event, headers: { 'Accept-Encoding': 'gzip, br' } };
    packed = await answerRequest(system.ports, asked);
    body = JSON.parse(gunzipSync(Buffer.from(packed.body, 'base64')).toString('utf8'));
  }, 60_000);

  test('are one answer of at most 0.4 MB, packed', () => {
    expect(packed).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' },
    });
    expect(body.total).toBe(10_000);
    expect(Buffer.from(packed.body, 'base64').length).toBeLessThanOrEqual(400_000);
  });

  test('carry no name, birth date, member id or date of service', () => {
    const text = JSON.stringify(body);
    const claim = assessedDenial().claimPayment.claim;
    const secrets = [
      ...claim.parties.flatMap(({ lastOrOrganisationName, firstName, id }) => [
        lastOrOrganisationName,
        firstName,
        id,
      ]),
      ...claim.lines.flatMap(({ serviceFrom }) => serviceFrom ?? []),
    ].filter((secret) => secret !== '');
    expect(secrets.length).toBeGreaterThan(3);
    for (const secret of secrets) expect(text).not.toContain(`"${secret}"`);
  });

  test('are those of the list, each with the same priority', async () => {
    const listed = new Map<
      string,
      Denial & { priority: { kind: string; score: number; expectedCents: number } }
    >();
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = cursor === null ? {} : { cursor };
      const page = JSON.parse(
        (await answerRequest(system.ports, eventOf({ as: biller, path: '/api/queue', query }))).body,
      );
      for (const denial of page.denials) listed.set(denial.denialId, denial);
      cursor = page.cursor;
    } while (cursor !== null);
    expect(listed.size).toBe(10_000);
    const { columns } = body;
    for (const [index, denialId] of columns.denialId.entries()) {
      const denial = listed.get(denialId);
      const clock = columns.clocks[columns.clock[index]];
      const ranked = denial?.priority.kind === 'ranked' ? denial.priority : null;
      const expected = columns.expectedCents[index];
      const told = [
        columns.version[index],
        columns.amountCents[index],
        columns.routes[columns.route[index]],
        columns.states[columns.state[index]],
      ];
      expect(told).toEqual([denial?.version, denial?.amountCents, denial?.route, denial?.state]);
      expect([clock.sendBy, expected]).toEqual([denial?.sendBy, ranked?.expectedCents ?? null]);
      if (ranked !== null) expect(Math.round(expected * clock.urgency)).toBe(ranked.score);
    }
    const scores = columns.denialId.map((id: string) => listed.get(id)?.priority.score ?? -1);
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a));
  }, 60_000);

  test('are counted by every facet to the same sum', async () => {
    const { facets, total } = (await send(system, { as: biller, path: '/api/queue/facets' })).body;
    const cents = body.columns.amountCents.reduce((sum: number, each: number) => sum + each, 0);
    for (const facet of ['bucket', 'payer', 'route', 'state', 'owner', 'band', 'category'] as const) {
      const sum = (field: 'count' | 'amountCents') =>
        facets[facet].reduce(
          (all: number, value: { count: number; amountCents: number }) => all + value[field],
          0,
        );
      expect([facet, sum('count'), sum('amountCents')]).toEqual([facet, total, cents]);
    }
  });
});

describe('one denial', () => {
  let system: AppealSystem;
  let denial: Denial;
  beforeEach(async () => {
    system = new AppealSystem({ deadlines: [appealDeadline('2026-11-14', '2026-12-01')] });
    denial = await system.readyToApprove();
    await system.project();
  });
  const get = (path: string, query: Record<string, string> = {}, as = biller) =>
    send(system, { as, path, query });

  test('changes reach whoever has the cursor of a snapshot, and a closed one leaves', async () => {
    const { cursor } = (await get('/api/queue/snapshot')).body;
    system.clock.advanceSeconds(60);
    const mine = await system.rewrite(denial, { assignee: 'biller' });
    await system.project();
    const first = (await get('/api/queue/changes', { cursor })).body;
    expect(first.changes).toMatchObject([
      { denialId: denial.denialId, row: { assignee: 'biller', version: mine.version } },
    ]);
    system.clock.advanceSeconds(60);
    await system.rewrite(mine, { state: 'closed', closedAs: 'expired' });
    await system.project();
    const second = (await get('/api/queue/changes', { cursor: first.cursor })).body;
    expect(second.changes).toEqual([{ denialId: denial.denialId, row: null }]);
  });

  test('a cursor of no day of the calendar is refused as malformed', async () => {
    const answer = await get('/api/queue/changes', { cursor: '1@8740-75-42T62:85:43.277Z' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'MALFORMED', field: 'cursor' } });
  });

  test('a cursor of two days ago, or of views that were made anew, asks for a new snapshot', async () => {
    const { cursor } = (await get('/api/queue/snapshot')).body;
    const other = cursor.replace(/^1@/, '7@');
    expect((await get('/api/queue/changes', { cursor: other })).body).toEqual({ kind: 'reload' });
    system.clock.advanceDays(2);
    expect((await get('/api/queue/changes', { cursor })).body).toEqual({ kind: 'reload' });
  });

  test('stands in today under what it asks for', async () => {
    const { sections, team, dataProblems } = (await get('/api/today')).body;
    const counts = Object.fromEntries(sections.map((s: { id: string; count: number }) => [s.id, s.count]));
    expect(counts).toEqual({
      dies_this_week: 1,
      ready_to_approve: 1,
      waiting_on_you: 0,
      with_payer: 0,
      no_deadline: 0,
    });
    expect(sections[0]).toMatchObject({ amountCents: denial.amountCents, unowned: 1 });
    expect(team).toBeNull();
    expect(dataProblems).toMatchObject({ filesNotRead: 0, remittancesNotBalanced: 0 });
    expect((await get('/api/today', {}, supervisor)).body.team).toMatchObject([{ owner: null, open: 1 }]);
  });

  test('is due in the agenda on its day, in its group', async () => {
    const query = { from: '2026-11-10', to: '2026-11-20', groupBy: 'payer' };
    expect((await get('/api/deadlines', query)).body.days).toMatchObject([
      { sendBy: '2026-11-14', count: 1, unowned: 1, groups: [{ of: denial.payerId, count: 1 }] },
    ]);
  });

  test('is nothing to a colleague of another practice, whose asking for it is refused', async () => {
    expect((await get('/api/queue/snapshot', {}, otherBiller)).body.total).toBe(0);
    const asked = await get('/api/queue/snapshot', { practice: PRACTICE }, otherBiller);
    expect(asked.status).toBe(403);
    expect(system.access.entries.at(-1)).toMatchObject({ operation: 'snapshot_queue', outcome: 'refused' });
  });

  test('shows its patient masked, in full only to those who read letters, and each time in the access log', async () => {
    const ask = (reveal: boolean, as = biller) =>
      send(system, {
        as,
        method: 'POST',
        path: '/api/identities/batch-get',
        body: { denialIds: [denial.denialId, `${'0'.repeat(32)}-0001` as DenialId], reveal },
      });
    const masked = (await ask(false, manager)).body.results;
    expect(masked[0].name).toMatch(/^\S••• \S\.$/);
    expect(masked[1]).toMatchObject({ outcome: 'unknown', name: null });
    expect((await ask(true, manager)).body.results[0]).toMatchObject({ outcome: 'refused', name: null });
    expect(system.access.entries.at(-1)).toMatchObject({ operation: 'reveal_identity', outcome: 'refused' });
    const full = (await ask(true)).body.results[0];
    expect(full).toMatchObject({ outcome: 'done', masked: false });
    expect(full.name.length).toBeGreaterThan(masked[0].name.length);
    expect(system.access.entries.at(-1)).toMatchObject({
      operation: 'reveal_identity',
      subject: denial.denialId,
      outcome: 'allowed',
    });
  });

  test('is a member of the figures that it counts in', async () => {
    await system.rewrite(denial, { state: 'closed', closedAs: 'upheld' });
    await system.project();
    const { figures, cells } = (await get('/api/figures', { from: '2026-01-01', to: '2026-12-31' })).body;
    expect(figures.find(({ id }: { id: string }) => id === 'initial_denials_overturned')).toMatchObject({
      n: 1,
      members: [denial.denialId],
      result: { kind: 'share', numerator: 0, denominator: 1, value: 0 },
    });
    expect(cells).toMatchObject([{ denials: 1, closed: 1, members: [denial.denialId] }]);
  });

  test('is told as a share of net revenue once that is entered, and never before', async () => {
    await system.rewrite(denial, { state: 'closed', closedAs: 'written_off' });
    await system.project();
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const figure = async () =>
      (await get('/api/figures', period)).body.figures.find(
        ({ id }: { id: string }) => id === 'denial_write_offs_of_npsr',
      ).result;
    expect(await figure()).toMatchObject({
      kind: 'not_available',
      lacks: expect.stringContaining(`of practice ${PRACTICE} in 2026-01 and 11 more`),
    });
    const months = Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(2, '0')}`);
    const entered = Object.fromEntries(months.map((month) => [month, 1_000_00]));
    system.organisation = {
      ...system.organisation,
      practices: system.organisation.practices.map((practice) => ({
        ...practice,
        netRevenueCentsByMonth: entered,
      })),
    };
    expect(await figure()).toEqual({ kind: 'share', numerator: 0, denominator: 12_000_00, value: 0 });
  });
});

test('twenty outcomes give denials of their kind an expectation', async () => {
  const system = new AppealSystem();
  const ids = await seedDenials(system, 25);
  for (const id of ids.slice(0, 24)) {
    const denial = await system.denials.read(id);
    if (denial !== null) await system.rewrite(denial, { state: 'closed', closedAs: 'upheld' });
  }
  await system.project();
  const { priority } = (await send(system, { as: biller, path: `/api/denials/${ids[24]}` })).body;
  expect(priority).toMatchObject({ shareFrom: 'outcomes', share: 0, expectedCents: 0 });
});
