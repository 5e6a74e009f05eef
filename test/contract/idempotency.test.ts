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

  const { requestSha256 } = answer;

  test.skipIf(skip)('gives back the answer of a key, to its own user alone', async () => {
    expect(await store.begin('ben', 'k1', requestSha256, AT)).toEqual({ kind: 'begun' });
    await store.keep('ben', 'k1', answer, AT);
    expect(await store.begin('ben', 'k1', requestSha256, AT)).toEqual({ kind: 'answered', answer });
    expect(await store.begin('sue', 'k1', requestSha256, AT)).toEqual({ kind: 'begun' });
    expect(await store.begin('ben', 'k2', requestSha256, AT)).toEqual({ kind: 'begun' });
  });

  test.skipIf(skip)('lets one of many begin the request of a key', async () => {
    const begun = await Promise.all(
      Array.from({ length: 5 }, () => store.begin('ben', 'k3', requestSha256, AT)),
    );
    expect(begun.filter(({ kind }) => kind === 'begun')).toHaveLength(1);
    expect(begun.filter(({ kind }) => kind === 'in_progress')).toHaveLength(4);
  });

  test.skipIf(skip)(
    'lets a request be begun again once it was given up, but never one that was answered',
    async () => {
      await store.begin('ben', 'k4', requestSha256, AT);
      await store.release('ben', 'k4');
      expect(await store.begin('ben', 'k4', requestSha256, AT)).toEqual({ kind: 'begun' });
      await store.keep('ben', 'k4', answer, AT);
      await store.release('ben', 'k4');
      expect(await store.begin('ben', 'k4', requestSha256, AT)).toEqual({ kind: 'answered', answer });
    },
  );

  test.skipIf(skip)('lets a request that broke off be begun again after a minute', async () => {
    await store.begin('ben', 'k5', requestSha256, AT);
    const soon = '2026-11-10T12:00:59.000Z';
    const later = '2026-11-10T12:01:01.000Z';
    expect((await store.begin('ben', 'k5', requestSha256, soon)).kind).toBe('in_progress');
    expect((await store.begin('ben', 'k5', requestSha256, later)).kind).toBe('begun');
  });
});

async function dynamodbStore(): Promise<IdempotencyStore> {
  const client = documentClient();
  const table = await emptyTable(client, 'contract-answers');
  return dynamodbIdempotency(client, table);
}
