import { randomUUID } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';

export interface Tables {
  readonly work: string;
  readonly remittances: string;
}

/** Two empty tables with the keys and indexes that the data stack gives them. */
export async function emptyTables(client: DynamoDBClient): Promise<Tables> {
  const run = randomUUID().slice(0, 8);
  const work = await emptyTable(client, `bench-work-${run}`, [
    ['queue', 'queueKey', 'queueSort'],
    ['wake', 'wakeKey', 'wakeSort'],
    ['pending', 'pendingKey', 'pendingSince'],
  ]);
  const remittances = await emptyTable(client, `bench-remittances-${run}`, [
    ['listing', 'listKey', 'listSort'],
  ]);
  return { work, remittances };
}

/** One empty table with `pk` and `sk` and these indexes. */
export async function emptyTable(
  client: DynamoDBClient,
  name: string,
  indexes: readonly (readonly [name: string, hash: string, range: string])[],
): Promise<string> {
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  const attributes = ['pk', 'sk', ...indexes.flatMap(([, hash, range]) => [hash, range])];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keys('pk', 'sk'),
      AttributeDefinitions: attributes.map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S' as const,
      })),
      ...(indexes.length > 0 && {
        GlobalSecondaryIndexes: indexes.map(([index, hash, range]) => ({
          IndexName: index,
          KeySchema: keys(hash, range),
          Projection: { ProjectionType: 'ALL' as const },
        })),
      }),
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: name });
  return name;
}
