import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { AccessLog, KeptAccess } from '../../ports/access-log.ts';

// The day of one organisation's reads over several partitions, so that none is hot.
const SHARDS = 8;

const itemSchema = z.object({
  sk: z.string(),
  at: z.string(),
  userId: z.string(),
  operation: z.string(),
  subject: z.string().nullable(),
  outcome: z.enum(['allowed', 'refused']),
  reason: z.string().nullable(),
});

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

    async ofDay(day, limit, before) {
      const shards = await Promise.all(
        Array.from({ length: SHARDS }, (_, shard) => newestOf(`${day}#${shard}`, limit, before)),
      );
      return shards
        .flat()
        .sort((a, b) => (a.position > b.position ? -1 : 1))
        .slice(0, limit);
    },
  };

  async function newestOf(pk: string, limit: number, before: string | null): Promise<KeptAccess[]> {
    const found: KeptAccess[] = [];
    // A page may end at 1 MB: what stands behind it is as much of this shard.
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: before === null ? 'pk = :pk' : 'pk = :pk AND sk < :before',
          ExpressionAttributeValues: { ':pk': pk, ...(before === null ? {} : { ':before': before }) },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit - found.length,
          ExclusiveStartKey: start,
        }),
      );
      for (const item of Items) {
        const { sk: position, ...entry } = itemSchema.parse(item);
        found.push({ position, entry });
      }
      start = LastEvaluatedKey;
    } while (start !== undefined && found.length < limit);
    return found;
  }
}
