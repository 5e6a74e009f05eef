import { type DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { isSuperseded, type ViewGenerations } from '../../ports/view-generations.ts';
import { deleteAll } from './batch-write.ts';
import { viewKeys as keys } from './keys.ts';
import { putIf } from './put-if.ts';
import { generationsOf } from './view-items.ts';

type Item = Record<string, unknown>;

const leaseSchema = z.object({ holder: z.string(), until: z.string() });
const keySchema = z.object({ pk: z.string(), sk: z.string() });

// A page of a scan is 1 MB at most: so many keys are held at once, whatever the table holds.
const SCANNED_AT_ONCE = 500;

/** Generations of the table Views. Walking it and deleting from it need rights that no function has: an operator does. */
export function dynamodbViewGenerations(client: DynamoDBDocumentClient, table: string): ViewGenerations {
  const current = { pk: keys.generations, sk: keys.current };
  const rebuild = { pk: keys.generations, sk: keys.rebuild };

  async function read(key: Item): Promise<Item | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item;
  }

  return {
    async lease({ holder, until }, now) {
      const isOurs = await putIf(
        client,
        {
          TableName: table,
          Item: { ...rebuild, holder, until },
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: { ':now': now, ':holder': holder },
        },
        'attribute_not_exists(pk) OR #until <= :now OR holder = :holder',
      );
      return isOurs ? { kind: 'leased' } : { kind: 'taken', by: leaseSchema.parse(await read(rebuild)) };
    },

    async begin() {
      const item = await read(current);
      const { current: inUse, building } = generationsOf(item);
      const next = Math.max(inUse, building ?? 0) + 1;
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...item, ...current, current: inUse, building: next },
        }),
      );
      return next;
    },

    async switchTo(generation, at) {
      const isSwitched = await putIf(
        client,
        {
          TableName: table,
          Item: { ...current, current: generation, building: null, switchedAt: at },
          ExpressionAttributeNames: { '#building': 'building' },
          ExpressionAttributeValues: { ':generation': generation },
        },
        '#building = :generation',
      );
      return isSwitched ? 'switched' : 'lost';
    },

    async switchedAt() {
      const item = await read(current);
      return typeof item?.switchedAt === 'string' ? item.switchedAt : null;
    },

    async deleteSome(cursor) {
      const generations = generationsOf(await read(current));
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          Limit: SCANNED_AT_ONCE,
          ProjectionExpression: 'pk, sk',
          ConsistentRead: true,
          ...(cursor !== null && { ExclusiveStartKey: JSON.parse(cursor) }),
        }),
      );
      const superseded = Items.map((item) => keySchema.parse(item)).filter(({ pk }) => {
        const generation = keys.generationOf(pk);
        return generation !== null && isSuperseded(generation, generations);
      });
      await deleteAll(client, table, superseded);
      return {
        deleted: superseded.length,
        cursor: LastEvaluatedKey === undefined ? null : JSON.stringify(LastEvaluatedKey),
      };
    },
  };
}
