import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DigestLog } from '../../ports/digests.ts';
import { putIf } from './put-if.ts';

const KEPT_SECONDS = 14 * 24 * 60 * 60;

/** `DIGEST#<day>` in the table Work: one item a person, one for the whole day; removed by TTL. */
export function dynamodbDigestLog(client: DynamoDBDocumentClient, table: string): DigestLog {
  const keyOf = (day: string, sk: string) => ({ pk: `DIGEST#${day}`, sk });
  const itemOf = (day: string, sk: string, at: string) => ({
    ...keyOf(day, sk),
    at,
    ttl: Math.floor(Date.parse(at) / 1000) + KEPT_SECONDS,
  });
  return {
    async isDone(day) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keyOf(day, 'DONE'), ConsistentRead: true }),
      );
      return Item !== undefined;
    },

    async markBegun(day, userId, at) {
      const item = itemOf(day, `USER#${userId}`, at);
      return (await putIf(client, { TableName: table, Item: item })) ? 'begun' : 'already';
    },

    async markDone(day, at) {
      await client.send(new PutCommand({ TableName: table, Item: itemOf(day, 'DONE', at) }));
    },
  };
}
