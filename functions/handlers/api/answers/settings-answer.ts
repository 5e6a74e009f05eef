import * as z from 'zod';
import type { Action } from '../../../core/access/may-act.ts';
import { deadlineKindSchema } from '../../../core/deadline/deadline.ts';
import { registryPayerSchema } from '../../../core/payer/registry.ts';
import { layerSchema } from '../../../core/rulebook/layer.ts';
import { settingsDraftSchema } from '../../../core/settings/draft.ts';
import { organisationDetailsSchema } from '../../../core/settings/organisation.ts';
import { named } from '../components.ts';

const text = z.string();
const instant = z.iso.datetime();
const version = z.int().nonnegative();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const roleSchema = z.enum(['biller', 'supervisor', 'manager', 'admin', 'auditor']);

/** What is done from a list, and by its reader to the list itself. */
export const DESK_ACTIONS = [
  'take',
  'assign',
  'pend',
  'reroute',
  'request_document',
  'write_note',
  'keep_view',
  'share_view',
] as const satisfies readonly Action[];

/** Who is signed in. */
export const meAnswer = named(
  'Me',
  z.strictObject({
    userId: text,
    name: text,
    role: roleSchema,
    practices: list(text).describe('"*" = every practice of the organisation'),
    organisation: text.nullable().describe('Its name; null while nobody said it'),
    asOf: z.iso.date().describe('Today in the organisation'),
    actions: list(
      z.strictObject({ id: z.enum(DESK_ACTIONS), allowed: z.boolean(), reason: text.nullable() }),
    ).describe('What their role may do on a list of denials; each denial may still refuse it'),
  }),
);

const seenPayer = z.strictObject({ id: text, name: text });

const draftAnswer = named('SettingsDraft', settingsDraftSchema.omit({ lastEventHash: true, subject: true }));

const deskActions = list(
  z.strictObject({
    id: z.enum(['draft', 'discard', 'publish']),
    allowed: z.boolean(),
    reason: text.nullable(),
  }),
);

const noticeAnswer = named(
  'SettingsNotice',
  z.strictObject({
    field: text,
    line: z.int().positive().nullable(),
    message: text,
    remedy: text,
  }),
);

const onDesk = { version, draft: draftAnswer.nullable(), actions: deskActions };

export const payerAnswer = named(
  'PayerOnDesk',
  z.strictObject({ ...onDesk, inForce: named('RegistryPayer', registryPayerSchema).nullable() }),
);

export const organisationAnswer = named(
  'OrganisationOnDesk',
  z.strictObject({
    ...onDesk,
    inForce: organisationDetailsSchema.extend({
      name: text.nullable().describe('Null while nobody said it'),
    }),
  }),
);

export const ruleLayerAnswer = named(
  'RuleLayerOnDesk',
  z.strictObject({ ...onDesk, inForce: named('RuleLayer', layerSchema).nullable() }),
);

export const draftedAnswer = named(
  'SettingsDrafted',
  z.strictObject({ draft: draftAnswer, warnings: list(noticeAnswer), actions: deskActions }),
);

export const publishedAnswer = named(
  'SettingsPublished',
  z.strictObject({ version: version.describe('Of the settings in force'), draft: draftAnswer }),
);

export const layerCheckAnswer = z.strictObject({ errors: list(noticeAnswer), warnings: list(noticeAnswer) });

export const payersAnswer = z.strictObject({
  version: version.describe('Of the settings in force'),
  payers: list(
    registryPayerSchema
      .pick({ payer: true, name: true, seenAs: true, payerType: true })
      .extend({ windows: z.int().nonnegative().describe('How many windows are configured') }),
  ),
  drafts: list(
    z.strictObject({
      payer: text.nullable(),
      version,
      removes: z.boolean(),
      reason: text,
      editedBy: list(text),
      changedAt: instant,
    }),
  ),
  seenNotConfigured: list(seenPayer),
});

export const settingsVersionsAnswer = z.strictObject({
  versions: list(
    z.strictObject({
      version,
      subject: text,
      publishedAt: instant,
      publishedBy: text,
      draftedBy: list(text),
      reason: text,
      sha256: text,
    }),
  ),
});

export const notConfiguredAnswer = z.strictObject({
  asOf: z.iso.date(),
  windows: list(
    z.strictObject({
      payer: text.nullable(),
      seenAs: seenPayer,
      kind: deadlineKindSchema,
      level: z.int().nullable(),
      openDenials: z.int().positive(),
      amountCents: z.int(),
      oldestNoticeOn: z.iso.date().nullable(),
      note: text.nullable(),
      beingRecounted: z.boolean(),
    }),
  ),
  complete: z.boolean().describe('False where there are so many that only the first were counted'),
});

export const personAnswer = named(
  'Person',
  z.strictObject({
    userId: text,
    username: text,
    enabled: z.boolean(),
    version,
    name: text.nullable(),
    role: roleSchema.nullable(),
    practices: list(text),
  }),
);
