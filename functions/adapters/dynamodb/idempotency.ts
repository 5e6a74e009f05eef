import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  ABANDONED_AFTER_SECONDS,
  type IdempotencyStore,
  type StoredAnswer,
} from '../../ports/idempotency.ts';

const KEPT_SECONDS = 24 * 60 * 60;

const answerSchema = z.strictObject({
  requestSha256: z.string(),
  status: z.int(),
  body: z.string(),
  etag: z.string().nullable(),
}) satisfies z.ZodType<StoredAnswer>;

const begunSchema = z.object({ requestSha256: z.string(), answer: answerSchema.optional() });

/** `IDEMPOTENCY#<user>#<key>` in the table Work, removed by TTL after 24 hours. */
export function dynamodbIdempotency(client: DynamoDBDocumentClient, table: string): IdempotencyStore {
  const keyOf = (userId: string, key: string) => ({ pk: `IDEMPOTENCY#${userId}#${key}`, sk: 'ANSWER' });
  const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000);
  return {
    async begin(userId, key, requestSha256, at) {
      const begunAt = secondsOf(at);
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(userId, key), requestSha256, begunAt, ttl: begunAt + KEPT_SECONDS },
            ConditionExpression:
              'attribute_not_exists(pk) OR (attribute_not_exists(answer) AND begunAt < :abandoned)',
            ExpressionAttributeValues: { ':abandoned': begunAt - ABANDONED_AFTER_SECONDS },
          }),
        );
        return { kind: 'begun' };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const { Item } = await client.send(
          new GetCommand({ TableName: table, Key: keyOf(userId, key), ConsistentRead: true }),
        );
        const begun = begunSchema.parse(Item);
        return begun.answer === undefined
          ? { kind: 'in_progress', requestSha256: begun.requestSha256 }
          : { kind: 'answered', answer: begun.answer };
      }
    },
    async keep(userId, key, answer, at) {
      const { requestSha256 } = answer;
      const begunAt = secondsOf(at);
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...keyOf(userId, key), requestSha256, begunAt, answer, ttl: begunAt + KEPT_SECONDS },
        }),
      );
    },
    async release(userId, key) {
      try {
        await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keyOf(userId, key),
            UpdateExpression: 'SET begunAt = :long_ago',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(answer)',
            ExpressionAttributeValues: { ':long_ago': 0 },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}
