import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Denial, OutboxMessage } from '../../core/denial/denial.ts';
import { isAskedForBeside } from '../../core/documents/checklist.ts';
import type { DenialStore, Page } from '../../ports/denial-store.ts';
import { getAll } from './batch-get.ts';
import { itemsOf } from './claim-payment-items.ts';
import {
  denialOf,
  documentsItem,
  draftItem,
  draftOf,
  eventItem,
  eventOf,
  metaItem,
  outboxItem,
  outboxMessageOf,
  waitOf,
} from './denial-items.ts';
import { workKeys as keys } from './keys.ts';
import { queryAll } from './query.ts';

// Two transactions met on one item, or the table is busy; the SDK repeats single writes for that, not transactions.
const PASSING: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 40;

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** The table Work; to open denials also the table Remittances, for the claim payment they come from. */
export function dynamodbDenialStore(
  client: DynamoDBDocumentClient,
  tables: { readonly work: string; readonly remittances: string | null },
): DenialStore {
  const put = (item: Record<string, unknown>) => ({ Put: { TableName: tables.work, Item: item } });
  const putNew = (item: Record<string, unknown>) => ({
    Put: { TableName: tables.work, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
  });

  /** The place in the list of documents asked for: taken, or left, once it was taken. */
  function inDocuments(before: Denial, after: Denial): Writes {
    return isAskedForBeside(before) || isAskedForBeside(after) ? [put(documentsItem(after))] : [];
  }

  async function readMeta(denialId: string): Promise<Denial | null> {
    const { Item } = await client.send(
      new GetCommand({
        TableName: tables.work,
        Key: { pk: keys.denial(denialId), sk: keys.meta },
        ConsistentRead: true,
      }),
    );
    return Item === undefined ? null : denialOf(Item);
  }

  /** False when the first write's condition did not hold; that is the only one with a condition. */
  async function transact(writes: Writes): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: writes }));
        return true;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons?.map((reason) => reason.Code ?? 'None') ?? [];
        if (reasons.includes('ConditionalCheckFailed')) return false;
        if (!reasons.some((reason) => PASSING.has(reason)) || attempt === MAX_ATTEMPTS) throw error;
        await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
      }
    }
  }

  return {
    async open({ claimPayment, denial, event, outbox }) {
      const { remittances } = tables;
      if (remittances === null) throw new Error('This function has no table of remittances.');
      const opened = await transact([
        putNew(metaItem(denial)),
        put(eventItem(event, denial)),
        ...outbox.map((message) => put(outboxItem(message, event.at))),
        ...itemsOf(claimPayment).map((item) => ({ Put: { TableName: remittances, Item: item } })),
      ]);
      return opened ? 'opened' : 'already_open';
    },

    async openFollowUp({ denial, event }) {
      const opened = await transact([putNew(metaItem(denial)), put(eventItem(event, denial))]);
      return opened ? 'opened' : 'already_open';
    },

    read: readMeta,

    async change({ before, after, event, outbox, draft }) {
      const changed = await transact([
        {
          Put: {
            TableName: tables.work,
            Item: metaItem(after),
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': before.version },
          },
        },
        put(eventItem(event, after)),
        ...outbox.map((message) => put(outboxItem(message, event.at))),
        ...(draft === undefined ? [] : [put(draftItem(draft))]),
        ...inDocuments(before, after),
      ]);
      if (changed) return { kind: 'changed' };
      const current = await readMeta(before.denialId);
      if (current === null) throw new Error('A denial that was read is not there any more.');
      return { kind: 'conflict', current };
    },

    async listQueue({ practiceId, state, limit, cursor }) {
      const places = await page(client, {
        table: tables.work,
        index: 'queue',
        sk: state === 'document_requests' ? keys.documents : keys.meta,
        hash: ['queueKey', keys.queue(practiceId, state)],
        range: 'queueSort',
        limit,
        cursor,
      });
      if (state !== 'document_requests') return { ...places, items: places.items.map(denialOf) };
      const wanted = places.items.map(({ pk }) => ({ pk: pk as string, sk: keys.meta }));
      const found = (await getAll(client, tables.work, wanted)).map(denialOf);
      // The list may lag behind the records.
      const items = found.filter(isAskedForBeside).sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
      return { ...places, items };
    },

    async due({ shard, onOrBefore, limit, cursor }) {
      const { items, ...places } = await page(client, {
        table: tables.work,
        index: 'wake',
        sk: keys.meta,
        hash: ['wakeKey', keys.wake(shard)],
        range: 'wakeSort',
        // Ids are hex digits, a hyphen or a P: '~' sorts after them all.
        upTo: keys.wakeSort(onOrBefore, '~'),
        limit,
        cursor,
      });
      return { ...places, items: items.map(denialOf) };
    },

    async events(denialId) {
      return (await queryAll(client, tables.work, keys.denial(denialId), 'EVENT#')).map(eventOf);
    },

    async draft(denialId, level, number) {
      const { Item } = await client.send(
        new GetCommand({
          TableName: tables.work,
          Key: { pk: keys.denial(denialId), sk: keys.draft(level, number) },
          ConsistentRead: true,
        }),
      );
      return Item === undefined ? null : draftOf(Item);
    },

    async drafts(denialId, level) {
      const items = await queryAll(client, tables.work, keys.denial(denialId), keys.drafts(level));
      return items.map(draftOf).sort((a, b) => a.number - b.number);
    },

    async waits(denialId, level, attempt) {
      const items = await queryAll(client, tables.work, keys.denial(denialId), keys.waits(level, attempt));
      return items.map(waitOf).sort((a, b) => a.number - b.number);
    },

    async markResumed(wait, at) {
      await client.send(
        new UpdateCommand({
          TableName: tables.work,
          Key: { pk: keys.denial(wait.denialId), sk: keys.wait(wait.level, wait.attempt, wait.number) },
          UpdateExpression: 'SET resumedAt = if_not_exists(resumedAt, :at)',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': at },
        }),
      );
    },

    async pendingOutbox({ shard, writtenBefore, limit }) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: tables.work,
          IndexName: 'pending',
          KeyConditionExpression: 'pendingKey = :shard AND pendingSince < :before',
          ExpressionAttributeValues: { ':shard': keys.pending(shard), ':before': writtenBefore },
          Limit: limit,
        }),
      );
      return Items.map(outboxMessageOf);
    },

    async markRelayed(message: OutboxMessage) {
      await client.send(
        new UpdateCommand({
          TableName: tables.work,
          Key: { pk: keys.denial(message.denialId), sk: keys.outbox(message.version, message.kind) },
          UpdateExpression: 'REMOVE pendingKey, pendingSince',
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    },
  };
}

const sortOf = ({ sendBy, denialId }: Denial) => keys.queueSort(sendBy, denialId);

/** One page of an index of one kind of items. The cursor is the sort value of the last item; any other text starts anew. */
async function page(
  client: DynamoDBDocumentClient,
  query: {
    readonly table: string;
    readonly index: 'queue' | 'wake';
    readonly sk: string;
    readonly hash: readonly [string, string];
    readonly range: string;
    readonly upTo?: string;
    readonly limit: number;
    readonly cursor: string | null;
  },
): Promise<Page<Record<string, unknown>>> {
  const { table, index, hash, range, upTo, limit } = query;
  const from = query.cursor === null ? null : /^\d{4}-\d\d-\d\d#([0-9a-fP-]+)$/.exec(query.cursor);
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: upTo === undefined ? '#hash = :hash' : '#hash = :hash AND #range <= :upTo',
      ExpressionAttributeNames: { '#hash': hash[0], ...(upTo !== undefined && { '#range': range }) },
      ExpressionAttributeValues: { ':hash': hash[1], ...(upTo !== undefined && { ':upTo': upTo }) },
      Limit: limit,
      ...(from !== null && {
        ExclusiveStartKey: {
          pk: keys.denial(from[1] ?? ''),
          sk: query.sk,
          [hash[0]]: hash[1],
          [range]: from[0],
        },
      }),
    }),
  );
  return { items: Items, cursor: LastEvaluatedKey?.[range] ?? null };
}
