import { mayAct, type Permission } from '../core/access/may-act.ts';
import type { OwnTemplate } from '../core/appeal/own-template.ts';
import type { RegistryPayer } from '../core/payer/registry.ts';
import type { SeenPayer } from '../core/payer/seen-payer.ts';
import { isRegistered } from '../core/payer/seen-payer.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { payerOf, templateOf } from '../core/settings/apply-draft.ts';
import type { SettingsDraft, SettingsSubject } from '../core/settings/draft.ts';
import type { Written } from '../core/settings/written.ts';
import type { Letters, LetterTemplate } from '../ports/letters.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { LayerReport, PublishedVersion } from '../ports/settings-changes.ts';
import { detailsOf, unknownPayerWarnings } from './check-settings.ts';
import type { ReadResult } from './read-denial.ts';
import { type SettingsPorts, settingsRefusal } from './settings-desk.ts';

/** A draft with what its reader may do with it, and why not. */
export interface DraftOnDesk {
  readonly draft: SettingsDraft | null;
  readonly actions: readonly {
    readonly id: string;
    readonly allowed: boolean;
    readonly reason: string | null;
  }[];
}

export interface PayerList {
  /** Version of the settings in force. */
  readonly version: number;
  readonly payers: readonly RegistryPayer[];
  readonly drafts: readonly SettingsDraft[];
  /** Named by a remittance, and by no entry in force. */
  readonly seenNotConfigured: readonly SeenPayer[];
}

/** The registry in force, the drafts about payers, and payers that remittances named and nobody has configured. */
export async function listPayers(
  ports: SettingsPorts & { readonly remittances: RemittanceStore },
  user: UserRecord,
): Promise<ReadResult<PayerList>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'payers');
  if (refusal !== null) return refusal;
  const [{ version, settings }, drafts, seen] = await Promise.all([
    ports.changes.inForce(),
    ports.changes.openDrafts(),
    ports.remittances.listPayers(),
  ]);
  const { payers } = settings;
  return {
    kind: 'read',
    value: {
      version,
      payers: payers.toSorted((a, b) => (a.payer < b.payer ? -1 : 1)),
      drafts: drafts.filter((draft) => payerOf(draft) !== null),
      seenNotConfigured: seen.filter((payer) => !isRegistered(payer, payers)),
    },
  };
}

/** One payer as it is in force, and the draft about it. */
export async function readPayer(
  ports: SettingsPorts,
  user: UserRecord,
  key: string,
): Promise<ReadResult<DraftOnDesk & { readonly version: number; readonly inForce: RegistryPayer | null }>> {
  const subject: SettingsSubject = `payer/${key}`;
  const refusal = await settingsRefusal(ports, user, 'read_settings', subject);
  if (refusal !== null) return refusal;
  const [{ version, settings }, draft] = await Promise.all([
    ports.changes.inForce(),
    ports.changes.draft(subject),
  ]);
  const inForce = settings.payers.find(({ payer }) => payer === key) ?? null;
  if (inForce === null && draft === null) return { kind: 'unknown' };
  return { kind: 'read', value: { version, inForce, ...onDesk(user, draft) } };
}

export interface TemplateList {
  readonly version: number;
  /** Those of the release, and the organisation's own in force. */
  readonly templates: readonly LetterTemplate[];
  readonly drafts: readonly SettingsDraft[];
}

/** The letter templates in force, and the drafts about own ones. */
export async function listTemplates(
  ports: SettingsPorts & { readonly letters: Letters },
  user: UserRecord,
): Promise<ReadResult<TemplateList>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'templates');
  if (refusal !== null) return refusal;
  const [{ version, settings }, drafts] = await Promise.all([
    ports.changes.inForce(),
    ports.changes.openDrafts(),
  ]);
  return {
    kind: 'read',
    value: {
      version,
      templates: ports.letters.withOwn(settings.templates ?? []).templates(),
      drafts: drafts.filter((draft) => templateOf(draft) !== null),
    },
  };
}

/** One letter template of the organisation's own as it is in force, and the draft about it. */
export async function readTemplate(
  ports: SettingsPorts,
  user: UserRecord,
  templateId: string,
): Promise<ReadResult<DraftOnDesk & { readonly version: number; readonly inForce: OwnTemplate | null }>> {
  const subject: SettingsSubject = `template/${templateId}`;
  const refusal = await settingsRefusal(ports, user, 'read_settings', subject);
  if (refusal !== null) return refusal;
  const [{ version, settings }, draft] = await Promise.all([
    ports.changes.inForce(),
    ports.changes.draft(subject),
  ]);
  const inForce = settings.templates?.find(({ manifest }) => manifest.templateId === templateId) ?? null;
  if (inForce === null && draft === null) return { kind: 'unknown' };
  return { kind: 'read', value: { version, inForce, ...onDesk(user, draft) } };
}

/** The organisation's rule layer in force, and the draft of the next one. */
export async function readRuleLayer(
  ports: SettingsPorts,
  user: UserRecord,
): Promise<ReadResult<DraftOnDesk & { readonly version: number; readonly inForce: Layer | null }>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'rule-layer');
  if (refusal !== null) return refusal;
  const [{ version, settings }, draft] = await Promise.all([
    ports.changes.inForce(),
    ports.changes.draft('rule-layer'),
  ]);
  return { kind: 'read', value: { version, inForce: settings.ruleLayer ?? null, ...onDesk(user, draft) } };
}

/** What is in force of the organisation's own settings, and the draft of what shall hold instead. */
export async function readOrganisation(
  ports: SettingsPorts,
  user: UserRecord,
): Promise<
  ReadResult<DraftOnDesk & { readonly version: number; readonly inForce: ReturnType<typeof detailsOf> }>
> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'organisation');
  if (refusal !== null) return refusal;
  const [{ version, settings }, draft] = await Promise.all([
    ports.changes.inForce(),
    ports.changes.draft('organisation'),
  ]);
  return { kind: 'read', value: { version, inForce: detailsOf(settings), ...onDesk(user, draft) } };
}

/** What a check would find in a layer as written; nothing is kept. */
export async function checkRuleLayer(
  ports: SettingsPorts,
  user: UserRecord,
  written: Written,
): Promise<ReadResult<Omit<LayerReport, 'layer'>>> {
  const refusal = await settingsRefusal(ports, user, 'draft_settings', 'rule-layer');
  if (refusal !== null) return refusal;
  const { layer, errors, warnings } = ports.checkLayer(written);
  if (errors.length > 0) return { kind: 'read', value: { errors, warnings } };
  const { settings } = await ports.changes.inForce();
  const unknown = unknownPayerWarnings(layer as Layer, written, settings);
  return { kind: 'read', value: { errors, warnings: [...warnings, ...unknown] } };
}

const NEWEST = 100;

/** The newest published versions: who wrote, who put in force, why, and the hash of the snapshot. */
export async function listSettingsVersions(
  ports: SettingsPorts,
  user: UserRecord,
): Promise<ReadResult<readonly PublishedVersion[]>> {
  const refusal = await settingsRefusal(ports, user, 'read_settings', 'versions');
  return refusal ?? { kind: 'read', value: await ports.changes.versions(NEWEST) };
}

/** A draft, and what this reader may do about it now. */
export function onDesk(user: UserRecord, draft: SettingsDraft | null): DraftOnDesk {
  const isOpen = draft?.state === 'open';
  const noDraft: Permission = { allowed: false, reason: 'There is no draft.' };
  const offered = (id: 'draft_settings' | 'publish_settings', needsDraft: boolean, record: object) => {
    const byPerson = mayAct(user, id, { ...record, practiceId: null });
    return byPerson.allowed && needsDraft && !isOpen ? noDraft : byPerson;
  };
  const editedBy = isOpen ? { editedBy: draft.editedBy } : {};
  const permissions = {
    draft: offered('draft_settings', false, {}),
    discard: offered('draft_settings', true, {}),
    publish: offered('publish_settings', true, editedBy),
  };
  return {
    draft,
    actions: Object.entries(permissions).map(([id, permission]) => ({
      id,
      allowed: permission.allowed,
      reason: permission.allowed ? null : permission.reason,
    })),
  };
}
