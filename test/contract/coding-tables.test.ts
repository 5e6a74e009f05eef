import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbCodingTables } from '../../functions/adapters/dynamodb/coding-tables.ts';
import { codingTableFolder } from '../../functions/adapters/files/coding-tables.ts';
import { MemoryCodingTables } from '../../functions/adapters/memory/coding-tables.ts';
import type { CodingTableStore, LoadedRelease } from '../../functions/ports/coding-tables.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { endpoint } from './support/targets.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coding-tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

const release = (releaseId: string): LoadedRelease => ({
  table: 'ptp-practitioner',
  releaseId,
  name: '2026Q4',
  effectiveFrom: '2026-10-01',
  rows: 2,
  loadedAt: '2026-11-10T12:00:00.000Z',
});
const rows = Array.from({ length: 3_000 }, (_, at) => ({
  comprehensive: '99901',
  component: String(10_000 + at),
}));

describe.for([
  { name: 'memory', skip: false, make: async (): Promise<CodingTableStore> => new MemoryCodingTables() },
  { name: 'folder', skip: false, make: async () => codingTableFolder(path.join(folder, 'tables')) },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbStore },
])('the store of code tables: $name', ({ skip, make }) => {
  let store: CodingTableStore;
  beforeAll(async () => {
    if (!skip) store = await make();
  });

  test.skipIf(skip)('has no release at first', async () => {
    expect(await store.releases()).toEqual([]);
    expect(await store.readPart(release('a'), '99901')).toBeNull();
  });

  test.skipIf(skip)('gives back the largest part as it was written, of its own release alone', async () => {
    await store.writePart(release('a'), '99901', rows);
    expect(await store.readPart(release('a'), '99901')).toEqual(rows);
    expect(await store.readPart(release('b'), '99901')).toBeNull();
    expect(await store.readPart(release('a'), '99902')).toBeNull();
  });

  test.skipIf(skip)('has those releases in force that were set last', async () => {
    await store.setReleases([release('a'), release('b')]);
    await store.setReleases([release('b')]);
    expect(await store.releases()).toEqual([release('b')]);
  });
});

async function dynamodbStore(): Promise<CodingTableStore> {
  const client = documentClient();
  const table = await emptyTable(client, 'contract-coding');
  return dynamodbCodingTables(client, table);
}
