import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  AppealSystem,
  auditor,
  biller,
  otherBiller,
  PRACTICE,
  supervisor,
} from '../../fixtures/appeal-system.ts';
import { send } from './requests.ts';

beforeEach(() => void vi.spyOn(console, 'info').mockReturnValue());
afterEach(() => vi.restoreAllMocks());

interface Entry {
  readonly at: string;
  readonly actor: { readonly userId?: string };
  readonly act: string;
  readonly result: string;
  readonly subject: string | null;
  readonly hash: string | null;
}

const DAY = '2026-11-10';
const list = async (system: AppealSystem, query: Record<string, string> = {}) =>
  (await send(system, { as: auditor, path: '/api/audit', query })).body as {
    readonly day: string;
    readonly entries: readonly Entry[];
    readonly cursor: string | null;
  };

const access = (userId: string, at: string, more: object = {}) => ({
  at,
  userId,
  operation: 'read',
  subject: null,
  outcome: 'allowed' as const,
  reason: null,
  ...more,
});

test('a day tells who read what and who was refused, the newest first, and that this was read too', async () => {
  const system = new AppealSystem();
  const { denialId } = await system.readyToApprove();
  system.access.entries.length = 0;
  await send(system, { as: biller, path: `/api/denials/${denialId}` });
  await send(system, { as: otherBiller, path: `/api/denials/${denialId}/candidate` });
  await send(system, { as: supervisor, path: '/api/settings/users' });
  const { entries } = await list(system, { day: system.ports.clock.now().slice(0, 10) });
  const told = entries.map(({ actor, act, result, subject }) => [actor.userId, act, result, subject]);
  expect(told).toContainEqual([biller.userId, 'read', 'read', denialId]);
  expect(told).toContainEqual([supervisor.userId, 'read_users', 'refused', expect.anything()]);
  expect(told).toContainEqual([auditor.userId, 'read_audit', 'read', null]);
  expect(entries.map(({ at }) => at)).toEqual(
    entries
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test('of one denial the changes are told with their hashes, between the reads of it', async () => {
  const system = new AppealSystem();
  const { denialId } = await system.readyToApprove();
  const events = await system.ports.denials.events(denialId);
  const day = events[0]?.at.slice(0, 10) ?? '';
  const { entries } = await list(system, { day, denialId, result: 'changed' });
  expect(entries.map(({ hash }) => hash).toSorted()).toEqual(
    events
      .filter(({ at }) => at.startsWith(day))
      .map(({ hash }) => hash)
      .toSorted(),
  );
  expect(entries.every(({ subject }) => subject === denialId)).toBe(true);
});

test('without a denial the changes of all of them are told, with who did what', async () => {
  const system = new AppealSystem();
  const { denialId, version } = await system.readyToApprove();
  const { entries } = await list(system, { day: DAY, result: 'changed' });
  expect(entries).toHaveLength(version);
  expect(entries.every(({ subject }) => subject === denialId)).toBe(true);
  expect(entries.map(({ act }) => act)).toContain('DraftEdited');
  expect((await list(system, { day: DAY, userId: biller.userId, result: 'changed' })).entries).toHaveLength(
    1,
  );
});

test('who is limited to some practices is told the changes in these, and nothing of the access log', async () => {
  const system = new AppealSystem();
  const { version } = await system.readyToApprove();
  const asOf = async (practices: readonly string[]) => {
    const limited = { ...auditor, userId: `auditor-of-${practices}`, practices };
    await system.accounts.grant({
      before: null,
      after: { version: 1, user: limited },
      event: {},
      grantedBy: 'admin',
    } as never);
    return send(system, { as: limited, path: '/api/audit', query: { day: DAY } });
  };
  const within = await asOf([PRACTICE]);
  expect(within.body).toMatchObject({ accesses: false });
  expect(within.body.entries).toHaveLength(version);
  expect((await asOf(['9999999999'])).body).toMatchObject({ entries: [], accesses: false });
  expect((await list(system, { day: DAY })) as object).toMatchObject({ accesses: true });
});

test('pages of changes and reads together tell every entry once', async () => {
  const system = new AppealSystem();
  let denial = await system.routed();
  for (let n = 0; n < 150; n += 1) {
    system.clock.advanceSeconds(1);
    denial = await system.rewrite(denial, {});
    await system.access.record(access(`p${n}`, system.clock.now()));
  }
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list(system, { day: DAY, ...(cursor ? { cursor } : {}) });
    seen.push(...page.entries.map(({ at, actor, act, hash }) => `${at} ${actor.userId} ${act} ${hash}`));
    cursor = page.cursor;
  } while (cursor !== null);
  const written = seen.filter((line) => !line.includes('read_audit'));
  expect(written).toHaveLength(150 + denial.version);
  expect(new Set(written).size).toBe(written.length);
  expect(written).toEqual(
    written.toSorted((a, b) =>
      a.slice(0, 24) < b.slice(0, 24) ? 1 : a.slice(0, 24) > b.slice(0, 24) ? -1 : 0,
    ),
  );
});

test('pages tell every entry once, whatever is read meanwhile', async () => {
  const system = new AppealSystem();
  for (let index = 0; index < 250; index += 1) {
    const minute = String(index % 60).padStart(2, '0');
    await system.access.record(access(`p${index}`, `${DAY}T0${Math.floor(index / 60)}:${minute}:00.000Z`));
  }
  const seen: (string | undefined)[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list(system, { day: DAY, act: 'read', ...(cursor ? { cursor } : {}) });
    seen.push(...page.entries.map(({ actor }) => actor.userId));
    await system.access.record(access('later', `${DAY}T23:59:59.000Z`));
    cursor = page.cursor;
  } while (cursor !== null);
  const first = seen.filter((userId) => userId !== 'later');
  expect(first).toHaveLength(250);
  expect(new Set(first).size).toBe(250);
  expect(seen).toHaveLength(250);
});

test('what is rare is found behind a thousand others, by the cursor of a page that may be empty', async () => {
  const system = new AppealSystem();
  await system.access.record(access('rare', `${DAY}T00:00:00.000Z`, { outcome: 'refused', reason: 'No.' }));
  for (let index = 0; index < 1_200; index += 1)
    await system.access.record(access('often', `${DAY}T01:00:00.000Z`));
  const first = await list(system, { day: DAY, result: 'refused' });
  expect(first.entries).toEqual([]);
  const second = await list(system, { day: DAY, result: 'refused', cursor: first.cursor ?? '' });
  expect(second.entries.map(({ actor }) => actor.userId)).toEqual(['rare']);
  expect(second.cursor).toBeNull();
});

test('entries of another person, act or day are left out', async () => {
  const system = new AppealSystem();
  await system.access.record(access('ann', `${DAY}T01:00:00.000Z`));
  await system.access.record(access('ann', '2026-11-09T01:00:00.000Z'));
  await system.access.record(access('ben', `${DAY}T01:00:00.000Z`));
  await system.access.record(access('ann', `${DAY}T02:00:00.000Z`, { operation: 'read_letter' }));
  const { entries } = await list(system, { day: DAY, userId: 'ann', act: 'read' });
  expect(entries.map(({ at }) => at)).toEqual([`${DAY}T01:00:00.000Z`]);
});

test('a day that is none, and a cursor that says nothing, are refused', async () => {
  const system = new AppealSystem();
  for (const query of [{ day: '2026-02-30' }, { cursor: 'A' }]) {
    const { status, body } = await send(system, { as: auditor, path: '/api/audit', query });
    expect([status, body.code]).toEqual([400, 'MALFORMED']);
  }
});
