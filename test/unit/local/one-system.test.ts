import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isRunningStart } from '../../../infra/local/leftovers.ts';
import { findSystem } from '../../../infra/local/system.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'system-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a note of a running system that cannot be understood counts as none', () => {
  const file = path.join(folder, 'system.json');
  expect(findSystem(file)).toBeNull();
  writeFileSync(file, '{"pid":');
  expect(findSystem(file)).toBeNull();
  writeFileSync(file, JSON.stringify({ pid: 7, endpoint: 'http://127.0.0.1:4566', more: true }));
  expect(findSystem(file)).toEqual({ pid: 7, endpoint: 'http://127.0.0.1:4566' });
});

test('a process that is not a start of ours does not keep another from starting', () => {
  expect(isRunningStart(process.pid)).toBe(false);
});
