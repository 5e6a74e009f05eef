import { expect, test } from 'vitest';
import { NO_OUTCOMES, outcomeTableOf } from '../../../functions/core/priority/outcome-shares.ts';
import { type QueueRow, queueRowOf } from '../../../functions/core/views/queue-row.ts';
import { rankRows } from '../../../functions/core/views/ranked-row.ts';
import { queueColumnsOf } from '../../../functions/handlers/api/answers/queue-answer.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { seededDenial } from '../../fixtures/seeded-denials.ts';

const like = await new AppealSystem().routed();
const rows = Array.from({ length: 200 }, (_, i) => queueRowOf(seededDenial(like, i))).filter(
  (row): row is QueueRow => row !== null,
);
const copies = (): readonly QueueRow[] => rows.map((row) => ({ ...row }));
const MANY = outcomeTableOf([
  { route: 'appeal', reason: 'CO-50', payerId: '60001', n: 400, overturned: 100, recovered: 80 },
]);

test.each([
  ['on the same day', '2026-11-23', NO_OUTCOMES],
  ['on another day', '2027-02-01', NO_OUTCOMES],
  ['with other outcomes', '2027-02-01', MANY],
  ['on the first day again', '2026-11-23', NO_OUTCOMES],
])('rows that were ranked before rank as new ones do %s', (_, today, outcomes) => {
  rankRows(rows, '2026-11-23', NO_OUTCOMES);
  expect(rankRows(rows, today, outcomes)).toEqual(rankRows(copies(), today, outcomes));
});

test('a row for which the same comes out is not made anew', () => {
  const before = rankRows(rows, '2026-11-23', NO_OUTCOMES);
  expect(rankRows(rows, '2026-11-23', NO_OUTCOMES).every((row, at) => row === before[at])).toBe(true);
});

test.each([
  ['one is first now', [...rows.slice(-1), ...rows.slice(0, -1)]],
  ['some went', rows.filter((_, at) => at % 3 !== 0)],
  ['only the last ones are there', rows.slice(150)],
  ['all are there again', rows],
  ['one is worth more', rows.map((row, at) => (at === 7 ? { ...row, amountCents: 9_999_999 } : row))],
  [
    'others came between',
    rows.flatMap((row, at) => (at % 50 === 0 ? [{ ...row, denialId: otherId(at) }, row] : row)),
  ],
])('a list ranks as a new one does where %s', (_, list) => {
  rankRows(rows, '2026-11-23', NO_OUTCOMES);
  const anew = list.map((row) => ({ ...row }));
  expect(rankRows(list, '2026-11-23', NO_OUTCOMES)).toEqual(rankRows(anew, '2026-11-23', NO_OUTCOMES));
});

function otherId(at: number): QueueRow['denialId'] {
  return `${String(at).padStart(32, '0')}-0001` as QueueRow['denialId'];
}

test('columns follow one row that changed', () => {
  const [first, ...rest] = rankRows(rows, '2026-11-23', NO_OUTCOMES);
  if (first === undefined) throw new Error('There are no rows.');
  expect(queueColumnsOf([first, ...rest]).version[0]).toBe(first.version);
  const changed = { ...first, version: first.version + 1 };
  expect(queueColumnsOf([changed, ...rest]).version[0]).toBe(first.version + 1);
});
