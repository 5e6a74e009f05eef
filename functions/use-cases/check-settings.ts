import { MOST_OWN_TEMPLATES } from '../core/appeal/own-template.ts';
import { knownPayers } from '../core/payer/registry.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { unknownPayers } from '../core/rulebook/unknown-payers.ts';
import { payerOf, templateOf, withPayer, withRuleLayer, withTemplate } from '../core/settings/apply-draft.ts';
import { checkPayer } from '../core/settings/check-payer.ts';
import type { SettingsSubject } from '../core/settings/draft.ts';
import { checkOrganisationDetails } from '../core/settings/organisation.ts';
import { problemIn, type SettingsProblem, type Written, writtenValue } from '../core/settings/written.ts';
import type { Letters } from '../ports/letters.ts';
import type { OrganisationSettings } from '../ports/settings.ts';
import type { CheckLayer } from '../ports/settings-changes.ts';

export type SettingsCheck =
  | {
      readonly kind: 'right';
      readonly content: unknown;
      /** The settings in force with the content in them. */
      readonly settings: OrganisationSettings;
      readonly warnings: readonly SettingsProblem[];
    }
  | { readonly kind: 'wrong'; readonly problems: readonly SettingsProblem[] };

/** One payer, one letter template, the rule layer or the organisation's details, as written, beside what is in force; null takes it out of force. */
export function checkSettings(
  subject: SettingsSubject,
  written: Written | null,
  inForce: OrganisationSettings,
  { checkLayer, letters }: { readonly checkLayer: CheckLayer; readonly letters: Pick<Letters, 'checkOwn'> },
): SettingsCheck {
  if (subject === 'organisation') return checkDetails(written, inForce);
  const templateId = templateOf({ subject });
  if (templateId !== null) return checkTemplate(templateId, written, inForce, letters);
  const key = payerOf({ subject });
  if (written === null) {
    const settings = key === null ? withRuleLayer(inForce, null) : withPayer(inForce, key, null);
    const problems = key === null ? [] : stillNamed(key, inForce);
    return problems.length > 0
      ? { kind: 'wrong', problems }
      : { kind: 'right', content: null, settings, warnings: [] };
  }
  if (key !== null) {
    const check = checkPayer(written, key, inForce.payers);
    if (check.kind === 'wrong') return check;
    const settings = withPayer(inForce, key, check.payer);
    return { kind: 'right', content: check.payer, settings, warnings: check.warnings };
  }
  const { layer, errors, warnings } = checkLayer(written);
  if (errors.length > 0) return { kind: 'wrong', problems: errors };
  const next = layer as Layer;
  const problems = numberProblems(next, inForce.ruleLayer);
  return problems.length > 0
    ? { kind: 'wrong', problems }
    : {
        kind: 'right',
        content: next,
        settings: withRuleLayer(inForce, next),
        warnings: [...warnings, ...unknownPayerWarnings(next, written, inForce)],
      };
}

/** One letter template of the organisation's own; null takes it out. */
function checkTemplate(
  templateId: string,
  written: Written | null,
  inForce: OrganisationSettings,
  letters: Pick<Letters, 'checkOwn'>,
): SettingsCheck {
  if (written === null) {
    const settings = withTemplate(inForce, templateId, null);
    return { kind: 'right', content: null, settings, warnings: [] };
  }
  const parsed = writtenValue(written);
  if (parsed.kind === 'not_json') return { kind: 'wrong', problems: parsed.problems };
  const { template, problems } = letters.checkOwn(templateId, parsed.value);
  if (template === null) {
    return { kind: 'wrong', problems: problems.map((problem) => problemIn(written, problem)) };
  }
  const settings = withTemplate(inForce, templateId, template);
  if ((settings.templates ?? []).length > MOST_OWN_TEMPLATES) {
    const message = `there are ${MOST_OWN_TEMPLATES} templates already`;
    return { kind: 'wrong', problems: [{ field: '', line: null, message, remedy: 'take one out first' }] };
  }
  return { kind: 'right', content: template, settings, warnings: [] };
}

/** Payers and rule layer stay as they are. */
function checkDetails(written: Written | null, inForce: OrganisationSettings): SettingsCheck {
  if (written === null) {
    const message = 'an organisation without settings is none';
    const remedy = 'write what holds instead';
    return { kind: 'wrong', problems: [{ field: '', line: null, message, remedy }] };
  }
  const check = checkOrganisationDetails(written, inForce.practices);
  if (check.kind === 'wrong') return check;
  const { details, warnings } = check;
  return { kind: 'right', content: details, settings: { ...inForce, ...details }, warnings };
}

/** Payers that a layer names and that are not in the registry in force. */
export function unknownPayerWarnings(
  layer: Layer,
  written: Written,
  { payers }: Pick<OrganisationSettings, 'payers'>,
): SettingsProblem[] {
  return unknownPayers(layer, knownPayers(payers)).map((problem) => problemIn(written, problem));
}

/** Decisions name a layer by its number: a changed one may not carry an old number. */
function numberProblems(next: Layer, inForce: Layer | undefined): SettingsProblem[] {
  if (inForce === undefined || next.layer.number > inForce.layer.number) return [];
  const message = `is ${next.layer.number}; number ${inForce.layer.number} is in force`;
  const remedy = `give it number ${inForce.layer.number + 1}`;
  return [{ field: 'layer.number', line: null, message, remedy }];
}

/** A rule that names a payer by a key that is gone would never match again, silently. */
function stillNamed(key: string, { ruleLayer }: OrganisationSettings): SettingsProblem[] {
  const named = JSON.stringify(ruleLayer ?? {}).includes(JSON.stringify({ payer: key }));
  if (!named) return [];
  const message = `the rule layer in force names the payer ${key}`;
  return [{ field: '', line: null, message, remedy: 'publish a layer that does not, then remove the payer' }];
}

/** What the settings say of the organisation itself, in the form in which it is written; null of a name nobody gave. */
export function detailsOf(settings: OrganisationSettings) {
  const { timeZone, practices, writeOffSecondPersonAboveCents, autoPostWriteOffUpToCents } = settings;
  return {
    name: settings.name ?? null,
    timeZone,
    practices,
    writeOffSecondPersonAboveCents,
    writeOffLimitsByReason: settings.writeOffLimitsByReason ?? {},
    autoPostWriteOffUpToCents,
    secondPersonOnAppeals: settings.secondPersonOnAppeals,
    assignment: settings.assignment ?? [],
  };
}
