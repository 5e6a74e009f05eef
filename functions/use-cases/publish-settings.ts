import { canonicalJson } from '../core/audit/event.ts';
import { publishDraft, type SettingsDraft, sha256Of } from '../core/settings/draft.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { OrganisationSettings } from '../ports/settings.ts';
import { checkSettings } from './check-settings.ts';
import type { DraftRequest } from './draft-settings.ts';
import {
  type SettingsPorts,
  type SettingsResult,
  settingsRefusal,
  settingsRefused,
} from './settings-desk.ts';

export type PublishPorts = SettingsPorts & {
  readonly objects: ObjectStore;
  /** Version of the rulebook of this release: in force is release + settings. */
  readonly release: string;
};

// Two subjects published in the same instant: the second is checked again beside the first.
const MOST_TRIES = 5;

/**
 * Puts an open draft in force as the next version of the settings. It takes a person who did not write in it
 * (DESIGN, promise 5). The draft is checked again beside what is in force now; refused, nothing changes and the last
 * good version stays. The snapshot lies in the archive under its SHA-256 before anything points at it.
 */
export async function publishSettings(ports: PublishPorts, request: DraftRequest): Promise<SettingsResult> {
  const { user, subject, expectedVersion } = request;
  const { changes } = ports;
  const before = await changes.draft(subject);
  const record = before === null ? {} : { editedBy: before.editedBy };
  const refusal = await settingsRefusal(ports, user, 'publish_settings', subject, record);
  if (refusal !== null) return refusal;
  if ((before?.version ?? 0) !== expectedVersion) return { kind: 'conflict', current: before };
  if (before?.state !== 'open') return settingsRefused('NO_DRAFT', 'There is no draft to publish.');

  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const inForce = await changes.inForce();
    const written = before.content === null ? null : ({ kind: 'value', value: before.content } as const);
    const check = checkSettings(subject, written, inForce.settings, ports);
    if (check.kind === 'wrong')
      return settingsRefused(
        'SETTINGS_REFUSED',
        'Nothing was published: the draft no longer fits what is in force.',
        check.problems,
      );
    const version = inForce.version + 1;
    const at = ports.clock.now();
    const snapshot = await keepSnapshot(ports, version, check.settings);
    const change = publishDraft(before, { userId: user.userId, at, publishedAs: version });
    const published = {
      version,
      subject,
      publishedAt: at,
      publishedBy: user.userId,
      draftedBy: before.editedBy,
      reason: before.reason,
      ...snapshot,
    };
    const outcome = await changes.publish({ change, settings: check.settings, published });
    if (outcome === 'published') return { kind: 'published', draft: change.after, version };
    if (outcome === 'draft_changed') return { kind: 'conflict', current: await current(ports, before) };
  }
  throw new Error('Others published faster, again and again.');
}

/** What decides from now on, as one object that names itself: replay and audit need no table. */
async function keepSnapshot(
  { objects, release }: PublishPorts,
  version: number,
  settings: OrganisationSettings,
): Promise<{ readonly sha256: string; readonly objectVersionId: string }> {
  const snapshot = { release, version, settings };
  const sha256 = sha256Of(snapshot);
  const { versionId } = await objects.put({
    bucket: 'archive',
    key: `settings/${sha256}.json`,
    body: new TextEncoder().encode(canonicalJson(snapshot)),
    contentType: 'application/json',
  });
  return { sha256, objectVersionId: versionId };
}

async function current({ changes }: PublishPorts, { subject }: SettingsDraft): Promise<SettingsDraft | null> {
  return changes.draft(subject);
}
