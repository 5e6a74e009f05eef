import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Account, AccountEvent, Accounts } from '../../ports/accounts.ts';
import { accountKey, userRecordSchema, versionOf } from './settings.ts';
import { transact } from './settings-changes.ts';

const access = userRecordSchema.pick({ role: true, practices: true }).strip();
const eventSchema = z.object({ at: z.string(), by: z.string(), before: access.nullable(), after: access });

const eventKey = (userId: string, version: number) => ({
  pk: `USER#${userId}`,
  sk: `EVENT#${String(version).padStart(6, '0')}`,
});

/** `USER#<id>`/`PROFILE` of the table Settings, with each change under `EVENT#n`. */
export function dynamodbAccounts(client: DynamoDBDocumentClient, table: string): Accounts {
  return {
    async account(userId): Promise<Account | null> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: accountKey(userId), ConsistentRead: true }),
      );
      return Item === undefined
        ? null
        : { version: versionOf(Item), user: userRecordSchema.parse(Item.user) };
    },

    async event(userId, version): Promise<AccountEvent | null> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: eventKey(userId, version), ConsistentRead: true }),
      );
      return Item === undefined ? null : eventSchema.parse(Item.event);
    },

    async grant({ before, after, event, grantedBy }) {
      const { userId } = after.user;
      const version = { '#version': 'version' };
      const failed = await transact(client, [
        {
          Put: {
            TableName: table,
            Item: { ...accountKey(userId), version: after.version, user: userRecordSchema.parse(after.user) },
            ...(before === null
              ? { ConditionExpression: 'attribute_not_exists(pk)' }
              : {
                  // An account of before versions were kept has none.
                  ConditionExpression:
                    before.version === 0 ? 'attribute_not_exists(#version)' : '#version = :before',
                  ExpressionAttributeNames: version,
                  ...(before.version === 0
                    ? {}
                    : { ExpressionAttributeValues: { ':before': before.version } }),
                }),
          },
        },
        {
          ConditionCheck: {
            TableName: table,
            Key: accountKey(grantedBy),
            ConditionExpression: '#user.#role = :admin',
            ExpressionAttributeNames: { '#user': 'user', '#role': 'role' },
            ExpressionAttributeValues: { ':admin': 'admin' },
          },
        },
        {
          Put: {
            TableName: table,
            Item: { ...eventKey(userId, after.version), event },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ]);
      if (failed === null) return 'granted';
      return failed === 1 ? 'granter_is_no_admin' : 'conflict';
    },
  };
}
