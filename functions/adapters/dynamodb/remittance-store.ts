import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PracticeId } from '../../core/ids.ts';
import { businessIdentityOf } from '../../core/remittance/business-identity.ts';
import { filePosition, remittancePosition } from '../../core/remittance/ledger-position.ts';
import type { LedgerFile, LedgerRemittance, RemittanceStore } from '../../ports/remittance-store.ts';
import { ledgerFileSchema, ledgerRemittanceSchema, redrivePreviewSchema } from '../stored-remittance.ts';
import { getAll } from './batch-get.ts';
import { putAll } from './batch-write.ts';
import { claimPaymentOf, itemsOf } from './claim-payment-items.ts';
import { remittanceKeys as keys } from './keys.ts';
import { putIf } from './put-if.ts';
import { queryAll } from './query.ts';
import { takeNumbers } from './take-numbers.ts';

const MAX_ATTEMPTS = 8;
const FIRST_DELAY_MS = 40;

/** Ordinals are keys of six digits. */
const LAST_CLAIM = 999_999;

const claimPlace = z.object({ sk: z.string(), payeeId: z.string(), claimId: z.string() });
const practiceItem = z.object({ practiceId: z.string() });
const payerItem = z.object({ payer: z.strictObject({ id: z.string(), name: z.string() }) });
const claimOfRemittance = z.object({ paidCents: z.int(), denied: z.boolean(), deniedCents: z.int() });

/** The table Remittances: ledger of files and remittances, claim payments and the numbers they are found by. */
export function dynamodbRemittanceStore(client: DynamoDBDocumentClient, table: string): RemittanceStore {
  const fileItem = (file: LedgerFile, sk: string) => ({
    pk: keys.file(file.fileSha256),
    sk,
    file,
    // Beside the file, for the condition of the next one.
    redriveCount: file.redrives?.length ?? 0,
    listKey: keys.fileList,
    listSort: filePosition(file),
  });
  const remittanceItem = (remittance: LedgerRemittance) => ({
    pk: keys.remittance(remittance.remittanceId),
    sk: keys.ledger,
    remittance,
    isHeld: remittance.status === 'conflict',
    listKey: keys.remittanceList(remittance.practiceId),
    listSort: remittancePosition(remittance),
  });

  async function get(pk: string, sk: string): Promise<Record<string, unknown> | null> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
    );
    return Item ?? null;
  }

  async function readRemittance(remittanceId: string): Promise<LedgerRemittance | null> {
    const item = await get(keys.remittance(remittanceId), keys.ledger);
    return item === null ? null : ledgerRemittanceSchema.parse(item.remittance);
  }

  /** False when an item of this key is there already. */
  const putIfAbsent = (item: Record<string, unknown>) => putIf(client, { TableName: table, Item: item });

  async function list(
    listKey: string,
    limit: number,
    after: string | null,
  ): Promise<Record<string, unknown>[]> {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'listing',
        KeyConditionExpression: after === null ? 'listKey = :key' : 'listKey = :key AND listSort < :after',
        ExpressionAttributeValues: { ':key': listKey, ...(after !== null && { ':after': after }) },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items;
  }

  return {
    async registerFile(file) {
      if (await putIfAbsent(fileItem(file, keys.ledger))) return 'new';
      const item = await get(keys.file(file.fileSha256), keys.ledger);
      return { known: ledgerFileSchema.parse(item?.file) };
    },

    async updateFile(file) {
      await client.send(new PutCommand({ TableName: table, Item: fileItem(file, keys.ledger) }));
    },

    async recordCopy(copy) {
      await putIfAbsent(fileItem(copy, keys.copy(copy.objectVersionId)));
    },

    async readFile(fileSha256) {
      const item = await get(keys.file(fileSha256), keys.ledger);
      return item === null ? null : ledgerFileSchema.parse(item.file);
    },

    async listFiles(limit, after = null) {
      return (await list(keys.fileList, limit, after)).map((item) => ledgerFileSchema.parse(item.file));
    },

    async registerRemittance(remittance) {
      const known = await readRemittance(remittance.remittanceId);
      if (known !== null) return { kind: KIND_OF_KNOWN[known.status], remittance: known };
      const { practiceId } = remittance;
      const { id, name } = remittance.header.payer;
      await Promise.all([
        putIfAbsent({ pk: keys.practices, sk: keys.practice(practiceId), practiceId }),
        putIfAbsent({ pk: keys.payers, sk: keys.payer(id, name), payer: { id, name } }),
      ]);
      const identity = keys.identity(businessIdentityOf(remittance.header));
      const holder = await claimIdentity(remittance, identity);
      if (holder === null) return { kind: 'new', remittance };
      // Someone else wrote this very remittance meanwhile.
      if (holder === remittance.remittanceId) {
        const now = await readRemittance(remittance.remittanceId);
        if (now !== null) return { kind: KIND_OF_KNOWN[now.status], remittance: now };
      }
      const moneyMoved = remittance.header.paymentCents !== 0;
      const flagged: LedgerRemittance = {
        ...remittance,
        sharesIdentityWith: holder,
        ...(moneyMoved && { status: 'conflict' }),
      };
      await putIfAbsent(remittanceItem(flagged));
      return { kind: moneyMoved ? 'conflict' : 'new', remittance: flagged };
    },

    async updateRemittance(remittance) {
      await client.send(new PutCommand({ TableName: table, Item: remittanceItem(remittance) }));
    },

    async startRedrive(file) {
      const before = (file.redrives?.length ?? 0) - 1;
      const item = fileItem(file, keys.ledger);
      return putIf(
        client,
        { TableName: table, Item: item, ExpressionAttributeValues: { ':before': before } },
        // Files that came before there were redrives have no count.
        before === 0
          ? 'attribute_exists(pk) AND (attribute_not_exists(redriveCount) OR redriveCount = :before)'
          : 'redriveCount = :before',
      );
    },

    async recordRelease(remittance) {
      const item = remittanceItem(remittance);
      return putIf(
        client,
        { TableName: table, Item: item, ExpressionAttributeValues: { ':held': true } },
        // Remittances that were held before they could be released do not say so beside the record.
        'isHeld = :held OR (attribute_exists(pk) AND attribute_not_exists(isHeld))',
      );
    },

    async keepPreview(fileSha256, preview) {
      const item = { pk: keys.file(fileSha256), sk: keys.preview, preview };
      await client.send(new PutCommand({ TableName: table, Item: item }));
    },

    async readPreview(fileSha256) {
      const item = await get(keys.file(fileSha256), keys.preview);
      return item === null ? null : redrivePreviewSchema.parse(item.preview);
    },

    readRemittance,

    async listRemittances(practiceId, limit, after = null) {
      const items = await list(keys.remittanceList(practiceId), limit, after);
      return items.map((item) => ledgerRemittanceSchema.parse(item.remittance));
    },

    async claimPaymentsOfRemittance(remittanceId, { after, limit }) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': keys.remittance(remittanceId),
            ':from': keys.claimOf(after + 1),
            ':to': keys.claimOf(LAST_CLAIM),
          },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      const claims = Items.map((item) => claimPlace.parse(item));
      const items = await getAll(
        client,
        table,
        claims.map(({ sk, payeeId, claimId }) => ({
          pk: keys.claim(payeeId, claimId),
          sk: keys.payment(remittanceId, Number(sk.slice('CLAIM#'.length))),
        })),
      );
      return items.map(claimPaymentOf).sort((a, b) => a.claim.ordinal - b.claim.ordinal);
    },

    async listPractices() {
      const items = await queryAll(client, table, keys.practices, keys.practice(''));
      return items.map((item) => practiceItem.parse(item).practiceId as PracticeId);
    },

    async listPayers() {
      const items = await queryAll(client, table, keys.payers, 'PAYER#');
      return items.map((item) => payerItem.parse(item).payer);
    },

    async putClaimPayments(claimPayments) {
      await putAll(client, table, claimPayments.flatMap(itemsOf));
    },

    async storedTotals(remittanceId) {
      const items = await queryAll(client, table, keys.remittance(remittanceId), 'CLAIM#');
      const claims = items.map((item) => claimOfRemittance.parse(item));
      return {
        claims: claims.length,
        paidCents: claims.reduce((sum, claim) => sum + claim.paidCents, 0),
        denials: claims.filter((claim) => claim.denied).length,
        deniedCents: claims.reduce((sum, claim) => sum + claim.deniedCents, 0),
      };
    },

    async readClaimPayment(payeeId, claimId, remittanceId, clpOrdinal) {
      const item = await get(keys.claim(payeeId, claimId), keys.payment(remittanceId, clpOrdinal));
      return item === null ? null : claimPaymentOf(item);
    },

    async claimPaymentsOf(payeeId, claimId) {
      const items = await queryAll(client, table, keys.claim(payeeId, claimId), keys.payments);
      return items.map(claimPaymentOf);
    },

    firstsOf: (claimPayments) => takeNumbers(client, table, claimPayments),

    async claimIdsOf(payeeId, number) {
      const items = await queryAll(client, table, keys.alias(payeeId, number), keys.aliasOf(''));
      return items.map((item) => String(item.sk).slice(keys.aliasOf('').length));
    },
  };

  /** Writes remittance and identity together; the remittance that holds the identity where another does. */
  async function claimIdentity(
    remittance: LedgerRemittance,
    identity: string,
    attempt = 1,
  ): Promise<LedgerRemittance['remittanceId'] | null> {
    const { remittanceId } = remittance;
    const absent = 'attribute_not_exists(pk)';
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: table,
                Item: { pk: identity, sk: keys.ledger, remittanceId },
                ConditionExpression: absent,
              },
            },
            {
              Put: { TableName: table, Item: remittanceItem(remittance), ConditionExpression: absent },
            },
          ],
        }),
      );
      return null;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
      // Two parts of one remittance begin at once.
      if (reasons.includes('TransactionConflict') && attempt < MAX_ATTEMPTS) {
        await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
        return claimIdentity(remittance, identity, attempt + 1);
      }
      if (!reasons.includes('ConditionalCheckFailed')) throw error;
      const item = await get(identity, keys.ledger);
      return z.object({ remittanceId: ledgerRemittanceSchema.shape.remittanceId }).parse(item).remittanceId;
    }
  }
}

const KIND_OF_KNOWN = { loading: 'resume', loaded: 'repeat', conflict: 'conflict' } as const;
