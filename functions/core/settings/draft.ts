import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../audit/event.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();

/**
 * What a draft is about: one payer of the registry by its key, one own letter template by its id, the rule layer, or what
 * the organisation says of itself.
 */
export type SettingsSubject = 'rule-layer' | 'organisation' | `payer/${string}` | `template/${string}`;
const subjectSchema = z
  .string()
  .regex(/^(rule-layer|organisation|payer\/[a-z0-9][a-z0-9-]*|template\/own-[a-z][a-z-]*)$/)
  .transform((text) => text as SettingsSubject);

/** A change of settings on its way from one person to another. One record a subject; its version never starts anew. */
export const settingsDraftSchema = z.strictObject({
  subject: subjectSchema,
  version: z.int().positive(),
  state: z.enum(['open', 'published', 'discarded']),
  /** A registry payer, a template, a layer or the organisation's details as its schema gave it; null = it shall be in force no more. Checked again when published. */
  content: z.unknown(),
  /** Why, in the words of who wrote it last. */
  reason: z.string(),
  /** Everybody who wrote in it: none of them publishes it (DESIGN, promise 5). */
  editedBy: z.array(z.string()).min(1),
  /** Version of the settings in force when it was written last. */
  basedOn: z.int().nonnegative(),
  changedAt: instant,
  lastEventHash: sha256,
});
export type SettingsDraft = z.infer<typeof settingsDraftSchema>;

/** One audit event of a subject; the chain of hashes makes a removed or changed one visible. */
export const settingsEventSchema = z.strictObject({
  subject: subjectSchema,
  version: z.int().positive(),
  at: instant,
  userId: z.string(),
  type: z.enum(['SettingsDrafted', 'SettingsDraftDiscarded', 'SettingsPublished']),
  reason: z.string().nullable(),
  contentSha256: sha256,
  /** Version of the settings that it became. */
  publishedAs: z.int().positive().nullable(),
  prevHash: sha256.nullable(),
  hash: sha256,
});
export type SettingsEvent = z.infer<typeof settingsEventSchema>;

/** A change of one draft record with its audit event, stored together or not at all. */
export interface DraftChange {
  readonly before: SettingsDraft | null;
  /** version = before.version + 1, lastEventHash = event.hash. */
  readonly after: SettingsDraft;
  readonly event: SettingsEvent;
}

interface Act {
  readonly userId: string;
  readonly at: string;
}

/** Writes a draft, or writes on in the one that is open. */
export function draftSettings(
  before: SettingsDraft | null,
  written: Act & {
    readonly subject: SettingsSubject;
    readonly content: unknown;
    readonly reason: string;
    readonly basedOn: number;
  },
): DraftChange {
  const { subject, content, reason, basedOn, userId, at } = written;
  const earlier = before?.state === 'open' ? before.editedBy : [];
  const editedBy = [...new Set([...earlier, userId])];
  return changed(
    before,
    { subject, state: 'open', content, reason, editedBy, basedOn },
    { type: 'SettingsDrafted', userId, at, reason, publishedAs: null },
  );
}

/** Drops an open draft; what is in force stays so. */
export function discardDraft(before: SettingsDraft, act: Act): DraftChange {
  const note = { type: 'SettingsDraftDiscarded', ...act, reason: null, publishedAs: null } as const;
  return changed(before, { ...before, state: 'discarded' }, note);
}

/** The draft as published in the settings of this version. */
export function publishDraft(
  before: SettingsDraft,
  act: Act & { readonly publishedAs: number },
): DraftChange {
  const note = { type: 'SettingsPublished', ...act, reason: before.reason } as const;
  return changed(before, { ...before, state: 'published' }, note);
}

function changed(
  before: SettingsDraft | null,
  draft: Omit<SettingsDraft, 'version' | 'changedAt' | 'lastEventHash'>,
  note: Pick<SettingsEvent, 'type' | 'userId' | 'at' | 'reason' | 'publishedAs'>,
): DraftChange {
  const version = (before?.version ?? 0) + 1;
  const contentSha256 = sha256Of(draft.content);
  const event = {
    subject: draft.subject,
    version,
    ...note,
    contentSha256,
    prevHash: before?.lastEventHash ?? null,
  };
  const hash = sha256Of(event);
  return {
    before,
    after: { ...draft, version, changedAt: note.at, lastEventHash: hash },
    event: { ...event, hash },
  };
}

/** SHA-256 of a value as canonical JSON. */
export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
