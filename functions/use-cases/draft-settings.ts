import { canonicalJson } from '../core/audit/event.ts';
import { payerOf, templateOf } from '../core/settings/apply-draft.ts';
import { discardDraft, draftSettings as draft, type SettingsSubject } from '../core/settings/draft.ts';
import type { Written } from '../core/settings/written.ts';
import type { OrganisationSettings, UserRecord } from '../ports/settings.ts';
import { checkSettings, detailsOf } from './check-settings.ts';
import {
  type SettingsPorts,
  type SettingsResult,
  settingsRefusal,
  settingsRefused,
} from './settings-desk.ts';

/** What a person writes about one subject, with the version of the draft that they saw; 0 = there was none. */
export interface DraftRequest {
  readonly user: UserRecord;
  readonly subject: SettingsSubject;
  readonly expectedVersion: number;
}

/**
 * Writes a draft, checked as it would be when published: one with a mistake is not kept. Nothing comes in force.
 *
 * @param request.written null = the subject shall be in force no more
 */
export async function draftSettings(
  ports: SettingsPorts,
  request: DraftRequest & { readonly written: Written | null; readonly reason: string },
): Promise<SettingsResult> {
  const { user, subject, expectedVersion, written, reason } = request;
  const refusal = await settingsRefusal(ports, user, 'draft_settings', subject);
  if (refusal !== null) return refusal;

  const [before, { version, settings }] = await Promise.all([
    ports.changes.draft(subject),
    ports.changes.inForce(),
  ]);
  if ((before?.version ?? 0) !== expectedVersion) return { kind: 'conflict', current: before };
  const check = checkSettings(subject, written, settings, ports);
  if (check.kind === 'wrong')
    return settingsRefused('SETTINGS_REFUSED', 'Nothing was kept: there are mistakes in it.', check.problems);
  if (sameAsInForce(subject, check.content, settings))
    return settingsRefused('NOTHING_CHANGES', 'This is in force already.');

  const change = draft(before, {
    subject,
    content: check.content,
    reason,
    basedOn: version,
    userId: user.userId,
    at: ports.clock.now(),
  });
  if ((await ports.changes.saveDraft(change)) === 'conflict')
    return { kind: 'conflict', current: await ports.changes.draft(subject) };
  return { kind: 'changed', draft: change.after, warnings: check.warnings };
}

/** Drops an open draft; what is in force stays so. */
export async function discardSettingsDraft(
  ports: SettingsPorts,
  { user, subject, expectedVersion }: DraftRequest,
): Promise<SettingsResult> {
  const refusal = await settingsRefusal(ports, user, 'draft_settings', subject);
  if (refusal !== null) return refusal;
  const before = await ports.changes.draft(subject);
  if ((before?.version ?? 0) !== expectedVersion) return { kind: 'conflict', current: before };
  if (before?.state !== 'open') return settingsRefused('NO_DRAFT', 'There is no draft to discard.');
  const change = discardDraft(before, { userId: user.userId, at: ports.clock.now() });
  if ((await ports.changes.saveDraft(change)) === 'conflict')
    return { kind: 'conflict', current: await ports.changes.draft(subject) };
  return { kind: 'changed', draft: change.after, warnings: [] };
}

function sameAsInForce(subject: SettingsSubject, content: unknown, settings: OrganisationSettings): boolean {
  return canonicalJson(content) === canonicalJson(inForceOf(subject, settings));
}

function inForceOf(subject: SettingsSubject, settings: OrganisationSettings): unknown {
  if (subject === 'organisation') return detailsOf(settings);
  const templateId = templateOf({ subject });
  if (templateId !== null) {
    return settings.templates?.find(({ manifest }) => manifest.templateId === templateId) ?? null;
  }
  const key = payerOf({ subject });
  return (key === null ? settings.ruleLayer : settings.payers.find((known) => known.payer === key)) ?? null;
}
