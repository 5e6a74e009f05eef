import { randomUUID } from 'node:crypto';
import { CreateTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentClient } from '../../functions/adapters/dynamodb/client.ts';
import { dynamodbIdempotency } from '../../functions/adapters/dynamodb/idempotency.ts';
import { MemoryIdempotency } from '../../functions/adapters/memory/idempotency.ts';
import type { IdempotencyStore } from '../../functions/ports/idempotency.ts';
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
  const table = `contract-answers-${randomUUID().slice(0, 8)}`;
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: table });
  return dynamodbIdempotency(client, table);
}
