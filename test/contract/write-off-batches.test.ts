import { beforeAll, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbWriteOffBatches } from '../../functions/adapters/dynamodb/write-off-batches.ts';
import { MemoryWriteOffBatches } from '../../functions/adapters/memory/write-off-batches.ts';
import type { WriteOffBatch } from '../../functions/core/write-off/batch.ts';
import type { WriteOffBatches } from '../../functions/ports/write-off-batches.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { endpoint } from './support/targets.ts';

const targets = [
  { name: 'memory', skip: false, make: async (): Promise<WriteOffBatches> => new MemoryWriteOffBatches() },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbBatches },
];

async function dynamodbBatches(): Promise<WriteOffBatches> {
  const client = documentClient();
  return dynamodbWriteOffBatches(client, await emptyTable(client, 'contract-write-offs'));
}

const open: WriteOffBatch = {
  batchId: '0'.repeat(32),
  practiceId: 'P1',
  state: 'open',
  createdAt: '2026-11-10T12:00:00.000Z',
  createdBy: 'supervisor',
  postings: [],
};
const sealed: WriteOffBatch = { ...open, state: 'sealed' };

describe.for(targets)('batches of write-offs: $name', ({ skip, make }) => {
  let batches: WriteOffBatches;
  beforeAll(async () => {
    if (!skip) batches = await make();
  });

  test.skipIf(skip)('one is open until it is sealed, and then never again', async () => {
    await batches.begin(open);
    await batches.begin({ ...open, createdBy: 'another' });
    expect(await batches.open('P1')).toEqual([open]);
    expect(await batches.list('P1')).toEqual([]);
    await batches.seal(sealed);
    await batches.seal({ ...sealed, createdBy: 'another' });
    await batches.begin(open);
    expect(await batches.open('P1')).toEqual([]);
    expect(await batches.list('P1')).toEqual([sealed]);
    expect(await batches.read('P1', open.batchId)).toEqual(sealed);
  });

  test.skipIf(skip)('those of another practice are not seen', async () => {
    expect(await batches.list('P2')).toEqual([]);
    expect(await batches.read('P2', open.batchId)).toBeNull();
  });
});
