import type { OwnTemplate } from '../appeal/own-template.ts';
import type { RegistryPayer } from '../payer/registry.ts';
import type { Layer } from '../rulebook/layer.ts';
import type { SettingsDraft } from './draft.ts';

/** The key of the payer that a subject names; null of the others. */
export function payerOf({ subject }: Pick<SettingsDraft, 'subject'>): string | null {
  return subject.startsWith('payer/') ? subject.slice('payer/'.length) : null;
}

/**
 * Settings with one payer, or the rule layer, as a draft wants it; null takes it out. The payer stands last, so that
 * an overlap with another is found where it was written.
 */
export function withPayer<S extends { readonly payers: readonly RegistryPayer[] }>(
  settings: S,
  key: string,
  payer: RegistryPayer | null,
): S {
  const others = settings.payers.filter((known) => known.payer !== key);
  return { ...settings, payers: payer === null ? others : [...others, payer] };
}

export function withRuleLayer<S extends { readonly ruleLayer?: Layer | undefined }>(
  settings: S,
  layer: Layer | null,
): S {
  const { ruleLayer: _replaced, ...others } = settings;
  return (layer === null ? others : { ...others, ruleLayer: layer }) as S;
}

/** The id of the letter template that a subject names; null of the others. */
export function templateOf({ subject }: Pick<SettingsDraft, 'subject'>): string | null {
  return subject.startsWith('template/') ? subject.slice('template/'.length) : null;
}

/** Settings with one own letter template as a draft wants it; null takes it out. */
export function withTemplate<S extends { readonly templates?: readonly OwnTemplate[] | undefined }>(
  settings: S,
  templateId: string,
  template: OwnTemplate | null,
): S {
  const others = (settings.templates ?? []).filter(({ manifest }) => manifest.templateId !== templateId);
  return { ...settings, templates: template === null ? others : [...others, template] };
}
