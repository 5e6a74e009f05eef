import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { IdempotencyStore, StoredAnswer } from '../../ports/idempotency.ts';

const KEPT_SECONDS = 24 * 60 * 60;

const answerSchema = z.strictObject({
  requestSha256: z.string(),
  status: z.int(),
  body: z.string(),
  etag: z.string().nullable(),
}) satisfies z.ZodType<StoredAnswer>;

/** `IDEMPOTENCY#<user>#<key>` in the table Work, removed by TTL after 24 hours. */
export function dynamodbIdempotency(client: DynamoDBDocumentClient, table: string): IdempotencyStore {
  const keyOf = (userId: string, key: string) => ({ pk: `IDEMPOTENCY#${userId}#${key}`, sk: 'ANSWER' });
  return {
    async find(userId, key) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(userId, key), ConsistentRead: true }),
      );
      return Item === undefined ? null : answerSchema.parse(Item.answer);
    },
    async keep(userId, key, answer, at) {
      const ttl = Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(userId, key), answer, ttl },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
