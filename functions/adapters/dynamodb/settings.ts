import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ownTemplateSchema } from '../../core/appeal/own-template.ts';
import { assignmentRuleSchema } from '../../core/assignment/assignment-rule.ts';
import { registryPayerSchema } from '../../core/payer/registry.ts';
import { registryProblems } from '../../core/payer/registry-problems.ts';
import { schemaProblems } from '../../core/rulebook/check-data.ts';
import { layerSchema } from '../../core/rulebook/layer.ts';
import type { DataProblem } from '../../core/rulebook/problem.ts';
import { writeOffReasonCodeSchema } from '../../core/write-off/reasons.ts';
import type { OrganisationSettings, Settings, UserRecord } from '../../ports/settings.ts';
import { log } from '../log.ts';

const text = z.string();

export const organisationSchema = z.strictObject({
  name: text.optional(),
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
      netRevenueCentsByMonth: z.record(text, z.int().nonnegative()).optional(),
    }),
  ),
  payers: z.array(registryPayerSchema),
  ruleLayer: layerSchema.optional(),
  templates: z.array(ownTemplateSchema).optional(),
  writeOffSecondPersonAboveCents: z.int().nonnegative(),
  writeOffLimitsByReason: z.partialRecord(writeOffReasonCodeSchema, z.int().nonnegative()).optional(),
  autoPostWriteOffUpToCents: z.int().nonnegative(),
  secondPersonOnAppeals: z.boolean(),
  assignment: z.array(assignmentRuleSchema).optional(),
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

// DynamoDB takes 400 KB an item; some hundred payers with their windows are more than that as a map.
const LARGEST_MAP_BYTES = 100_000;

/** Settings as a part of an item. */
export function settingsItem(settings: OrganisationSettings): Record<string, unknown> {
  const json = JSON.stringify(settings);
  return json.length > LARGEST_MAP_BYTES ? { packedSettings: gzipSync(json) } : { settings };
}

/** What `settingsItem` put into an item, unchecked. */
export function settingsIn(item: Readonly<Record<string, unknown>> | undefined): unknown {
  const packed = item?.packedSettings;
  return packed instanceof Uint8Array ? JSON.parse(gunzipSync(packed).toString('utf8')) : item?.settings;
}

/**
 * The settings in force. Where the current ones cannot be used (written around a publication, or refused by a newer
 * release) the last version that can stays in force.
 */
export async function readSettings(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<{
  readonly version: number;
  readonly publishedAt: string | null;
  readonly settings: OrganisationSettings;
}> {
  const get = async (key: { readonly pk: string; readonly sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;

  async function lastGood(before: number): Promise<OrganisationSettings> {
    for (let version = before; version > 0; version--) {
      const checked = checkOrganisation(settingsIn(await get(versionKey(version))));
      if (checked.kind === 'right') return checked.settings;
    }
    throw new Error('The settings of the organisation cannot be used, and no earlier version can.');
  }

  const item = await get(CURRENT_KEY);
  if (item === undefined) return { version: 0, publishedAt: null, settings: SHIPPED_SETTINGS };
  const version = versionOf(item);
  const { publishedAt } = z
    .looseObject({ publishedAt: z.iso.datetime().nullable().default(null) })
    .parse(item);
  const checked = checkOrganisation(settingsIn(item));
  if (checked.kind === 'right') return { version, publishedAt, settings: checked.settings };
  log('error', 'settingsRefused', { counts: { version, problems: checked.problems.length } });
  return { version, publishedAt, settings: await lastGood(version) };
}

export const accountKey = (userId: string) => ({ pk: `USER#${userId}`, sk: 'PROFILE' });

/**
 * The table Settings: `ORGANISATION`/`CURRENT` with its `version`, each version as published under `VERSION#n`,
 * `USER#<id>`/`PROFILE` under `user`.
 */
export function dynamodbSettings(client: DynamoDBDocumentClient, table: string): Settings {
  return {
    async organisation() {
      return (await readSettings(client, table)).settings;
    },
    async user(userId) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: accountKey(userId) }));
      return Item === undefined ? null : userRecordSchema.parse(Item.user);
    },
  };
}
