import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Key = { readonly pk: string; readonly sk: string };

// The service takes 100 keys a call, and one key once.
const BATCH_SIZE = 100;
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 50;

/** The items that are there, of all these keys, read consistently and in no order. */
export async function getAll(
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<readonly Record<string, unknown>[]> {
  const distinct = [...new Map(keys.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
  const found: Record<string, unknown>[] = [];
  for (let start = 0; start < distinct.length; start += BATCH_SIZE) {
    let left: Record<string, unknown>[] = distinct.slice(start, start + BATCH_SIZE);
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === MAX_ATTEMPTS) throw new BatchNotReadError(left.length);
      if (attempt > 0) await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
      );
      found.push(...(Responses?.[table] ?? []));
      left = UnprocessedKeys?.[table]?.Keys ?? [];
    }
  }
  return found;
}

/** The table is throttled beyond patience: the message is tried again later. */
export class BatchNotReadError extends Error {
  override readonly name = 'BatchNotReadError';
  readonly code = 'DEN-3006';
  constructor(left: number) {
    super(`The table did not give ${left} items.`);
  }
}
