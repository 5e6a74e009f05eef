import { knownPayers } from '../core/payer/registry.ts';
import { lineOfPath } from '../core/rulebook/json-lines.ts';
import type { Layer } from '../core/rulebook/layer.ts';
import { unknownPayers } from '../core/rulebook/unknown-payers.ts';
import { payerOf, withPayer, withRuleLayer } from '../core/settings/apply-draft.ts';
import { checkPayer, type SettingsProblem, type Written } from '../core/settings/check-payer.ts';
import type { SettingsSubject } from '../core/settings/draft.ts';
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

/** One payer or the rule layer, as written, beside what is in force; null takes it out of force. */
export function checkSettings(
  subject: SettingsSubject,
  written: Written | null,
  inForce: OrganisationSettings,
  checkLayer: CheckLayer,
): SettingsCheck {
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

/** Payers that a layer names and that are not in the registry in force. */
export function unknownPayerWarnings(
  layer: Layer,
  written: Written,
  { payers }: Pick<OrganisationSettings, 'payers'>,
): SettingsProblem[] {
  return unknownPayers(layer, knownPayers(payers)).map(({ path, message, remedy }) => ({
    field: path.map(String).join('.'),
    line: written.kind === 'text' ? lineOfPath(written.text, path) : null,
    message,
    remedy,
  }));
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
