import type { DraftChange, SettingsDraft, SettingsSubject } from '../core/settings/draft.ts';
import type { SettingsProblem, Written } from '../core/settings/written.ts';
import type { OrganisationSettings } from './settings.ts';

export interface SettingsInForce {
  /** 0 until some are published. */
  readonly version: number;
  /** ISO UTC; null of settings that were not published through a draft. */
  readonly publishedAt: string | null;
  readonly settings: OrganisationSettings;
}

/** One published version: who wrote it, who put it in force, and the hash of its snapshot. */
export interface PublishedVersion {
  readonly version: number;
  readonly subject: SettingsSubject;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly draftedBy: readonly string[];
  readonly reason: string;
  /** Of the stored snapshot; its object is named by it. */
  readonly sha256: string;
  readonly objectVersionId: string;
}

/** Drafts of settings, and how one comes in force. */
export interface SettingsChanges {
  /** Read so that what was just published is seen. */
  inForce(): Promise<SettingsInForce>;
  draft(subject: SettingsSubject): Promise<SettingsDraft | null>;
  /** The drafts that are open. */
  openDrafts(): Promise<readonly SettingsDraft[]>;
  /** Conditional on before.version; draft and event in one transaction. */
  saveDraft(change: DraftChange): Promise<'saved' | 'conflict'>;
  /**
   * Snapshot, settings in force, draft and event in one transaction, conditional on the draft's version and on the
   * version before being in force.
   */
  publish(publication: {
    readonly change: DraftChange;
    readonly settings: OrganisationSettings;
    readonly published: PublishedVersion;
  }): Promise<'published' | 'draft_changed' | 'others_published'>;
  /** Newest first. */
  versions(limit: number): Promise<readonly PublishedVersion[]>;
}

/** What a check of a rule layer found. */
export interface LayerReport {
  /** Null where there is an error. */
  readonly layer: unknown;
  readonly errors: readonly SettingsProblem[];
  readonly warnings: readonly SettingsProblem[];
}

/** Checks a layer over this release's rulebook, as `overturn rulebook check` does. */
export type CheckLayer = (written: Written) => LayerReport;

/** How far the clocks of open denials are counted by the settings in force. Written by the sweep alone. */
export interface RecountProgress {
  /** Every open denial is counted by this version, whenever it was opened. */
  readonly settled: number;
  /** Every denial that was open is counted by this version; one that was being opened may not be. */
  readonly passed: number;
  /** Where a pass goes on that ran out of time. */
  readonly goesOn: {
    readonly version: number;
    readonly shard: number;
    readonly cursor: string | null;
    /** Whether the pass began when no load of before the publication could still run. */
    readonly settles: boolean;
    /** Whether it has left nothing so far. */
    readonly complete: boolean;
  } | null;
}

export interface RecountStore {
  progress(): Promise<RecountProgress>;
  save(progress: RecountProgress): Promise<void>;
}
