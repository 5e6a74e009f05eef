import { beforeAll, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbViewGenerations } from '../../functions/adapters/dynamodb/view-generations.ts';
import { dynamodbViewStore } from '../../functions/adapters/dynamodb/view-store.ts';
import { MemoryViewStore } from '../../functions/adapters/memory/view-store.ts';
import { figureRowOf } from '../../functions/core/views/figure-row.ts';
import { outcomeChangesOf } from '../../functions/core/views/outcome-cells.ts';
import { queueRowOf } from '../../functions/core/views/queue-row.ts';
import type { ViewGenerations } from '../../functions/ports/view-generations.ts';
import type { ViewStore } from '../../functions/ports/view-store.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { assessedDenial } from '../fixtures/opened-denial.ts';
import { endpoint } from './support/targets.ts';

type Stores = ViewStore & ViewGenerations;

const targets = [
  { name: 'memory', skip: false, make: async (): Promise<Stores> => new MemoryViewStore() },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbViews },
];

async function dynamodbViews(): Promise<Stores> {
  const client = documentClient();
  const table = await emptyTable(client, 'contract-views');
  return { ...dynamodbViewStore(client, table), ...dynamodbViewGenerations(client, table) };
}

const AT = '2026-11-10T12:00:00.000Z';
const NONE = { rows: [], version: 0 };

function rowsOf() {
  const { denial } = assessedDenial();
  const queueRow = queueRowOf(denial);
  const figureRow = figureRowOf({ ...denial, state: 'closed', closedAs: 'upheld' });
  if (queueRow === null || figureRow === null) throw new Error('The fixture stands in no view.');
  return { denial, queueRow, figureRow, practiceId: denial.practiceId };
}

describe.for(targets)('the view store: $name', ({ skip, make }) => {
  let views: Stores;
  beforeAll(async () => {
    if (!skip) views = await make();
  });

  test.skipIf(skip)('begins with the first generation, builds another, and switches', async () => {
    expect(await views.generations()).toEqual({ current: 1, building: null });
    expect(await views.begin()).toBe(2);
    expect(await views.begin()).toBe(3);
    expect(await views.generations()).toEqual({ current: 1, building: 3 });
    expect(await views.switchedAt()).toBeNull();
    expect(await views.switchTo(2, AT)).toBe('lost');
    expect(await views.switchTo(3, AT)).toBe('switched');
    expect(await views.generations()).toEqual({ current: 3, building: null });
    expect(await views.switchedAt()).toBe(AT);
    expect(await views.begin()).toBe(4);
    expect(await views.switchedAt()).toBe(AT);
    await views.switchTo(4, AT);
  });

  test.skipIf(skip)(
    'lets one rebuild at a time, and the next one where it ended or fell silent',
    async () => {
      const [ana, ben] = ['ana', 'ben'].map((holder) => ({ holder, until: '2026-11-10T12:05:00.000Z' }));
      if (ana === undefined || ben === undefined) throw new Error('Two are needed.');
      expect(await views.lease(ana, AT)).toEqual({ kind: 'leased' });
      expect(await views.lease(ben, AT)).toEqual({ kind: 'taken', by: ana });
      const longer = { ...ana, until: '2026-11-10T12:10:00.000Z' };
      expect(await views.lease(longer, AT)).toEqual({ kind: 'leased' });
      expect(await views.lease(ben, ana.until)).toEqual({ kind: 'taken', by: longer });
      expect(await views.lease(ben, longer.until)).toEqual({ kind: 'leased' });
      expect(await views.lease({ holder: 'ben', until: AT }, AT)).toEqual({ kind: 'leased' });
      expect(await views.lease(ana, AT)).toEqual({ kind: 'leased' });
    },
  );

  test.skipIf(skip)('deletes what neither answers nor is built, and nothing else', async () => {
    const { queueRow, figureRow, practiceId } = rowsOf();
    const change = { denialId: queueRow.denialId, row: queueRow, at: AT };
    for (const generation of [2, 3, 4, 5]) {
      await views.putQueuePage({ generation, practiceId, page: 0 }, NONE, [queueRow], [change]);
      const key = { generation, practiceId, deniedOn: figureRow.deniedOn, page: 0 };
      await views.putFigurePage(key, NONE, [figureRow], outcomeChangesOf([], [figureRow]));
    }
    let cursor: string | null = null;
    let deleted = 0;
    do {
      const some: Awaited<ReturnType<typeof views.deleteSome>> = await views.deleteSome(cursor);
      deleted += some.deleted;
      cursor = some.cursor;
    } while (cursor !== null);
    expect(deleted).toBe(8);
    const left = await Promise.all([2, 3, 4, 5].map((generation) => views.queue(generation, practiceId)));
    expect(left.map(({ length }) => length)).toEqual([0, 0, 1, 1]);
    expect(await views.outcomes(3)).toEqual([]);
    expect(await views.outcomes(4)).toHaveLength(1);
    expect(await views.generations()).toEqual({ current: 4, building: null });
  });

  test.skipIf(skip)(
    'keeps a page of the queue with its changes, and only over the page that was read',
    async () => {
      const { queueRow, practiceId } = rowsOf();
      const key = { generation: 11, practiceId, page: 5 };
      const change = { denialId: queueRow.denialId, row: queueRow, at: '2026-11-10T12:00:00.000Z' };
      expect(await views.queuePage(key)).toEqual(NONE);
      expect(await views.putQueuePage(key, NONE, [queueRow], [change])).toBe('written');
      expect(await views.putQueuePage(key, NONE, [], [])).toBe('conflict');
      const read = await views.queuePage(key);
      expect(read).toEqual({ rows: [queueRow], version: 1 });
      expect(await views.queue(11, practiceId)).toEqual([queueRow]);
      expect(await views.queue(12, practiceId)).toEqual([]);
      const gone = { ...change, row: null, at: '2026-11-10T12:00:01.000Z' };
      expect(await views.putQueuePage(key, read, [], [gone])).toBe('written');
      expect(await views.queue(11, practiceId)).toEqual([]);
      expect(await views.changesSince(11, practiceId, change.at, 10)).toEqual([change, gone]);
      expect(await views.changesSince(11, practiceId, gone.at, 10)).toEqual([gone]);
      expect(await views.changesSince(11, practiceId, change.at, 1)).toEqual([change]);
    },
  );

  test.skipIf(skip)('keeps a page of figures with the outcomes that it adds, as one', async () => {
    const { figureRow, practiceId } = rowsOf();
    const { deniedOn, route, reason, payerId } = figureRow;
    const key = { generation: 21, practiceId, deniedOn, page: 1 };
    const added = outcomeChangesOf([], [figureRow]);
    expect(await views.putFigurePage(key, NONE, [figureRow], added)).toBe('written');
    expect(await views.putFigurePage(key, NONE, [figureRow], added)).toBe('conflict');
    const cell = { route, reason, payerId, n: 1, overturned: 0, recoveredParts: 0 };
    expect(await views.outcomes(21)).toEqual([cell]);
    expect(await views.figures(21, practiceId, deniedOn, deniedOn)).toEqual([figureRow]);
    expect(await views.figures(21, practiceId, '2000-01-01', '2000-12-31')).toEqual([]);
    const read = await views.figurePage(key);
    await views.putFigurePage(key, read, [], outcomeChangesOf([figureRow], []));
    expect(await views.outcomes(21)).toEqual([{ ...cell, n: 0 }]);
  });

  test.skipIf(skip)('lets one of two writers of one page win', async () => {
    const { queueRow, practiceId } = rowsOf();
    const key = { generation: 31, practiceId, page: 0 };
    const results = await Promise.all([1, 2].map(() => views.putQueuePage(key, NONE, [queueRow], [])));
    expect(results.toSorted()).toEqual(['conflict', 'written']);
  });
});
