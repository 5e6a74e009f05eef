import type { CompiledRulebook } from '../core/rulebook/compile.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { type WrittenRule, writtenRulesOf } from '../core/rulebook/written-rules.ts';
import type { Settings, UserRecord } from '../ports/settings.ts';
import type { ReadResult } from './read-denial.ts';
import { type SettingsPorts, settingsRefusal } from './settings-desk.ts';

export type RulePorts = Pick<SettingsPorts, 'access' | 'clock'> & {
  readonly settings: Settings;
  /** The release with the organisation's layer over it. */
  readonly rulebook: (layer: Layer | undefined) => CompiledRulebook;
};

/** The rules that decide now: those of the release with the organisation's over them. */
export async function listRules(
  ports: RulePorts,
  user: UserRecord,
): Promise<ReadResult<{ readonly rulebookVersion: string; readonly rules: readonly WrittenRule[] }>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'rulebook');
  if (refusal !== null) return refusal;
  const { ruleLayer } = await ports.settings.organisation();
  const { version, data } = ports.rulebook(ruleLayer);
  return { kind: 'read', value: { rulebookVersion: version, rules: writtenRulesOf(data) } };
}

/** One of the rules that decide now. */
export async function readRule(
  ports: RulePorts,
  user: UserRecord,
  ruleId: string,
): Promise<ReadResult<{ readonly rulebookVersion: string; readonly rule: WrittenRule }>> {
  const read = await listRules(ports, user);
  if (read.kind !== 'read') return read;
  const { rulebookVersion, rules } = read.value;
  const rule = rules.find(({ id }) => id === ruleId);
  return rule === undefined ? { kind: 'unknown' } : { kind: 'read', value: { rulebookVersion, rule } };
}
