import { gunzipSync, gzipSync } from 'node:zlib';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { LoadPlan, PartStore } from '../../ports/part-store.ts';
import { filePartSchema, partOutcomeSchema } from '../stored-part.ts';
import { putAll } from './batch-write.ts';
import { remittanceKeys as keys } from './keys.ts';
import { queryAll } from './query.ts';

const planItem = z.object({
  parts: z.int().positive(),
  remittances: z.int().nonnegative(),
  // DynamoDB has no empty set.
  done: z.set(z.number()).default(new Set()),
});

/**
 * Plans beside the ledger of their files, in the table Remittances. The parts that are loaded are a set of numbers,
 * not a counter: a part that is loaded twice is in it once.
 */
export function dynamodbPartStore(client: DynamoDBDocumentClient, table: string): PartStore {
  const planKey = (fileSha256: string) => ({ pk: keys.file(fileSha256), sk: keys.plan });

  async function get(pk: string, sk: string): Promise<Record<string, unknown> | null> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item ?? null;
  }

  async function readPlan(fileSha256: string): Promise<LoadPlan | null> {
    const { pk, sk } = planKey(fileSha256);
    const item = await get(pk, sk);
    return item === null ? null : planItem.parse(item);
  }

  return {
    async registerPlan(fileSha256, { parts, remittances }) {
      const known = await readPlan(fileSha256);
      if (known !== null) return known;
      const pk = keys.file(fileSha256);
      // The plan last: where it is, its parts are.
      for (const part of parts) {
        await putAll(client, table, [
          { pk, sk: keys.filePart(part.part), payload: gzipSync(JSON.stringify(part)) } as never,
        ]);
      }
      const plan = { parts: parts.length, remittances };
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...planKey(fileSha256), ...plan },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      return (await readPlan(fileSha256)) ?? { ...plan, done: new Set() };
    },

    readPlan,

    async readPart(fileSha256, part) {
      const item = await get(keys.file(fileSha256), keys.filePart(part));
      if (item === null) return null;
      return filePartSchema.parse(JSON.parse(gunzipSync(item.payload as Uint8Array).toString('utf8')));
    },

    async recordPart(fileSha256, part, outcome) {
      // The outcome first: whoever finds all parts in the set finds all outcomes.
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { pk: keys.file(fileSha256), sk: keys.outcome(part), outcome },
        }),
      );
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: table,
          Key: planKey(fileSha256),
          UpdateExpression: 'ADD done :part',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':part': new Set([part]) },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return planItem.parse(Attributes);
    },

    async outcomes(fileSha256) {
      const items = await queryAll(client, table, keys.file(fileSha256), keys.outcomes);
      return items.map((item) => partOutcomeSchema.parse(item.outcome));
    },
  };
}
