import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Denial } from '../../core/denial/denial.ts';
import type { DenialId } from '../../core/ids.ts';
import type { RecordSource } from '../../ports/view-store.ts';
import { getAll } from './batch-get.ts';
import { denialOf } from './denial-items.ts';
import { workKeys as keys } from './keys.ts';

/** The records of the table Work. Walking it needs a right that no function has: an operator does. */
export function dynamodbRecordSource(client: DynamoDBDocumentClient, table: string): RecordSource {
  return {
    async readMany(denialIds) {
      const wanted = denialIds.map((denialId) => ({ pk: keys.denial(denialId), sk: keys.meta }));
      const denials: Denial[] = [];
      const unreadable: DenialId[] = [];
      for (const item of await getAll(client, table, wanted)) {
        try {
          denials.push(denialOf(item));
        } catch {
          // Its message would quote the record.
          unreadable.push(keys.denialIdOf(String(item.pk)));
        }
      }
      return { denials, unreadable };
    },

    async allIds(cursor) {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          FilterExpression: 'sk = :meta',
          ProjectionExpression: 'pk',
          ExpressionAttributeValues: { ':meta': keys.meta },
          ...(cursor !== null && { ExclusiveStartKey: JSON.parse(cursor) }),
        }),
      );
      return {
        ids: Items.map(({ pk }) => keys.denialIdOf(String(pk))),
        cursor: LastEvaluatedKey === undefined ? null : JSON.stringify(LastEvaluatedKey),
      };
    },
  };
}
