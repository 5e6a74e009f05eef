import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type FigureRow, figureRowSchema } from '../../core/views/figure-row.ts';
import { outcomeKeyOf } from '../../core/views/outcome-cells.ts';
import { type QueueRow, queueRowSchema } from '../../core/views/queue-row.ts';
import type { Generations, PageResult, StoredPage, ViewStore } from '../../ports/view-store.ts';
import { viewKeys as keys } from './keys.ts';
import { UnpackedPages } from './unpacked-pages.ts';
import { feedEntryOf, feedItem, generationsOf, outcomeCountOf, packRows, unpackRows } from './view-items.ts';

type Item = Record<string, unknown>;
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

// Pages of one practice count the same outcomes: they meet there for a moment.
const PASSING: ReadonlySet<string> = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);
const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 30;

// Stores are made for each request, clients once for each process.
const unpackedPages = new WeakMap<DynamoDBDocumentClient, UnpackedPages>();

/** The table Views. */
export function dynamodbViewStore(client: DynamoDBDocumentClient, table: string): ViewStore {
  const unpacked = unpackedPages.get(client) ?? new UnpackedPages();
  unpackedPages.set(client, unpacked);

  async function query(pk: string, between?: readonly [string, string], limit?: number): Promise<Item[]> {
    const items: Item[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: between === undefined ? 'pk = :pk' : 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': pk,
          ...(between !== undefined && { ':from': between[0], ':to': between[1] }),
        },
        ...(limit !== undefined && { Limit: limit }),
      },
    );
    for await (const { Items = [] } of pages) {
      items.push(...Items);
      if (limit !== undefined && items.length >= limit) break;
    }
    return items.slice(0, limit);
  }

  async function generations(): Promise<Generations> {
    const { Item } = await client.send(
      new GetCommand({
        TableName: table,
        Key: { pk: keys.generations, sk: keys.current },
        ConsistentRead: true,
      }),
    );
    return generationsOf(Item);
  }

  async function page<Row>(
    pk: string,
    sk: string,
    rowsOf: (item: Item) => readonly Row[],
  ): Promise<StoredPage<Row>> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item === undefined
      ? { rows: [], version: 0 }
      : { rows: rowsOf(Item), version: Number(Item.version) };
  }

  async function putPage(
    pk: string,
    sk: string,
    read: { readonly version: number },
    rows: readonly object[],
    beside: readonly Write[],
  ): Promise<PageResult> {
    const put: Write = {
      Put: {
        TableName: table,
        Item: { pk, sk, version: read.version + 1, rows: packRows(rows) },
        ...(read.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :read',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':read': read.version },
            }),
      },
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: [put, ...beside] }));
        return 'written';
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons?.map(({ Code }) => Code ?? 'None') ?? [];
        if (reasons.includes('ConditionalCheckFailed')) return 'conflict';
        if (!reasons.some((reason) => PASSING.has(reason)) || attempt === MAX_ATTEMPTS) throw error;
        await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
      }
    }
  }

  const queueRows = (item: Item) => unpackRows<QueueRow>(item, queueRowSchema);
  const figureRows = (item: Item) => unpackRows<FigureRow>(item, figureRowSchema);

  return {
    generations,

    queuePage: ({ generation, practiceId, page: number }) =>
      page(keys.queue(generation, practiceId), keys.queuePage(number), queueRows),

    putQueuePage: ({ generation, practiceId, page: number }, read, rows, changes) =>
      putPage(
        keys.queue(generation, practiceId),
        keys.queuePage(number),
        read,
        rows,
        changes.map((change) => ({
          Put: { TableName: table, Item: feedItem(keys.changes(generation, practiceId), change) },
        })),
      ),

    async queue(generation, practiceId) {
      const pages = await query(keys.queue(generation, practiceId));
      return pages.flatMap((item) => unpacked.rowsOf(table, item));
    },

    async changesSince(generation, practiceId, since, limit) {
      const items = await query(keys.changes(generation, practiceId), [since, '~'], limit);
      return items.map(feedEntryOf);
    },

    figurePage: ({ generation, practiceId, deniedOn, page: number }) =>
      page(keys.figures(generation, practiceId), keys.figurePage(deniedOn, number), figureRows),

    putFigurePage: ({ generation, practiceId, deniedOn, page: number }, read, rows, outcomes) =>
      putPage(
        keys.figures(generation, practiceId),
        keys.figurePage(deniedOn, number),
        read,
        rows,
        outcomes.map(({ route, reason, payerId, n, overturned, recoveredParts }) => ({
          Update: {
            TableName: table,
            Key: {
              pk: keys.outcomes(generation),
              sk: keys.outcome(outcomeKeyOf({ route, reason, payerId })),
            },
            UpdateExpression:
              'SET route = :route, reason = :reason, payerId = :payerId ADD n :n, overturned :overturned, recoveredParts :recoveredParts',
            ExpressionAttributeValues: {
              ':route': route,
              ':reason': reason,
              ':payerId': payerId,
              ':n': n,
              ':overturned': overturned,
              ':recoveredParts': recoveredParts,
            },
          },
        })),
      ),

    async figures(generation, practiceId, from, to) {
      const items = await query(keys.figures(generation, practiceId), [from, `${to}~`]);
      return items.flatMap(figureRows);
    },

    async outcomes(generation) {
      return (await query(keys.outcomes(generation))).map(outcomeCountOf);
    },
  };
}
