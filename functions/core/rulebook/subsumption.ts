import type { CarcEntry, Condition, Group, RulebookData } from './schema.ts';

/** What conditions can be compared by: which codes there are, and which payer types stand for others. */
export interface Universe {
  readonly carcs: ReadonlyMap<string, CarcEntry>;
  readonly needsRemark: ReadonlySet<string>;
  /** A payer type and every type whose rules hold for it. */
  readonly standsFor: ReadonlyMap<string, readonly string[]>;
}

export function universeOf(data: RulebookData): Universe {
  return {
    carcs: new Map(data.carc.map((entry) => [entry.code, entry])),
    needsRemark: new Set(data.remarkNeeded.flatMap(({ carcs }) => carcs)),
    standsFor: new Map(
      data.payerTypes.map(({ payerType, alsoHolds }) => [payerType, [payerType, ...alsoHolds]]),
    ),
  };
}

/** The CARCs for which a condition can hold at all; null = every code, unknown ones too. */
export function codesOf(when: Condition, universe: Universe): ReadonlySet<string> | null {
  const { carcs, categories, defaultRoutes, needsRemark } = when;
  if ([carcs, categories, defaultRoutes, needsRemark].every((field) => field === undefined)) return null;
  const codes = new Set<string>();
  for (const entry of universe.carcs.values())
    if (
      (carcs?.includes(entry.code) ?? true) &&
      (categories?.includes(entry.category) ?? true) &&
      (needsRemark ?? universe.needsRemark.has(entry.code)) === universe.needsRemark.has(entry.code) &&
      (defaultRoutes === undefined ||
        groupsOf(when).some((group) => group !== 'other' && defaultRoutes.includes(entry.route[group])))
    )
      codes.add(entry.code);
  return codes;
}

const ALL_GROUPS: readonly Group[] = ['CO', 'PR', 'OA', 'PI', 'other'];

function groupsOf(when: Condition): readonly Group[] {
  return when.groups ?? ALL_GROUPS;
}

/** Whether everything that meets `narrow` meets `wide` as well, so that nothing is left for it behind `wide`. */
export function covers(wide: Condition, narrow: Condition, universe: Universe): boolean {
  return (
    codesCovered(wide, narrow, universe) &&
    (wide.groups === undefined || groupsOf(narrow).every((group) => wide.groups?.includes(group))) &&
    (wide.payerTypes === undefined ||
      (narrow.payerTypes?.every((type) =>
        (universe.standsFor.get(type) ?? [type]).some((held) =>
          (wide.payerTypes as readonly string[]).includes(held),
        ),
      ) ??
        false)) &&
    remarksCovered(wide, narrow) &&
    among(wide.payers?.map(key), narrow.payers?.map(key)) &&
    among(wide.networks, narrow.networks) &&
    among(wide.modifiers, narrow.modifiers) &&
    among(wide.alongside, narrow.alongside) &&
    among(wide.facts, narrow.facts) &&
    among(wide.classes, narrow.classes) &&
    among(wide.routes, narrow.routes) &&
    among(wide.evidence, narrow.evidence) &&
    same(wide.capitated, narrow.capitated) &&
    same(wide.frequency7, narrow.frequency7) &&
    same(wide.forwarded, narrow.forwarded) &&
    same(wide.otherCoverage, narrow.otherCoverage)
  );
}

/** Whether some claim can meet both. */
export function canMeetBoth(a: Condition, b: Condition, universe: Universe): boolean {
  const [codesA, codesB] = [codesOf(a, universe), codesOf(b, universe)];
  return (
    (codesA === null || codesB === null || [...codesA].some((code) => codesB.has(code))) &&
    meet(groupsOf(a), groupsOf(b)) &&
    payersMeet(a, b, universe) &&
    meet(a.payers?.map(key), b.payers?.map(key)) &&
    meet(a.networks, b.networks) &&
    meet(a.classes, b.classes) &&
    meet(a.routes, b.routes) &&
    meet(a.evidence, b.evidence) &&
    agree(a.capitated, b.capitated) &&
    agree(a.frequency7, b.frequency7) &&
    agree(a.forwarded, b.forwarded) &&
    agree(a.otherCoverage, b.otherCoverage)
  );
}

function codesCovered(wide: Condition, narrow: Condition, universe: Universe): boolean {
  const all = codesOf(wide, universe);
  if (all === null) return true;
  // A route by group cannot be told from the codes alone: only the same question covers it.
  if (wide.defaultRoutes !== undefined && !among(wide.defaultRoutes, narrow.defaultRoutes)) return false;
  const some = codesOf(narrow, universe);
  return some !== null && [...some].every((code) => all.has(code));
}

function remarksCovered(wide: Condition, narrow: Condition): boolean {
  const { anyRemark, allRemarks } = wide;
  const any =
    anyRemark === undefined ||
    (narrow.anyRemark?.every((remark) => anyRemark.includes(remark)) ?? false) ||
    (narrow.allRemarks?.some((remark) => anyRemark.includes(remark)) ?? false);
  const all = allRemarks?.every((remark) => narrow.allRemarks?.includes(remark) ?? false) ?? true;
  return any && all;
}

function payersMeet(a: Condition, b: Condition, universe: Universe): boolean {
  const [typesA, typesB] = [a.payerTypes as readonly string[] | undefined, b.payerTypes];
  if (typesA === undefined || typesB === undefined) return true;
  const held = (type: string) => universe.standsFor.get(type) ?? [type];
  const every = new Set([...typesA, ...typesB, ...universe.standsFor.keys()]);
  return [...every].some(
    (type) =>
      held(type).some((one) => typesA.includes(one)) &&
      held(type).some((one) => (typesB as readonly string[]).includes(one)),
  );
}

function among<T>(wide: readonly T[] | undefined, narrow: readonly T[] | undefined): boolean {
  return wide === undefined || (narrow?.every((value) => wide.includes(value)) ?? false);
}

function meet<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((value) => b.includes(value));
}

function same<T>(wide: T | undefined, narrow: T | undefined): boolean {
  return wide === undefined || wide === narrow;
}

function agree<T>(a: T | undefined, b: T | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

function key(match: object): string {
  return JSON.stringify(match);
}
