import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/event.ts';
import { type CompiledRulebook, isOfOrganisation, prepareRulebook } from './compile.ts';
import { LAYER_RULES, type Layer, type LayerRules, type Override } from './layer.ts';
import type { DataProblem } from './problem.ts';
import { type AnyRule, placedRulesOf, referenceProblems } from './references.ts';
import type { Condition, RulebookData } from './schema.ts';

export interface Composed {
  readonly data: RulebookData;
  /** CARCs whose entry the layer replaced. */
  readonly ownCodes: ReadonlySet<string>;
}

export type Composition =
  | ({ readonly kind: 'composed' } & Composed)
  /** Paths lead into the layer. */
  | { readonly kind: 'refused'; readonly problems: readonly DataProblem[] };

/**
 * The release with an organisation's layer over it. The version names both: `2026.11.1+layer.3.<SHA-256, 12 digits>`.
 * An own rule stands before the release's in ordered files and above them where the most specific wins; one that
 * `replaces` a rule takes its place, for as long as it is in effect. Refused: an own rule that replaces nothing, two
 * that say different things of the same on the same day, and codes that do not exist.
 */
export function composeRulebook(release: RulebookData, layer: Layer): Composition {
  const problems = [...unreplaceable(release, layer), ...overlaps(layer)];
  const rules = rulesWithOverrides(layer);
  const parts = Object.fromEntries(
    LAYER_RULES.map((part) => [part, withOwnRules(release[part], rules[part])]),
  );
  const data = {
    ...release,
    ...parts,
    rulebook: { ...release.rulebook, version: layeredVersion(release.rulebook.version, layer) },
    carc: withOwnCodes(release.carc, layer.carc),
    rarc: withOwnCodes(release.rarc, layer.rarc),
  } as RulebookData;
  problems.push(...ownReferenceProblems(data, layer));
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'composed', data, ownCodes: new Set(layer.carc.map(({ code }) => code)) };
}

/** A composed rulebook ready for deciding. */
export function prepareComposed({ data, ownCodes }: Composed): CompiledRulebook {
  return prepareRulebook(data, ownCodes);
}

/** The version of a release with a layer over it. */
export function layeredVersion(release: string, layer: Layer): string {
  const hash = createHash('sha256').update(canonicalJson(layer)).digest('hex');
  return `${release}+layer.${layer.layer.number}.${hash.slice(0, 12)}`;
}

type OwnRule = AnyRule & { readonly replaces?: string | undefined };

// An override is shorthand for up to one rule in each of four files.
function rulesWithOverrides(layer: Layer): Record<LayerRules, readonly OwnRule[]> {
  const of = (make: (override: Override) => OwnRule | null): OwnRule[] =>
    layer.overrides.flatMap((override) => make(override) ?? []);
  const common = (override: Override, suffix: string, more: Condition = {}) => ({
    id: `${override.id}${suffix}`,
    when: { ...conditionOf(override), ...more },
    ...(override.effectiveFrom === undefined ? {} : { effectiveFrom: override.effectiveFrom }),
    ...(override.effectiveUntil === undefined ? {} : { effectiveUntil: override.effectiveUntil }),
    says: override.says,
    source: override.source,
    confidence: override.confidence,
  });
  return {
    ...layer,
    choices: [
      ...of((o) => (o.route === undefined ? null : { ...common(o, ''), route: o.route })),
      ...layer.choices,
    ],
    mechanisms: [
      ...of((o) =>
        o.mechanism === undefined
          ? null
          : { ...common(o, '-mechanism', { routes: ['correct_resubmit'] }), mechanism: o.mechanism },
      ),
      ...layer.mechanisms,
    ],
    appealability: [
      ...of((o) =>
        o.appealable === undefined ? null : { ...common(o, '-appealable'), appealable: o.appealable },
      ),
      ...layer.appealability,
    ],
    documents: [
      ...of((o) =>
        o.documents === undefined ? null : { ...common(o, '-documents'), documents: o.documents },
      ),
      ...layer.documents,
    ],
  };
}

function conditionOf({ payers, payerTypes, groups, carcs, remarks }: Override): Condition {
  return {
    ...(payers === undefined ? {} : { payers }),
    ...(payerTypes === undefined ? {} : { payerTypes }),
    ...(groups === undefined ? {} : { groups }),
    carcs,
    ...(remarks === undefined ? {} : { allRemarks: remarks }),
  };
}

function withOwnRules(release: readonly AnyRule[], own: readonly OwnRule[]): readonly AnyRule[] {
  const first = own.filter((rule) => rule.replaces === undefined);
  const inPlace = release.flatMap((rule): AnyRule[] => {
    const replacements = own.filter((candidate) => candidate.replaces === rule.id);
    const always = replacements.some(
      ({ effectiveFrom, effectiveUntil }) => effectiveFrom === undefined && effectiveUntil === undefined,
    );
    return always ? replacements : [...replacements, rule];
  });
  return [...first, ...inPlace].map(withoutReplaces);
}

function withoutReplaces({ replaces: _replaces, ...rule }: OwnRule): AnyRule {
  return rule;
}

function withOwnCodes<T extends { readonly code: string }>(
  release: readonly T[],
  own: readonly T[],
): readonly T[] {
  const replaced = new Map(own.map((entry) => [entry.code, entry]));
  return [
    ...release.map((entry) => replaced.get(entry.code) ?? entry),
    ...own.filter((entry) => !release.some((known) => known.code === entry.code)),
  ];
}

function unreplaceable(release: RulebookData, layer: Layer): DataProblem[] {
  return LAYER_RULES.flatMap((part) =>
    (layer[part] as readonly OwnRule[]).flatMap((rule, index) => {
      const { replaces } = rule;
      if (replaces === undefined || release[part].some(({ id }) => id === replaces)) return [];
      return [
        {
          path: [part, index, 'replaces'],
          where: `${part}/${rule.id}`,
          message: `the release has no rule ${replaces} in ${part}`,
          remedy: 'name one it has, or leave replaces out',
        },
      ];
    }),
  );
}

function overlaps({ overrides, ...parts }: Layer): DataProblem[] {
  const problems: DataProblem[] = [];
  for (const [index, rule] of overrides.entries()) {
    const rival = overrides
      .slice(0, index)
      .find(
        (other) =>
          canonicalJson(conditionOf(other)) === canonicalJson(conditionOf(rule)) && sameDays(other, rule),
      );
    if (rival !== undefined) problems.push(overlapOf(['overrides', index], rule.id, rival.id));
  }
  for (const part of LAYER_RULES) {
    const rules = parts[part] as readonly OwnRule[];
    for (const [index, rule] of rules.entries()) {
      const rival = rules
        .slice(0, index)
        .find(
          (other) => rule.replaces !== undefined && other.replaces === rule.replaces && sameDays(other, rule),
        );
      if (rival !== undefined) problems.push(overlapOf([part, index], rule.id, rival.id));
    }
  }
  return problems;
}

function overlapOf(path: readonly PropertyKey[], id: string, rival: string): DataProblem {
  return {
    path,
    where: id,
    message: `${rival} speaks of the same on the same days`,
    remedy: 'end one with effectiveUntil before the other begins, or remove it',
  };
}

interface Dated {
  readonly effectiveFrom?: string | undefined;
  readonly effectiveUntil?: string | undefined;
}

function sameDays(a: Dated, b: Dated): boolean {
  return (
    (a.effectiveFrom ?? '') <= (b.effectiveUntil ?? '9999-99-99') &&
    (b.effectiveFrom ?? '') <= (a.effectiveUntil ?? '9999-99-99')
  );
}

// The release is right by itself: what is wrong in the whole came with the layer, and is shown where it stands there.
function ownReferenceProblems(data: RulebookData, layer: Layer): DataProblem[] {
  const wrong = referenceProblems(data);
  if (wrong.length === 0) return [];
  const placed = placedRulesOf(data);
  return wrong.map((problem) => {
    const [part, index] = problem.path;
    const id = placed.find((rule) => rule.part === part && rule.index === index)?.rule.id;
    return { ...problem, path: id === undefined ? problem.path : pathInLayer(id, layer) };
  });
}

/** Where a rule of the layer stands in it, by its id; empty for a rule of the release. */
export function pathInLayer(id: string, layer: Layer): readonly PropertyKey[] {
  if (!isOfOrganisation(id)) return [];
  for (const part of [...LAYER_RULES, 'overrides'] as const) {
    const index = layer[part].findIndex((rule) => rule.id === id || id.startsWith(`${rule.id}-`));
    if (index >= 0) return [part, index];
  }
  return [];
}
