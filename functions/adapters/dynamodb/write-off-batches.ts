import { gunzipSync, gzipSync } from 'node:zlib';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type WriteOffBatch, writeOffBatchSchema } from '../../core/write-off/batch.ts';
import type { WriteOffBatches } from '../../ports/write-off-batches.ts';
import { workKeys as keys } from './keys.ts';
import { queryAll } from './query.ts';

/** `WRITEOFFS#practice` of the table Work: `OPEN#id`, a bare mark once it is sealed, and `SEALED#id` for good. */
export function dynamodbWriteOffBatches(client: DynamoDBDocumentClient, table: string): WriteOffBatches {
  const keyOf = (practiceId: string, state: WriteOffBatch['state'], batchId: string) => ({
    pk: keys.writeOffBatches(practiceId),
    sk: keys.writeOffBatch(state, batchId),
  });
  // Some hundred postings are more than DynamoDB takes as a map.
  const itemOf = (batch: WriteOffBatch) => ({
    ...keyOf(batch.practiceId, batch.state, batch.batchId),
    batch: gzipSync(JSON.stringify(batch)),
  });

  const putNew = (Item: Record<string, unknown>) => ({
    Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
  });

  async function transact(items: ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: items }));
    } catch (error) {
      const isDone =
        error instanceof TransactionCanceledException &&
        error.CancellationReasons?.some(({ Code }) => Code === 'ConditionalCheckFailed');
      if (!isDone) throw error;
    }
  }

  async function get(key: { readonly pk: string; readonly sk: string }): Promise<WriteOffBatch | null> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item === undefined ? null : batchOf(Item);
  }

  const all = async (practiceId: string, state: WriteOffBatch['state']) =>
    (await queryAll(client, table, keys.writeOffBatches(practiceId), keys.writeOffBatch(state, ''))).map(
      batchOf,
    );

  return {
    // The mark of one that was sealed stands where it stood while it was open: it is never begun again.
    begin: (batch) => transact([putNew(itemOf(batch))]),
    async open(practiceId) {
      return (await all(practiceId, 'open')).filter((batch) => batch !== null);
    },
    seal: (batch) =>
      transact([
        putNew(itemOf(batch)),
        { Put: { TableName: table, Item: keyOf(batch.practiceId, 'open', batch.batchId) } },
      ]),
    async read(practiceId, batchId) {
      return (
        (await get(keyOf(practiceId, 'sealed', batchId))) ?? (await get(keyOf(practiceId, 'open', batchId)))
      );
    },
    async list(practiceId) {
      const sealed = (await all(practiceId, 'sealed')).filter((batch) => batch !== null);
      return sealed.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
    },
  };
}

function batchOf({ batch }: Record<string, unknown>): WriteOffBatch | null {
  return batch instanceof Uint8Array
    ? writeOffBatchSchema.parse(JSON.parse(gunzipSync(batch).toString('utf8')))
    : null;
}
