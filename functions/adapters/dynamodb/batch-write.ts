import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';

type Item = Record<string, unknown>;

// The service takes 25 items a call, and one key once.
const BATCH_SIZE = 25;

// Doubling from 50 ms: about 25 s of throttling until the message goes back to the queue.
const MAX_ATTEMPTS = 10;
const FIRST_DELAY_MS = 50;

/** Puts all items, again those that the service did not take. Idempotent: the same item overwrites itself. */
export async function putAll(
  client: DynamoDBDocumentClient,
  table: string,
  items: readonly (Item & { pk: string; sk: string })[],
): Promise<void> {
  const distinct = [...new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item])).values()];
  const requests = distinct.map((item) => ({ PutRequest: { Item: item } }));
  await writeAll(client, table, requests);
}

/** Deletes all items, again those that the service did not take. Idempotent: what is gone stays so. */
export async function deleteAll(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly { readonly pk: string; readonly sk: string }[],
): Promise<void> {
  const requests = keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
  await writeAll(client, table, requests);
}

type WriteRequest = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>[number];

async function writeAll(
  client: DynamoDBDocumentClient,
  table: string,
  requests: readonly WriteRequest[],
): Promise<void> {
  for (let start = 0; start < requests.length; start += BATCH_SIZE) {
    await writeBatch(client, table, requests.slice(start, start + BATCH_SIZE));
  }
}

async function writeBatch(
  client: DynamoDBDocumentClient,
  table: string,
  batch: readonly WriteRequest[],
): Promise<void> {
  let requests = [...batch];
  for (let attempt = 0; requests.length > 0; attempt += 1) {
    if (attempt === MAX_ATTEMPTS) throw new BatchNotTakenError(requests.length);
    if (attempt > 0) await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    requests = UnprocessedItems?.[table] ?? [];
  }
}

/** The table is throttled beyond patience: the message is tried again later. */
export class BatchNotTakenError extends Error {
  override readonly name = 'BatchNotTakenError';
  readonly code = 'DEN-3001';
  constructor(left: number) {
    super(`The table did not take ${left} items.`);
  }
}
