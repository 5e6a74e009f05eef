import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { RecountProgress, RecountStore } from '../../ports/settings-changes.ts';

const KEY = { pk: 'RECOUNT', sk: 'PROGRESS' };

const progressSchema = z.strictObject({
  settled: z.int().nonnegative(),
  passed: z.int().nonnegative(),
  goesOn: z
    .strictObject({
      version: z.int().positive(),
      shard: z.int().nonnegative(),
      cursor: z.string().nullable(),
      settles: z.boolean(),
      complete: z.boolean(),
    })
    .nullable(),
}) satisfies z.ZodType<RecountProgress>;

/** `RECOUNT`/`PROGRESS` of the table Work, written by one sweep at a time. */
export function dynamodbRecountStore(client: DynamoDBDocumentClient, table: string): RecountStore {
  return {
    async progress() {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: KEY, ConsistentRead: true }),
      );
      return Item === undefined
        ? { settled: 0, passed: 0, goesOn: null }
        : progressSchema.parse(Item.progress);
    },
    async save(progress) {
      await client.send(new PutCommand({ TableName: table, Item: { ...KEY, progress } }));
    },
  };
}
