import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sealEvent } from '../../../functions/core/audit/event.ts';
import type { DenialEvent } from '../../../functions/core/denial/denial.ts';
import { keepDailyRoots } from '../../../functions/use-cases/keep-daily-roots.ts';
import { AppealSystem, auditor } from '../../fixtures/appeal-system.ts';
import { serveApi, tokenOf } from './api-server.ts';
import { type Ran, runOverturn } from './run-overturn.ts';

let system: AppealSystem;
let server: Awaited<ReturnType<typeof serveApi>>;
let folder: string;
let tamper: (events: readonly DenialEvent[]) => readonly DenialEvent[];
beforeEach(async () => {
  system = new AppealSystem();
  tamper = (events) => events;
  const denials = new Proxy(system.ports.denials, {
    get(target, key) {
      if (key === 'events')
        return async (id: DenialEvent['denialId']) => tamper(await target.events(id as never));
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  server = await serveApi({ ...system.ports, denials });
  folder = mkdtempSync(path.join(tmpdir(), 'overturn-'));
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue();
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function verifyAudit(...args: string[]): Promise<Ran> {
  return runOverturn(folder, ['verify-audit', ...args, '--format', 'table'], {
    OVERTURN_CONFIG_DIR: folder,
    OVERTURN_URL: server.origin,
    OVERTURN_TOKEN: tokenOf(auditor),
  });
}

test('all open work is verified where no denial is named', async () => {
  const { version } = await system.readyToApprove();
  expect(await verifyAudit()).toEqual({
    code: 0,
    out: `1 chains, ${version} events: all intact.\n`,
    error: '',
  });
});

test('an event that was changed is named', async () => {
  const { denialId } = await system.readyToApprove();
  tamper = (events) => events.map((event) => (event.version === 2 ? { ...event, reason: 'Other.' } : event));
  const { code, out } = await verifyAudit(denialId);
  expect([code, out.split('\n')[0]]).toEqual([1, `${denialId}: event 2 is missing or was changed.`]);
});

test('an event that was cut off at the end is missed', async () => {
  const { denialId, version } = await system.readyToApprove();
  tamper = (events) => events.slice(0, -1);
  const { code, out } = await verifyAudit(denialId);
  expect([code, out.split('\n')[0]]).toEqual([1, `${denialId}: event ${version} is missing or was changed.`]);
});

test('a chain that was written anew as a whole is told by the heads kept before', async () => {
  const { denialId, version } = await system.readyToApprove();
  await verifyAudit(denialId, '--keep', 'heads');
  expect(JSON.parse(readFileSync(path.join(folder, 'heads'), 'utf8'))).toMatchObject({ denialId, version });
  expect((await verifyAudit('--against', 'heads')).code).toBe(0);
  tamper = (events) => {
    const anew: DenialEvent[] = [];
    for (const { hash: _hash, ...event } of events)
      anew.push(sealEvent({ ...event, reason: 'Other.', prevHash: anew.at(-1)?.hash ?? null }));
    return anew;
  };
  expect((await verifyAudit(denialId)).code).toBe(0);
  const { code, out } = await verifyAudit('--against', 'heads');
  expect([code, out.split('\n')[0]]).toEqual([
    1,
    `${denialId}: the chain is whole, but event ${version} is not the one that was kept.`,
  ]);
});

test('a denial that was kept and is gone is told', async () => {
  const denialId = `${'0'.repeat(32)}-0001`;
  const head = { denialId, version: 3, hash: 'a'.repeat(64) };
  writeFileSync(path.join(folder, 'heads'), `${JSON.stringify(head)}\n`);
  const { code, out } = await verifyAudit('--against', 'heads');
  expect([code, out.split('\n')[0]]).toEqual([1, `${denialId}: there is no such denial.`]);
});

test('a file that holds no heads is refused', async () => {
  writeFileSync(path.join(folder, 'heads'), 'none\n');
  const { code, out, error } = await verifyAudit('--against', 'heads');
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain('cannot be read as heads');
});

describe('a day', () => {
  const DAY = '2026-11-10';
  beforeEach(async () => {
    await system.readyToApprove();
    const ports = { ...system.ports, timeZone: 'UTC', timeLeftMs: () => 100_000 };
    // One root before it, so that the day is kept from the beginning.
    await keepDailyRoots(ports);
    system.clock.advanceDays(2);
    await keepDailyRoots(ports);
  });
  const root = async () => (await system.roots.find(DAY))?.root;

  test('is held to its root', async () => {
    expect(await verifyAudit('--day', DAY)).toEqual({
      code: 0,
      out: `${DAY}: 1 denial, root ${await root()}: all as it says.\n`,
      error: '',
    });
  });

  test('that was changed, cut or added to is found', async () => {
    const { denialId, version } = system.only();
    tamper = (events) =>
      events.map((event) => (event.version === 2 ? { ...event, reason: 'Other.' } : event));
    expect(await verifyAudit('--day', DAY)).toMatchObject({
      code: 1,
      out: expect.stringContaining(`${DAY} ${denialId}: event 2 was changed.\n`),
    });
    tamper = (events) => events.slice(0, -1);
    expect((await verifyAudit('--day', DAY)).out).toContain(`event ${version} was removed.`);
    tamper = (events) => {
      const { hash, ...last } = events.at(-1) as DenialEvent;
      return [...events, sealEvent({ ...last, version: version + 1, prevHash: hash })];
    };
    expect((await verifyAudit('--day', DAY)).out).toContain(`event ${version + 1} was added.`);
  });

  test('that has no root yet is said to have none', async () => {
    expect(await verifyAudit('--day', '2026-11-12')).toMatchObject({
      code: 1,
      error: expect.stringContaining('[NOT_FOUND]'),
    });
  });

  test('is checked from a folder without the API, and found where somebody wrote in it', async () => {
    const days = path.join(folder, 'days');
    await verifyAudit('--day', DAY, '--export', days);
    await verifyAudit('--day', '2026-11-11', '--export', days);
    server.close();
    const offline = (...args: string[]) => verifyAudit('--offline', days, ...args);
    const newest = (await system.roots.find('2026-11-11'))?.root ?? '';
    expect(await offline('--root', newest)).toMatchObject({ code: 0, error: '' });
    expect((await offline('--root', 'f'.repeat(64))).code).toBe(1);

    const events = path.join(days, `${DAY}.events.ndjson`);
    const text = readFileSync(events, 'utf8');
    writeFileSync(events, text.replace('"version":2', '"version":9'));
    expect((await offline()).out).toContain('event 2 was removed.');
    writeFileSync(events, text);
    const file = path.join(days, `${DAY}.txt`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/ \d+ [0-9a-f]{64}\n$/, ` 1 ${'f'.repeat(64)}\n`));
    expect(await offline()).toMatchObject({
      code: 1,
      out: expect.stringContaining('2026-11-11 does not name the root of the day before.'),
    });
  });
});
