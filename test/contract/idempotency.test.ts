import { beforeAll, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbIdempotency } from '../../functions/adapters/dynamodb/idempotency.ts';
import { MemoryIdempotency } from '../../functions/adapters/memory/idempotency.ts';
import type { IdempotencyStore } from '../../functions/ports/idempotency.ts';
import { emptyTable } from '../fixtures/empty-tables.ts';
import { endpoint } from './support/targets.ts';

const AT = '2026-11-10T12:00:00.000Z';
const answer = { requestSha256: 'a'.repeat(64), status: 200, body: '{"ok":true}', etag: '"4"' };

describe.for([
  { name: 'memory', skip: false, make: async (): Promise<IdempotencyStore> => new MemoryIdempotency() },
  { name: 'dynamodb (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: dynamodbStore },
])('the idempotency store: $name', ({ skip, make }) => {
  let store: IdempotencyStore;
  beforeAll(async () => {
    if (!skip) store = await make();
  });

  test.skipIf(skip)('gives back the answer of a key, to its own user alone', async () => {
    await store.keep('ben', 'k1', answer, AT);
    expect(await store.find('ben', 'k1')).toEqual(answer);
    expect(await store.find('sue', 'k1')).toBeNull();
    expect(await store.find('ben', 'k2')).toBeNull();
  });

  test.skipIf(skip)('keeps the first answer', async () => {
    await store.keep('ben', 'k3', answer, AT);
    await store.keep('ben', 'k3', { ...answer, status: 409, etag: null }, AT);
    expect(await store.find('ben', 'k3')).toEqual(answer);
  });
});

async function dynamodbStore(): Promise<IdempotencyStore> {
  const client = documentClient();
  const table = await emptyTable(client, 'contract-answers');
  return dynamodbIdempotency(client, table);
}
