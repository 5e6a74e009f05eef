import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AccessLog } from '../../ports/access-log.ts';

// The day of one organisation's reads over several partitions, so that none is hot.
const SHARDS = 8;

/** The table Access: one item a read or refusal, under its day and a random shard; nothing is ever overwritten. */
export function dynamodbAccessLog(client: DynamoDBDocumentClient, table: string): AccessLog {
  return {
    async record(entry) {
      const unique = randomUUID();
      const shard = Number.parseInt(unique.slice(0, 1), 16) % SHARDS;
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { pk: `${entry.at.slice(0, 10)}#${shard}`, sk: `${entry.at}#${unique}`, ...entry },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },
  };
}
