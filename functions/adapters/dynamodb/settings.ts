import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canonicalJson } from '../../core/audit/event.ts';
import { registryPayerSchema, registryProblems } from '../../core/payer/registry.ts';
import { schemaProblems } from '../../core/rulebook/check-data.ts';
import type { DataProblem } from '../../core/rulebook/problem.ts';
import type { OrganisationSettings, Settings, UserRecord } from '../../ports/settings.ts';
import { log } from '../log.ts';

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

export type CheckedOrganisation =
  | { readonly kind: 'right'; readonly settings: OrganisationSettings }
  | { readonly kind: 'wrong'; readonly problems: readonly DataProblem[] };

/** Settings as they may be in force: of the schema, and a payer registry without overlaps or doubles. */
export function checkOrganisation(value: unknown): CheckedOrganisation {
  const parsed = organisationSchema.safeParse(value);
  if (!parsed.success) return { kind: 'wrong', problems: schemaProblems(parsed.error) };
  const problems = registryProblems(parsed.data);
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'right', settings: parsed.data };
}

const CURRENT = { pk: 'ORGANISATION', sk: 'CURRENT' };
const versionKey = (version: number) => ({
  pk: 'ORGANISATION',
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});
const pointerSchema = z.looseObject({ version: z.int().nonnegative().default(0) });

export type Publication =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'unchanged'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly DataProblem[] };

/**
 * Puts settings in force as the next version, with a snapshot that is never changed. Refused settings change nothing:
 * what was in force stays so.
 *
 * @throws when somebody else published meanwhile: read again and decide anew
 */
export async function publishOrganisation(
  client: DynamoDBDocumentClient,
  table: string,
  value: unknown,
): Promise<Publication> {
  const checked = checkOrganisation(value);
  if (checked.kind === 'wrong') return { kind: 'refused', problems: checked.problems };
  const { settings } = checked;
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: CURRENT }));
  const { version } = pointerSchema.parse(Item ?? {});
  if (Item !== undefined && canonicalJson(Item.settings) === canonicalJson(settings))
    return { kind: 'unchanged', version };
  const next = version + 1;
  await client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: table,
            Item: { ...versionKey(next), version: next, settings },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        { Put: { TableName: table, Item: { ...CURRENT, version: next, settings } } },
      ],
    }),
  );
  return { kind: 'published', version: next };
}

/**
 * The table Settings: `ORGANISATION`/`CURRENT` under `settings` with its `version`, each version as published under
 * `VERSION#n`, `USER#<id>`/`PROFILE` under `user`. Where the current settings cannot be used (written around
 * {@link publishOrganisation}, or refused by a newer release) the last version that can stays in force.
 */
export function dynamodbSettings(client: DynamoDBDocumentClient, table: string): Settings {
  const get = async (key: { readonly pk: string; readonly sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key: key }))).Item;

  async function lastGood(before: number): Promise<OrganisationSettings> {
    for (let version = before; version > 0; version--) {
      const item = await get(versionKey(version));
      const checked = checkOrganisation(item?.settings);
      if (checked.kind === 'right') return checked.settings;
    }
    throw new Error('The settings of the organisation cannot be used, and no earlier version can.');
  }

  return {
    async organisation() {
      const item = await get(CURRENT);
      if (item === undefined) return SHIPPED_SETTINGS;
      const checked = checkOrganisation(item.settings);
      if (checked.kind === 'right') return checked.settings;
      const { version } = pointerSchema.parse(item);
      log('error', 'settingsRefused', { counts: { version, problems: checked.problems.length } });
      return lastGood(version);
    },
    async user(userId) {
      const item = await get({ pk: `USER#${userId}`, sk: 'PROFILE' });
      return item === undefined ? null : userRecordSchema.parse(item.user);
    },
  };
}
