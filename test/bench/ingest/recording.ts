import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { InFlight } from '../../../functions/use-cases/in-flight.ts';
import type { Tables } from '../../fixtures/empty-tables.ts';

type Write =
  | { readonly kind: 'batch'; readonly input: BatchWriteCommandInput }
  | { readonly kind: 'transaction'; readonly input: TransactWriteCommandInput };

/** What a load asked of the tables. */
export interface Recorded {
  /** Batches and transactions that the tables took, as they were sent. */
  readonly writes: Write[];
  readonly calls: Map<string, number>;
}

/** Notes everything that goes through the client from now on. */
export function record(client: DynamoDBDocumentClient): Recorded {
  const recorded: Recorded = { writes: [], calls: new Map() };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String(context.commandName);
      recorded.calls.set(command, (recorded.calls.get(command) ?? 0) + 1);
      const input = structuredClone(args.input);
      const result = await next(args);
      if (command === 'BatchWriteItemCommand') {
        recorded.writes.push({ kind: 'batch', input: input as BatchWriteCommandInput });
      } else if (command === 'TransactWriteItemsCommand') {
        recorded.writes.push({ kind: 'transaction', input: input as TransactWriteCommandInput });
      }
      return result;
    },
    { step: 'initialize', priority: 'high' },
  );
  return recorded;
}

/** The bare loop: the same batches and transactions to other tables, as many at once as a load has in flight. */
export async function writeAgain(
  { writes }: Recorded,
  from: Tables,
  to: Tables,
  client: DynamoDBDocumentClient,
  atOnce: number,
): Promise<void> {
  const renamed = new Map([
    [from.work, to.work],
    [from.remittances, to.remittances],
  ]);
  const nameOf = (table: string | undefined): string => renamed.get(table ?? '') ?? '';
  const calls = new InFlight(atOnce);
  for (const { kind, input } of writes) {
    await calls.add(async () => {
      if (kind === 'batch') {
        const items = Object.entries(input.RequestItems ?? {}).map(([t, i]) => [nameOf(t), i] as const);
        await client.send(new BatchWriteCommand({ RequestItems: Object.fromEntries(items) }));
      } else {
        const items = (input.TransactItems ?? []).map(({ Put }) =>
          Put === undefined ? {} : { Put: { ...Put, TableName: nameOf(Put.TableName) } },
        );
        await client.send(new TransactWriteCommand({ TransactItems: items }));
      }
    });
  }
  await calls.drain();
}
