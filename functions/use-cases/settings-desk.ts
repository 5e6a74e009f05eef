import type { Action, GuardedRecord } from '../core/access/may-act.ts';
import type { SettingsDraft } from '../core/settings/draft.ts';
import type { SettingsProblem } from '../core/settings/written.ts';
import type { Letters } from '../ports/letters.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { CheckLayer, SettingsChanges } from '../ports/settings-changes.ts';
import { type AccessPorts, type Forbidden, refusalOf } from './guard-access.ts';

export interface SettingsPorts extends AccessPorts {
  readonly changes: SettingsChanges;
  readonly checkLayer: CheckLayer;
  readonly letters: Pick<Letters, 'checkOwn'>;
}

export type SettingsRefusalCode = 'SETTINGS_REFUSED' | 'NO_DRAFT' | 'NOTHING_CHANGES';

/** What became of a change of settings. */
export type SettingsResult =
  | { readonly kind: 'changed'; readonly draft: SettingsDraft; readonly warnings: readonly SettingsProblem[] }
  | { readonly kind: 'published'; readonly draft: SettingsDraft; readonly version: number }
  /** Somebody was faster. */
  | { readonly kind: 'conflict'; readonly current: SettingsDraft | null }
  | Forbidden
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'refused';
      readonly code: SettingsRefusalCode;
      readonly sentence: string;
      readonly problems: readonly SettingsProblem[];
    };

/** Null where the user may; a refusal is kept in the access log. Settings are of the whole organisation. */
export function settingsRefusal(
  ports: AccessPorts,
  user: UserRecord,
  action: Action,
  subject: string | null,
  record: Omit<GuardedRecord, 'practiceId'> = {},
): Promise<Forbidden | null> {
  return refusalOf(ports, user, { action, record: { ...record, practiceId: null }, subject });
}

export function settingsRefused(
  code: SettingsRefusalCode,
  sentence: string,
  problems: readonly SettingsProblem[] = [],
): Extract<SettingsResult, { kind: 'refused' }> {
  return { kind: 'refused', code, sentence, problems };
}
