import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  type DraftChange,
  type SettingsSubject,
  settingsDraftSchema,
  settingsEventSchema,
} from '../../core/settings/draft.ts';
import type { PublishedVersion, SettingsChanges } from '../../ports/settings-changes.ts';
import { queryAll } from './query.ts';
import { CURRENT_KEY, readSettings, settingsItem, versionKey } from './settings.ts';

const ORGANISATION = 'ORGANISATION';
const six = (n: number): string => String(n).padStart(6, '0');
const draftKey = (subject: SettingsSubject) => ({ pk: ORGANISATION, sk: `DRAFT#${subject}` });

const publishedSchema = z.strictObject({
  version: z.int().positive(),
  subject: settingsDraftSchema.shape.subject,
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  draftedBy: z.array(z.string()),
  reason: z.string(),
  sha256: z.string(),
  objectVersionId: z.string(),
}) satisfies z.ZodType<PublishedVersion>;

/**
 * In the table Settings, under `ORGANISATION`: `DRAFT#<subject>` with its `version`, its events under
 * `EVENT#<subject>#n`, and of each publication `PUBLISHED#n` beside its settings in `VERSION#n`.
 */
export function dynamodbSettingsChanges(client: DynamoDBDocumentClient, table: string): SettingsChanges {
  const put = (item: Record<string, unknown>) => ({ Put: { TableName: table, Item: item } });
  const putNew = (item: Record<string, unknown>) => ({
    Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
  });

  function draftWrites({ before, after, event }: DraftChange) {
    const draft = settingsDraftSchema.parse(after);
    const item = { ...draftKey(after.subject), version: after.version, draft };
    return [
      before === null
        ? putNew(item)
        : {
            Put: {
              TableName: table,
              Item: item,
              ConditionExpression: '#version = :before',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':before': before.version },
            },
          },
      put({
        pk: ORGANISATION,
        sk: `EVENT#${event.subject}#${six(event.version)}`,
        event: settingsEventSchema.parse(event),
      }),
    ];
  }

  return {
    inForce: () => readSettings(client, table),

    async draft(subject) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: draftKey(subject), ConsistentRead: true }),
      );
      return Item === undefined ? null : settingsDraftSchema.parse(Item.draft);
    },

    async openDrafts() {
      const items = await queryAll(client, table, ORGANISATION, 'DRAFT#');
      return items
        .map(({ draft }) => settingsDraftSchema.parse(draft))
        .filter(({ state }) => state === 'open');
    },

    async saveDraft(change) {
      const failed = await transact(client, draftWrites(change));
      return failed === null ? 'saved' : 'conflict';
    },

    async publish({ change, settings, published }) {
      const { version, publishedAt } = published;
      const content = { version, publishedAt, ...settingsItem(settings) };
      const failed = await transact(client, [
        ...draftWrites(change),
        putNew({ ...versionKey(version), ...content }),
        {
          Put: {
            TableName: table,
            Item: { ...CURRENT_KEY, ...content },
            ...(version === 1
              ? {
                  ConditionExpression: 'attribute_not_exists(#version)',
                  ExpressionAttributeNames: { '#version': 'version' },
                }
              : {
                  ConditionExpression: '#version = :before',
                  ExpressionAttributeNames: { '#version': 'version' },
                  ExpressionAttributeValues: { ':before': version - 1 },
                }),
          },
        },
        putNew({
          pk: ORGANISATION,
          sk: `PUBLISHED#${six(version)}`,
          published: publishedSchema.parse(published),
        }),
      ]);
      if (failed === null) return 'published';
      return failed === 0 ? 'draft_changed' : 'others_published';
    },

    async versions(limit) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': ORGANISATION, ':prefix': 'PUBLISHED#' },
          ScanIndexForward: false,
          Limit: limit,
          ConsistentRead: true,
        }),
      );
      return Items.map(({ published }) => publishedSchema.parse(published));
    },
  };
}

// Two transactions met on one item; the SDK repeats single writes for that, not transactions.
const MAX_ATTEMPTS = 6;
const FIRST_DELAY_MS = 40;

/** Null when all was written, else which write's condition did not hold. */
export async function transact(
  client: DynamoDBDocumentClient,
  writes: ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems'],
): Promise<number | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems: writes }));
      return null;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      const lost = codes.indexOf('ConditionalCheckFailed');
      if (lost >= 0) return lost;
      if (!codes.includes('TransactionConflict') || attempt === MAX_ATTEMPTS) throw error;
      await sleep(FIRST_DELAY_MS * 2 ** (attempt - 1));
    }
  }
}
