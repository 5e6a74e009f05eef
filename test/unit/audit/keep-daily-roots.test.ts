import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealEvent } from '../../../functions/core/audit/event.ts';
import type { Denial, DenialEvent } from '../../../functions/core/denial/denial.ts';
import { keepDailyRoots } from '../../../functions/use-cases/keep-daily-roots.ts';
import { AppealSystem, auditor, biller } from '../../fixtures/appeal-system.ts';
import { send } from '../api/requests.ts';

const DAY = '2026-11-10';

let system: AppealSystem;
let denial: Denial;
beforeEach(async () => {
  vi.spyOn(console, 'info').mockReturnValue();
  system = new AppealSystem();
  denial = await system.readyToApprove();
});
afterEach(() => vi.restoreAllMocks());

const keep = (patch: object = {}) =>
  keepDailyRoots({ ...system.ports, timeZone: 'UTC', timeLeftMs: () => 100_000, ...patch });
const textOf = async (day: string) => {
  const root = await system.roots.find(day);
  const { objectVersionId: versionId } = root ?? { objectVersionId: '' };
  const bytes = await system.objects.read({ bucket: 'audit', key: `roots/${day}.txt`, versionId });
  return new TextDecoder().decode(bytes);
};

describe('a day', () => {
  test('gets its root an hour after it is over, and no sooner', async () => {
    system.clock.advanceSeconds(12 * 3600 + 3599);
    await keep();
    expect(await system.roots.find(DAY)).toBeNull();
    system.clock.advanceSeconds(1);
    await keep();
    expect(await system.roots.find(DAY)).toMatchObject({ day: DAY, heads: 1, from: `${DAY}T00:00:00.000Z` });
  });

  test('is vouched for by the newest event of each denial that changed on it', async () => {
    system.clock.advanceDays(1);
    await keep();
    system.clock.advanceDays(1);
    await keep();
    expect(await textOf(DAY)).toContain(`\n${denial.denialId} ${denial.version} ${denial.lastEventHash}\n`);
    expect(await system.roots.find('2026-11-11')).toMatchObject({ heads: 0 });
  });

  test('names the root of the day before, and begins where that one ended', async () => {
    system.clock.advanceDays(3);
    await keep();
    const roots = system.roots.all();
    expect(roots.map(({ day }) => day)).toEqual(
      ['2026-11-10', '2026-11-11', '2026-11-12'].slice(-roots.length),
    );
    for (const [index, root] of roots.entries()) {
      const before = roots[index - 1];
      if (before !== undefined) expect([root.previous, root.from]).toEqual([before.root, before.until]);
    }
  });

  test('is that of the organisation: what happened at night in its zone is of the day before in UTC', async () => {
    const tokyo = { timeZone: 'Asia/Tokyo' };
    system.clock.advanceDays(1);
    await keep(tokyo);
    expect((await system.roots.last())?.from).toMatch(/T15:00:00\.000Z$/);
  });

  test('has one root for ever, however often the sweep comes', async () => {
    system.clock.advanceDays(2);
    await keep();
    const kept = system.roots.all();
    expect(await keep()).toEqual({ kept: 0, failed: 0 });
    expect(system.roots.all()).toEqual(kept);
    expect(await system.roots.keep({ ...(kept[0] as (typeof kept)[number]), root: 'f'.repeat(64) })).toBe(
      'there_already',
    );
  });

  test('waits for the next sweep where there is no time left, or the one before it failed', async () => {
    system.clock.advanceDays(2);
    expect(await keep({ timeLeftMs: () => 1000 })).toEqual({ kept: 0, failed: 0 });
    const objects = { put: () => Promise.reject(new Error('down')) };
    expect(await keep({ objects })).toEqual({ kept: 0, failed: 1 });
    expect(system.roots.all()).toEqual([]);
  });
});

describe('a day held to its root through the API', () => {
  const verify = async (as = auditor) =>
    send(system, { as, method: 'POST', path: '/api/audit/verification', body: { day: DAY } });
  const rooted = async () => {
    // One root before it, so that the day is kept from the beginning.
    await keep();
    system.clock.advanceDays(2);
    await keep();
  };
  /** The events as somebody with the keys to the table left them. */
  const tampered = (change: (events: readonly DenialEvent[]) => readonly DenialEvent[]) => {
    const events = system.denials.events.bind(system.denials);
    vi.spyOn(system.denials, 'events').mockImplementation(async (id) => change(await events(id)));
  };

  test('is as it was', async () => {
    await rooted();
    const { status, body } = await verify();
    expect(status).toBe(200);
    expect(body).toEqual({
      results: [],
      day: {
        day: DAY,
        root: (await system.roots.find(DAY))?.root,
        isRootSound: true,
        checked: 1,
        findings: [],
        cursor: null,
      },
    });
  });

  test('finds a changed event', async () => {
    await rooted();
    tampered((events) => events.with(1, { ...(events[1] as DenialEvent), type: 'SomethingElse' }));
    expect((await verify()).body.day.findings).toEqual([
      { denialId: denial.denialId, kind: 'changed', version: 2 },
    ]);
  });

  test('finds a removed event', async () => {
    await rooted();
    tampered((events) => events.slice(0, -1));
    expect((await verify()).body.day.findings).toEqual([
      { denialId: denial.denialId, kind: 'removed', version: denial.version },
    ]);
  });

  test('finds an added event, though the record names it as its last', async () => {
    await rooted();
    tampered((events) => {
      const { hash, ...last } = events.at(-1) as DenialEvent;
      return [...events, sealEvent({ ...last, version: last.version + 1, prevHash: hash })];
    });
    expect((await verify()).body.day.findings).toEqual([
      { denialId: denial.denialId, kind: 'added', version: denial.version + 1 },
    ]);
  });

  test('finds a root whose text was replaced', async () => {
    await rooted();
    const read = system.objects.read.bind(system.objects);
    vi.spyOn(system.objects, 'read').mockImplementation(async (object) => {
      const text = new TextDecoder().decode(await read(object));
      return new TextEncoder().encode(text.replace(denial.lastEventHash, 'f'.repeat(64)));
    });
    expect((await verify()).body.day).toMatchObject({ isRootSound: false, findings: [{ kind: 'changed' }] });
  });

  test('is unknown while it has no root, and nobody’s but a manager’s or an auditor’s', async () => {
    expect((await verify()).status).toBe(404);
    await rooted();
    expect((await verify(biller)).status).toBe(403);
  });

  test('is read with its text, to be checked anywhere', async () => {
    await rooted();
    const { body } = await send(system, { as: auditor, path: `/api/audit/roots/${DAY}` });
    expect(body).toMatchObject({ day: DAY, heads: 1, text: await textOf(DAY) });
  });
});
