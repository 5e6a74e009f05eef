import { expect, test, vi } from 'vitest';
import { enter } from '../../../functions/handlers/enter/handler.ts';
import { sweep } from '../../../functions/handlers/sweep/handler.ts';
import { appealDeadline, MemorySystem } from '../../fixtures/memory-system.ts';

for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});

test('enter answers with the next step and the version, and nothing else', async () => {
  const system = new MemorySystem();
  const { denialId } = await system.openDenial();
  expect(await enter({ denialId, level: 1, attempt: 1 }, system)).toEqual({ next: 'draft', version: 2 });
});

test.each([
  ['no ids', {}],
  ['an id that is none', { denialId: 'JOHN SMITH', level: 1, attempt: 1 }],
  ['more than ids', { denialId: `${'0'.repeat(32)}-0001`, level: 1, attempt: 1, claimId: 'A1' }],
])('enter refuses %s', async (_name, input) => {
  await expect(enter(input, new MemorySystem())).rejects.toThrow();
});

test('enter fails loudly for a denial that is not stored', async () => {
  const task = { denialId: `${'0'.repeat(32)}-0001`, level: 1, attempt: 1 };
  await expect(enter(task, new MemorySystem())).rejects.toThrow('not stored');
});

test('a sweep that could not look at a record fails, so that the alarm sees it', async () => {
  const system = new MemorySystem({ deadlines: [appealDeadline('2026-11-01', '2026-12-01')] });
  await system.openDenial();
  vi.spyOn(system.denials, 'change').mockRejectedValue(new Error('down'));
  await expect(sweep({}, system)).rejects.toThrow();
});

test('a sweep tells what it did in counts', async () => {
  const system = new MemorySystem({ deadlines: [appealDeadline('2026-11-01', '2026-12-01')] });
  await system.openDenial();
  expect(await sweep({}, system)).toMatchObject({
    looked: 1,
    reminded: 1,
    failed: 0,
    roots: { kept: 1, failed: 0 },
  });
  expect((await sweep({}, system)).roots).toEqual({ kept: 0, failed: 0 });
});
