import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { registryPayerSchema } from '../../core/payer/registry.ts';
import type { OrganisationSettings, Settings, UserRecord } from '../../ports/settings.ts';

const text = z.string();

export const organisationSchema = z.strictObject({
  timeZone: text,
  practices: z.array(
    z.strictObject({
      practiceId: text,
      legalName: text,
      address: text.nullable(),
      telephone: text.nullable(),
      fax: text.nullable(),
      contactName: text.nullable(),
      signatory: z.strictObject({ name: text, title: text }).nullable(),
    }),
  ),
  payers: z.array(registryPayerSchema),
  writeOffSecondPersonAboveCents: z.int().nonnegative(),
  autoPostWriteOffUpToCents: z.int().nonnegative(),
  secondPersonOnAppeals: z.boolean(),
}) satisfies z.ZodType<OrganisationSettings>;

export const userRecordSchema = z.strictObject({
  userId: text,
  name: text,
  role: z.enum(['biller', 'supervisor', 'manager', 'admin', 'auditor']),
  practices: z.array(text),
}) satisfies z.ZodType<UserRecord>;

/** What holds until an organisation sets its own: nothing is assumed of practices or payers, nothing posts itself. */
export const SHIPPED_SETTINGS: OrganisationSettings = {
  timeZone: 'America/New_York',
  practices: [],
  payers: [],
  writeOffSecondPersonAboveCents: 0,
  autoPostWriteOffUpToCents: 0,
  secondPersonOnAppeals: false,
};

/** The table Settings: `ORGANISATION`/`CURRENT` under `settings`, `USER#<id>`/`PROFILE` under `user`. */
export function dynamodbSettings(client: DynamoDBDocumentClient, table: string): Settings {
  const get = async (pk: string, sk: string) =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk, sk } }))).Item;
  return {
    async organisation() {
      const item = await get('ORGANISATION', 'CURRENT');
      return item === undefined ? SHIPPED_SETTINGS : organisationSchema.parse(item.settings);
    },
    async user(userId) {
      const item = await get(`USER#${userId}`, 'PROFILE');
      return item === undefined ? null : userRecordSchema.parse(item.user);
    },
  };
}
