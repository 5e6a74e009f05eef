import { beforeAll, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbSavedViews } from '../../functions/adapters/dynamodb/saved-views.ts';
import { MemorySavedViews } from '../../functions/adapters/memory/saved-views.ts';
import { USUAL_LAYOUT } from '../../functions/core/views/built-in-views.ts';
import type { SavedView } from '../../functions/core/views/saved-view.ts';
import type { SavedViewStore } from '../../functions/ports/saved-views.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { endpoint } from './support/targets.ts';

let ids = 0;
const viewOf = (patch: Partial<SavedView> = {}): SavedView => ({
  viewId: String(++ids).padStart(32, '0'),
  version: 1,
  name: 'Appeals',
  scope: { kind: 'mine' },
  ownerId: `owner-${ids}`,
  layout: { ...USUAL_LAYOUT, filters: { routes: ['appeal'] } },
  isDeleted: false,
  changedAt: '2026-11-10T12:00:00.000Z',
  changedBy: 'ana',
  ...patch,
});

describe.for([
  { name: 'memory', skip: false, make: async () => new MemorySavedViews() },
  {
    name: 'dynamodb (set OVERTURN_ENDPOINT)',
    skip: endpoint === undefined,
    make: async () => {
      const client = documentClient();
      return dynamodbSavedViews(client, await emptyTable(client, 'contract-settings'));
    },
  },
])('saved views: $name', ({ skip, make }) => {
  describe.skipIf(skip)('a view', () => {
    let store: SavedViewStore;
    beforeAll(async () => {
      store = await make();
    });

    test('is read as it was saved, and stands in the list of its owner alone', async () => {
      const view = viewOf();
      expect(await store.read(view.viewId)).toBeNull();
      expect(await store.save(null, view)).toBe('saved');
      expect(await store.read(view.viewId)).toEqual(view);
      expect(await store.listOf({ ownerId: view.ownerId })).toEqual([view]);
      expect(await store.listOf({ ownerId: 'somebody-else' })).toEqual([]);
    });

    test('is saved over the version that was read, and no other', async () => {
      const view = viewOf();
      await store.save(null, view);
      const second = { ...view, version: 2, name: 'All appeals' };
      expect(await store.save(view, second)).toBe('saved');
      expect(await store.save(view, { ...view, version: 2, name: 'Lost' })).toBe('conflict');
      expect(await store.save(null, { ...view, name: 'Lost' })).toBe('conflict');
      expect(await store.listOf({ ownerId: view.ownerId })).toEqual([second]);
    });

    test('moves from the list of its owner into that of a practice', async () => {
      const view = viewOf();
      const practiceId = `practice-${ids}`;
      await store.save(null, view);
      const shared: SavedView = { ...view, version: 2, scope: { kind: 'team', practiceId } };
      await store.save(view, shared);
      expect(await store.listOf({ ownerId: view.ownerId })).toEqual([]);
      expect(await store.listOf({ practiceId })).toEqual([shared]);
    });

    test('that was deleted leaves its list, keeps its version, and comes back over it', async () => {
      const view = viewOf();
      await store.save(null, view);
      const deleted = { ...view, version: 2, isDeleted: true };
      await store.save(view, deleted);
      expect(await store.listOf({ ownerId: view.ownerId })).toEqual([]);
      expect(await store.read(view.viewId)).toEqual(deleted);
      const back = { ...view, version: 3 };
      expect(await store.save(deleted, back)).toBe('saved');
      expect(await store.listOf({ ownerId: view.ownerId })).toEqual([back]);
    });

    test('of one of two who save at once is lost', async () => {
      const view = viewOf();
      await store.save(null, view);
      const saved = await Promise.all(
        ['a', 'b'].map((name) => store.save(view, { ...view, version: 2, name })),
      );
      expect(saved.sort()).toEqual(['conflict', 'saved']);
    });
  });
});
