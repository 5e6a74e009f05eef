import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { registryPayerSchema, registryProblems } from '../../core/payer/registry.ts';
import { schemaProblems } from '../../core/rulebook/check-data.ts';
import { layerSchema } from '../../core/rulebook/layer.ts';
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
  ruleLayer: layerSchema.optional(),
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

export const CURRENT_KEY = { pk: 'ORGANISATION', sk: 'CURRENT' };

export const versionKey = (version: number) => ({
  pk: 'ORGANISATION',
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});

/** The number of the version in an item; 0 for one that was written before versions were. */
export function versionOf(item: Readonly<Record<string, unknown>> | undefined): number {
  return z.looseObject({ version: z.int().nonnegative().default(0) }).parse(item ?? {}).version;
}

/**
 * The table Settings: `ORGANISATION`/`CURRENT` under `settings` with its `version`, each version as published under
 * `VERSION#n`, `USER#<id>`/`PROFILE` under `user`. Where the current settings cannot be used (written around
 * `publishOrganisation`, or refused by a newer release) the last version that can stays in force.
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
      const item = await get(CURRENT_KEY);
      if (item === undefined) return SHIPPED_SETTINGS;
      const checked = checkOrganisation(item.settings);
      if (checked.kind === 'right') return checked.settings;
      const version = versionOf(item);
      log('error', 'settingsRefused', { counts: { version, problems: checked.problems.length } });
      return lastGood(version);
    },
    async user(userId) {
      const item = await get({ pk: `USER#${userId}`, sk: 'PROFILE' });
      return item === undefined ? null : userRecordSchema.parse(item.user);
    },
  };
}
