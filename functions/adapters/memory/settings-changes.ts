import type { SettingsDraft, SettingsEvent, SettingsSubject } from '../../core/settings/draft.ts';
import { settingsDraftSchema, settingsEventSchema } from '../../core/settings/draft.ts';
import type { OrganisationSettings } from '../../ports/settings.ts';
import type {
  PublishedVersion,
  RecountProgress,
  RecountStore,
  SettingsChanges,
} from '../../ports/settings-changes.ts';

/** Drafts and publications in memory: same contract, same conflicts. */
export class MemorySettingsChanges implements SettingsChanges {
  readonly #inForce: { get(): OrganisationSettings; set(settings: OrganisationSettings): void };
  readonly #drafts = new Map<SettingsSubject, SettingsDraft>();
  readonly #versions: PublishedVersion[] = [];
  readonly events: SettingsEvent[] = [];
  #version = 0;

  /** @param inForce where the settings in force are kept, for whoever else reads them. */
  constructor(inForce: { get(): OrganisationSettings; set(settings: OrganisationSettings): void }) {
    this.#inForce = inForce;
  }

  async inForce() {
    const publishedAt = this.#versions.at(-1)?.publishedAt ?? null;
    return { version: this.#version, publishedAt, settings: this.#inForce.get() };
  }

  async draft(subject: SettingsSubject): Promise<SettingsDraft | null> {
    return this.#drafts.get(subject) ?? null;
  }

  async openDrafts(): Promise<readonly SettingsDraft[]> {
    return [...this.#drafts.values()]
      .filter(({ state }) => state === 'open')
      .sort((a, b) => (a.subject < b.subject ? -1 : 1));
  }

  async saveDraft({ before, after, event }: Parameters<SettingsChanges['saveDraft']>[0]) {
    if (this.#versionOf(after.subject) !== (before?.version ?? 0)) return 'conflict' as const;
    this.#write(after, event);
    return 'saved' as const;
  }

  async publish({ change, settings, published }: Parameters<SettingsChanges['publish']>[0]) {
    const { before, after, event } = change;
    if (this.#versionOf(after.subject) !== (before?.version ?? 0)) return 'draft_changed' as const;
    if (published.version !== this.#version + 1) return 'others_published' as const;
    this.#write(after, event);
    this.#version = published.version;
    this.#versions.push(structuredClone(published));
    this.#inForce.set(structuredClone(settings));
    return 'published' as const;
  }

  async versions(limit: number): Promise<readonly PublishedVersion[]> {
    return this.#versions.toReversed().slice(0, limit);
  }

  #versionOf(subject: SettingsSubject): number {
    return this.#drafts.get(subject)?.version ?? 0;
  }

  #write(draft: SettingsDraft, event: SettingsEvent): void {
    this.#drafts.set(draft.subject, settingsDraftSchema.parse(structuredClone(draft)));
    this.events.push(settingsEventSchema.parse(structuredClone(event)));
  }
}

/** Progress in memory. */
export class MemoryRecountStore implements RecountStore {
  #progress: RecountProgress = { settled: 0, passed: 0, goesOn: null };

  async progress(): Promise<RecountProgress> {
    return this.#progress;
  }

  async save(progress: RecountProgress): Promise<void> {
    this.#progress = structuredClone(progress);
  }
}
