import { expect, test } from 'vitest';
import { NO_OUTCOMES, outcomeTableOf } from '../../functions/core/priority/outcome-shares.ts';
import { BUILT_IN_VIEWS } from '../../functions/core/views/built-in-views.ts';
import { facetsOf } from '../../functions/core/views/facets.ts';
import { type QueueRow, queueRowOf } from '../../functions/core/views/queue-row.ts';
import { type RankedRow, rankRows } from '../../functions/core/views/ranked-row.ts';
import { rowsOfView } from '../../functions/core/views/rows-of-view.ts';
import { queueColumnsOf, queueRowView } from '../../functions/handlers/api/answers/queue-answer.ts';
import { AppealSystem } from '../../test/fixtures/appeal-system.ts';
import { seededDenial } from '../../test/fixtures/seeded-denials.ts';
import { countsOf, filtersOf, matching } from '../src/queue/filters.ts';
import { itemOfRow, itemsOfColumns, sorted } from '../src/queue/queue-item.ts';
import { withChanges } from '../src/queue/use-queue.ts';

const TODAY = '2026-11-23';
const like = await new AppealSystem().routed();
const rows = Array.from({ length: 300 }, (_, i) => queueRowOf(seededDenial(like, i))).filter(
  (row): row is QueueRow => row !== null,
);
const MANY = outcomeTableOf([
  { route: 'appeal', reason: 'CO-50', payerId: '60001', n: 400, overturned: 100, recovered: 80 },
]);
const ranked = rankRows(rows, TODAY, MANY);
/** As the API sends them. */
const columns = JSON.parse(JSON.stringify(queueColumnsOf(ranked)));
const feedRowOf = (row: RankedRow) => JSON.parse(JSON.stringify(queueRowView(row)));
const items = itemsOfColumns(columns);

test('a snapshot and the change feed tell the same of a row', () => {
  expect(items).toEqual(ranked.map((row) => itemOfRow(feedRowOf(row))));
});

test('rows that are put in order here stand as the server ranks them', () => {
  const shuffled = [...items].sort((a, b) => (a.claimId + a.denialId < b.claimId + b.denialId ? 1 : -1));
  expect(sorted(shuffled, 'pressing').map(({ denialId }) => denialId)).toEqual(
    ranked.map(({ denialId }) => denialId),
  );
});

test('a row without a day to send by comes last in the order of days', () => {
  const [first, ...rest] = items;
  if (first === undefined) throw new Error('There are no rows.');
  const byDay = sorted([{ ...first, sendBy: null }, ...rest], 'sendBy');
  const dated = byDay.filter(({ sendBy }) => sendBy !== null).map(({ sendBy }) => sendBy);
  expect(byDay.at(-1)?.sendBy).toBeNull();
  expect(dated).toEqual([...dated].sort());
});

test('what each facet promises is what choosing it shows', () => {
  const chosen = filtersOf(new URLSearchParams([['route', items[0]?.route ?? '']]));
  for (const [facet, values] of countsOf(items, chosen, '', TODAY)) {
    for (const { value, count } of values) {
      const others = [...chosen].filter(([id]) => id !== facet);
      const narrowed = new Map([...others, [facet, new Set([value])] as const]);
      expect(matching(items, narrowed, '', TODAY), `${facet} ${value}`).toHaveLength(count);
    }
  }
});

test('facets count as the server does', () => {
  const here = countsOf(items, new Map(), '', TODAY);
  for (const [facet, values] of Object.entries(facetsOf(ranked, TODAY))) {
    const counted = new Map(here.get(facet as 'route')?.map(({ value, count }) => [value, count]));
    expect(counted, facet).toEqual(new Map(values.map(({ value, count }) => [value, count])));
  }
});

test.each(BUILT_IN_VIEWS)('$name has the rows that the server gives it', ({ layout }) => {
  const looking = { userId: 'ana', today: TODAY };
  const idsOf = (list: readonly { denialId: string }[]) => list.map(({ denialId }) => denialId);
  expect(idsOf(rowsOfView(items, layout.filters, looking))).toEqual(
    idsOf(rowsOfView(ranked, layout.filters, looking)),
  );
});

test('nobody’s denials can be asked for', () => {
  const owned = items.map((item, at) => ({ ...item, assignee: at % 2 === 0 ? 'ana' : null }));
  const shown = matching(owned, filtersOf(new URLSearchParams([['owner', '']])), '', TODAY);
  expect(shown).toHaveLength(150);
  expect(shown.every(({ assignee }) => assignee === null)).toBe(true);
});

test('a claim number is found by any part of it, in either case', () => {
  const wanted = items[7]?.claimId ?? '';
  const shown = matching(items, new Map(), wanted.slice(1).toLowerCase(), TODAY);
  expect(shown.map(({ claimId }) => claimId)).toContain(wanted);
});

test('a change replaces its row, one that ended leaves, a new one comes', () => {
  const [first, second, ...rest] = rankRows(rows, TODAY, NO_OUTCOMES).map((row) => feedRowOf(row));
  const queue = { asOf: TODAY, cursor: '1', total: rest.length + 1, items: [second, ...rest].map(itemOfRow) };
  const after = withChanges(queue, {
    asOf: '2026-11-24',
    cursor: '2',
    changes: [
      { denialId: first.denialId, row: first },
      { denialId: second.denialId, row: null },
      { denialId: rest[0].denialId, row: { ...rest[0], version: 99 } },
    ],
  });
  expect(after.total).toBe(queue.total);
  expect(after.items.find(({ denialId }) => denialId === first.denialId)).toBeDefined();
  expect(after.items.find(({ denialId }) => denialId === second.denialId)).toBeUndefined();
  expect(after.items.find(({ denialId }) => denialId === rest[0].denialId)?.version).toBe(99);
  expect(after).toMatchObject({ asOf: '2026-11-24', cursor: '2' });
});
