import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sealEvent } from '../../../functions/core/audit/event.ts';
import type { DenialEvent } from '../../../functions/core/denial/denial.ts';
import { AppealSystem, auditor } from '../../fixtures/appeal-system.ts';
import { serveApi, tokenOf } from './api-server.ts';

const OVERTURN = path.resolve(import.meta.dirname, '../../../cli/overturn.ts');

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

function verifyAudit(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const env = {
    ...process.env,
    INIT_CWD: folder,
    OVERTURN_CONFIG_DIR: folder,
    NO_COLOR: '1',
    OVERTURN_URL: server.origin,
    OVERTURN_TOKEN: tokenOf(auditor),
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [OVERTURN, 'verify-audit', ...args, '--format', 'table'],
      { env },
      (failure, out, error) =>
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error }),
    );
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
