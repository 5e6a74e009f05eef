import { randomUUID } from 'node:crypto';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { remittanceKeys, viewKeys, workKeys } from '../../../functions/adapters/dynamodb/keys.ts';
import { accountKey, CURRENT_KEY } from '../../../functions/adapters/dynamodb/settings.ts';
import { payerNumbersOf } from '../../../functions/core/family/same-claim.ts';
import type { StoredClaimPayment } from '../../../functions/ports/remittance-store.ts';
import { numbersOfPayee } from '../../../functions/use-cases/claim-on-file.ts';
import type { BenchSystem } from './system.ts';

/** What the API wrote, for the bare calls to write the same. */
export interface Written {
  readonly transaction: NonNullable<TransactWriteCommandInput['TransactItems']>;
  readonly access: Record<string, unknown>;
  readonly answer: Record<string, unknown>;
}

/**
 * The calls that each request cannot do without, and nothing else: no schema, no reckoning, no answer. All that do not
 * need another's result are in flight together.
 */
export function bareCalls(
  client: DynamoDBDocumentClient,
  { tables, user, denial }: BenchSystem,
  payment: StoredClaimPayment,
  written: Written,
) {
  const get = (TableName: string, Key: { readonly pk: string; readonly sk: string }, ConsistentRead = true) =>
    client.send(new GetCommand({ TableName, Key, ConsistentRead }));
  const put = (TableName: string, Item: Record<string, unknown>) =>
    client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  async function query(TableName: string, pk: string, prefix?: string): Promise<void> {
    const input = {
      TableName,
      KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
      ...(prefix !== undefined && { ConsistentRead: true }),
    };
    for await (const page of paginateQuery({ client }, input)) void page.Items;
  }

  const { practiceId, claimId, remittanceId, clpOrdinal, denialId } = denial;
  const claimKey = remittanceKeys.claim(practiceId, claimId);
  const account = () => get(tables.settings, accountKey(user.userId), false);
  const organisation = () => get(tables.settings, CURRENT_KEY);
  const generations = () => get(tables.views, { pk: viewKeys.generations, sk: viewKeys.current });
  const outcomes = () => query(tables.views, viewKeys.outcomes(1));
  const record = () => get(tables.work, { pk: workKeys.denial(denialId), sk: workKeys.meta });
  const access = () => put(tables.access, { ...written.access, sk: `${written.access.at}#${randomUUID()}` });
  const claimPayment = () =>
    get(tables.remittances, { pk: claimKey, sk: remittanceKeys.payment(remittanceId, clpOrdinal) });
  const sentClaims = () =>
    numbersOfPayee(payment.header).map((number) =>
      query(tables.remittances, remittanceKeys.claim(number, claimId), remittanceKeys.sentClaims),
    );
  const family = () => [
    query(tables.remittances, claimKey, remittanceKeys.payments),
    ...payerNumbersOf(payment.claim).map((number) =>
      query(tables.remittances, remittanceKeys.alias(practiceId, number), 'CLAIM#'),
    ),
  ];

  return {
    async snapshot() {
      await Promise.all([organisation(), account(), generations()]);
      await Promise.all([access(), outcomes(), query(tables.views, viewKeys.queue(1, practiceId))]);
    },
    async head() {
      await Promise.all([organisation(), account(), generations(), record()]);
      await Promise.all([access(), outcomes(), claimPayment()]);
      await Promise.all([...sentClaims(), ...family()]);
    },
    async approval() {
      const key = { pk: `IDEMPOTENCY#${user.userId}#${randomUUID()}`, sk: 'ANSWER' };
      await Promise.all([organisation(), account(), generations(), record(), put(tables.work, key)]);
      await Promise.all([claimPayment(), outcomes()]);
      await Promise.all(sentClaims());
      await client.send(new TransactWriteCommand({ TransactItems: [...written.transaction] }));
      await client.send(new PutCommand({ TableName: tables.work, Item: { ...written.answer, ...key } }));
    },
  };
}
