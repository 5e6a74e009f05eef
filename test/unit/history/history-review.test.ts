import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { routeDenial } from '../../../functions/use-cases/route-denial.ts';
import { AppealSystem, auditor, biller, otherBiller } from '../../fixtures/appeal-system.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';
import { send } from '../api/requests.ts';

let system: AppealSystem;
beforeEach(async () => {
  system = new AppealSystem();
  vi.spyOn(console, 'info').mockImplementation(() => {});
  const claims = [deniedClaim('A1'), deniedClaim('A2', 30_000)];
  await system.drop(remittanceFile([{ claims }]), 'history/before-2026-11-03/old.835');
});
afterEach(() => vi.restoreAllMocks());

const listed = async (state: string) =>
  (await send(system, { as: biller, path: '/api/queue', query: { state } })).body.denials as {
    denialId: string;
    version: number;
    claimId: string;
  }[];
const decide = async (
  verdict: 'accept' | 'dismiss',
  denials: readonly { denialId: string; version: number }[],
  as = biller,
) =>
  send(system, {
    as,
    method: 'POST',
    path: '/api/history-review/decisions',
    body: {
      verdict,
      reason: 'Gone through with the manager.',
      denials: denials.map(({ denialId, version }) => ({ denialId, version })),
    },
  });

describe('the list of history', () => {
  test('is one list, and none of it stands in the queue', async () => {
    expect((await listed('history_review')).map(({ claimId }) => claimId).sort()).toEqual(['A1', 'A2']);
    expect(await listed('needs_review')).toEqual([]);
    const everything = await send(system, { as: biller, path: '/api/queue' });
    expect(everything.body.denials).toEqual([]);
  });

  test('is dismissed in one request, each with its event and reason', async () => {
    const rows = await listed('history_review');
    const { status, body } = await decide('dismiss', rows);
    expect(status).toBe(200);
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['done', 'done']);
    expect(await listed('history_review')).toEqual([]);
    expect(system.denials.all()).toMatchObject(
      rows.map(() => ({ state: 'closed', closedAs: 'left_as_history', history: { review: 'dismissed' } })),
    );
    const events = await system.denials.events(system.denials.all()[0]?.denialId ?? '');
    expect(events.at(-1)).toMatchObject({
      type: 'HistoryDismissed',
      reason: 'Gone through with the manager.',
    });
  });

  test('makes what is accepted work like any other: it is started, and routed', async () => {
    const [first] = await listed('history_review');
    await decide('accept', first === undefined ? [] : [first]);
    const messages = system.denials.outbox().map(({ message }) => message);
    expect(messages).toMatchObject([{ kind: 'start', denialId: first?.denialId, attempt: 2 }]);
    const [started] = messages;
    if (started === undefined) throw new Error('Nothing was started.');
    await routeDenial({ ...started, denialId: started.denialId as never }, system.ports);
    expect(await listed('drafting')).toMatchObject([{ denialId: first?.denialId }]);
    expect(await listed('history_review')).toHaveLength(1);
  });

  test('takes each denial alone: what somebody else changed meanwhile is told, the rest is done', async () => {
    const rows = await listed('history_review');
    const [first, second] = rows;
    const { body } = await decide('dismiss', [
      { denialId: first?.denialId ?? '', version: 7 },
      { denialId: second?.denialId ?? '', version: 1 },
      { denialId: `${'0'.repeat(32)}-0001`, version: 1 },
    ]);
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'changed_meanwhile',
      'done',
      'unknown',
    ]);
    expect(await listed('history_review')).toMatchObject([{ denialId: first?.denialId }]);
  });

  test('is not taken twice', async () => {
    const rows = await listed('history_review');
    await decide('accept', rows);
    const again = await decide(
      'dismiss',
      rows.map((row) => ({ ...row, version: row.version + 1 })),
    );
    expect(again.body.results).toMatchObject(rows.map(() => ({ outcome: 'refused' })));
    expect(system.denials.all().every(({ state }) => state !== 'closed')).toBe(true);
  });

  test('is not worked around: no other action is open before it is accepted', async () => {
    const [row] = await listed('history_review');
    const head = await send(system, { as: biller, path: `/api/denials/${row?.denialId}` });
    const allowed = head.body.actions.filter(({ allowed }: { allowed: boolean }) => allowed);
    expect(allowed.map(({ id }: { id: string }) => id)).toEqual(['review_history', 'write_note', 'take']);
  });

  test.each([
    ['an auditor', auditor, 403],
    ['a biller of another practice', otherBiller, 200],
  ])('is not decided by %s', async (_who, as, status) => {
    const rows = await listed('history_review');
    const answer = await decide('dismiss', rows, as);
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.results).toMatchObject(rows.map(() => ({ outcome: 'refused' })));
    expect(await listed('history_review')).toHaveLength(2);
  });

  test('takes up to 100 at once, each once', async () => {
    const [row] = await listed('history_review');
    const twice = await decide('dismiss', row === undefined ? [] : [row, row]);
    expect(twice).toMatchObject({ status: 400, body: { code: 'MALFORMED' } });
  });
});
