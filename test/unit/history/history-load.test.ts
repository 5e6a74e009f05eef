import { describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { historyMarkOf, isHistory } from '../../../functions/core/history/history-mark.ts';
import { mayStillBeWorked } from '../../../functions/core/history/history-review.ts';
import type { PracticeId } from '../../../functions/core/ids.ts';
import type { CalendarDate } from '../../../functions/core/time/calendar-date.ts';
import { sweepDenials } from '../../../functions/use-cases/sweep-denials.ts';
import { appealDeadline, MemorySystem } from '../../fixtures/memory-system.ts';
import { deniedClaim, paidClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const TODAY = '2026-11-10' as CalendarDate;
const PRACTICE = '1555012347' as PracticeId;
// The remittances of the fixture are of 2 November 2026.
const HISTORY = 'history/before-2026-11-03/old.835';
const YOUNGER = 'history/before-2026-11-02/old.835';
const OVER = { deadlines: [appealDeadline('2026-10-01', '2026-10-05')] };

const listed = async (system: MemorySystem, state: Denial['state'] | 'history_review') =>
  (await system.denials.listQueue({ practiceId: PRACTICE, state, limit: 10, cursor: null })).items;

const file = (claims = [deniedClaim('A1'), paidClaim('A2')], trace = 'T1') =>
  remittanceFile([{ claims, trace }]);

describe('the mark of a file', () => {
  test.each([
    ['june.835', { kind: 'none' }],
    ['archive/history/june.835', { kind: 'none' }],
    ['history/june.835', { kind: 'before', before: TODAY }],
    ['history/before-2026-10-01/june.835', { kind: 'before', before: '2026-10-01' }],
    ['history/before-june.835', { kind: 'before', before: TODAY }],
    ['history/before-2026-02-30/june.835', { kind: 'unreadable', before: TODAY }],
  ])('%s', (key, mark) => {
    expect(historyMarkOf(key, TODAY)).toEqual(mark);
  });

  test.each([
    ['the day before', '2026-10-31', '2026-10-31', true],
    ['the day itself', '2026-11-01', '2026-11-02', false],
    ['one of its two dates before', '2026-10-31', '2026-11-02', true],
    ['no date at all', null, null, true],
  ])('a remittance of %s', (_what, producedOn, paidOn, expected) => {
    expect(isHistory({ producedOn, paidOn }, '2026-11-01')).toBe(expected);
  });

  test('nothing is history in a file without the mark', () => {
    expect(isHistory({ producedOn: '1999-01-01', paidOn: null }, null)).toBe(false);
  });
});

describe('whether a denial of history may still be worked', () => {
  const clock = (lastDay: string | null, governs = true) => ({ lastDay, governs });
  test.each([
    ['on its last day', [clock('2026-11-10')], true],
    ['the day after', [clock('2026-11-09')], false],
    ['by another clock than the one that governs', [clock('2026-11-09'), clock('2026-12-01', false)], true],
    ['where nothing that governs has a date', [clock(null), clock('2026-01-01', false)], true],
    ['where one that governs is over and another has no date', [clock('2026-01-01'), clock(null)], false],
    ['without any clock', [], true],
  ])('%s', (_when, deadlines, expected) => {
    expect(mayStillBeWorked(deadlines, TODAY)).toBe(expected);
  });
});

describe('a file of history', () => {
  test('puts what may still be worked into one list and starts nothing', async () => {
    const system = new MemorySystem();
    const result = await system.drop(file(), HISTORY);
    expect(await listed(system, 'history_review')).toMatchObject([
      { claimId: 'A1', state: 'needs_review', history: { before: '2026-11-03', review: 'open' } },
    ]);
    expect(await listed(system, 'needs_review')).toEqual([]);
    expect(system.denials.outbox()).toEqual([]);
    expect(result).toMatchObject({
      file: { statusReason: 'Loaded as history: 1 remittance, 2 claims, 1 denial.' },
    });
  });

  test('opens nothing for a denial whose clocks are over, and counts it all the same', async () => {
    const system = new MemorySystem(OVER);
    const result = await system.drop(file(), HISTORY);
    expect(system.denials.all()).toEqual([]);
    expect(result).toMatchObject({ kind: 'loaded', file: { claims: 2, denials: 1, deniedCents: 12_500 } });
    expect(system.remittances.payments().map(({ isHistory }) => isHistory)).toEqual([true, true]);
  });

  test('opens as work what was decided on the day of the mark or later', async () => {
    const system = new MemorySystem();
    await system.drop(file(), YOUNGER);
    expect(await listed(system, 'needs_review')).toMatchObject([{ claimId: 'A1', history: null }]);
    expect(system.denials.outbox()).toHaveLength(1);
  });

  test('clears a denial from the list once another file of history answers it', async () => {
    const system = new MemorySystem();
    await system.drop(file(), HISTORY);
    const on = '20261105';
    const answer = remittanceFile([
      { claims: [paidClaim('A1', 12_500)], trace: 'T2', paidOn: on, producedOn: on },
    ]);
    await system.drop(answer, 'history/before-2026-11-06/answer.835');
    expect(await listed(system, 'history_review')).toEqual([]);
    expect(system.denials.all()).toMatchObject([{ state: 'closed', closedAs: 'overturned' }]);
  });

  test('is the same however often it comes', async () => {
    const system = new MemorySystem();
    await system.drop(file(), HISTORY);
    const before = system.contents();
    await system.drop(file(), HISTORY);
    await system.drop(file(), 'again.835');
    expect(system.contents()).toEqual(before);
  });

  test('says that its folder names no day', async () => {
    const result = await new MemorySystem().drop(file(), 'history/before-2026-02-30/old.835');
    expect(result).toMatchObject({
      kind: 'loaded',
      file: { warnings: [{ code: 'unreadable_history_mark' }] },
    });
  });

  test('is left alone by the sweep: no execution, no weekly task for a missing deadline', async () => {
    const system = new MemorySystem({ deadlines: [appealDeadline(null, null)] });
    await system.drop(file(), HISTORY);
    system.clock.advanceDays(3);
    const counts = await sweepDenials(system);
    expect(counts).toMatchObject({ looked: 1, replaced: 0, notConfigured: 0, failed: 0 });
  });
});
