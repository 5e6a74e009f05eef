import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DailyRoot, DailyRoots } from '../../ports/audit.ts';
import { putIf } from './put-if.ts';

const ROOTS = 'AUDIT#ROOTS';

const rootSchema = z.strictObject({
  day: z.iso.date(),
  root: z.string(),
  previous: z.string().nullable(),
  from: z.string(),
  until: z.string(),
  heads: z.int().nonnegative(),
  objectVersionId: z.string(),
}) satisfies z.ZodType<DailyRoot>;

/** `AUDIT#ROOTS`/day of the table Work, each written once. */
export function dynamodbDailyRoots(client: DynamoDBDocumentClient, table: string): DailyRoots {
  return {
    async last() {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ROOTS },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: 1,
        }),
      );
      return Items[0] === undefined ? null : rootSchema.parse(Items[0].root);
    },

    async find(day) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { pk: ROOTS, sk: day }, ConsistentRead: true }),
      );
      return Item === undefined ? null : rootSchema.parse(Item.root);
    },

    async keep(root) {
      const item = { pk: ROOTS, sk: root.day, root: rootSchema.parse(root) };
      return (await putIf(client, { TableName: table, Item: item })) ? 'kept' : 'there_already';
    },
  };
}
