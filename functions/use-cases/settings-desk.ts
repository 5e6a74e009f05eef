import { type Action, type GuardedRecord, mayAct } from '../core/access/may-act.ts';
import type { SettingsProblem } from '../core/settings/check-payer.ts';
import type { SettingsDraft } from '../core/settings/draft.ts';
import type { AccessLog } from '../ports/access-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { CheckLayer, SettingsChanges } from '../ports/settings-changes.ts';
import { recordRefusal } from './act-on-denial.ts';

export interface SettingsPorts {
  readonly changes: SettingsChanges;
  readonly checkLayer: CheckLayer;
  readonly access: AccessLog;
  readonly clock: Clock;
}

export type SettingsRefusalCode = 'SETTINGS_REFUSED' | 'NO_DRAFT' | 'NOTHING_CHANGES';

/** What became of a change of settings. */
export type SettingsResult =
  | { readonly kind: 'changed'; readonly draft: SettingsDraft; readonly warnings: readonly SettingsProblem[] }
  | { readonly kind: 'published'; readonly draft: SettingsDraft; readonly version: number }
  /** Somebody was faster. */
  | { readonly kind: 'conflict'; readonly current: SettingsDraft | null }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'refused';
      readonly code: SettingsRefusalCode;
      readonly sentence: string;
      readonly problems: readonly SettingsProblem[];
    };

/** Null where the user may; a refusal is kept in the access log. Settings are of the whole organisation. */
export async function settingsRefusal(
  ports: Pick<SettingsPorts, 'access' | 'clock'>,
  user: UserRecord,
  action: Action,
  subject: string | null,
  record: Omit<GuardedRecord, 'practiceId'> = {},
): Promise<{ readonly kind: 'forbidden'; readonly reason: string } | null> {
  const permission = mayAct(user, action, { ...record, practiceId: null });
  if (permission.allowed) return null;
  await recordRefusal(ports, user, action, subject, permission.reason);
  return { kind: 'forbidden', reason: permission.reason };
}

export function settingsRefused(
  code: SettingsRefusalCode,
  sentence: string,
  problems: readonly SettingsProblem[] = [],
): Extract<SettingsResult, { kind: 'refused' }> {
  return { kind: 'refused', code, sentence, problems };
}
