import type { Category, DecisionClass, Route } from '../denial/decision.ts';
import { type PayerType, payerKey } from '../payer/profile.ts';
import type { Condition, DecisionFacts, Group } from './schema.ts';

/** All that a rule may ask about one adjustment of one claim. */
export interface Circumstances {
  /** The payer's type and the types whose rules hold for it as well. */
  readonly payerTypes: readonly PayerType[];
  /** Who the payer is: keys as {@link payerKey} makes them. */
  readonly payerKeys: readonly string[];
  readonly capitated: boolean;
  readonly network: 'in' | 'out' | 'unknown';
  readonly frequency7: boolean | null;
  readonly forwarded: boolean;
  readonly otherCoverage: boolean;
  readonly facts: DecisionFacts;
  readonly group: Group;
  readonly carc: string;
  readonly category: Category;
  readonly defaultRoute: Route | null;
  readonly needsRemark: boolean;
  readonly modifiers: readonly string[];
  /** Every CARC of the line and of the claim, with or without money. */
  readonly alongside: readonly string[];
  /** CARCs of the claim itself, which stand beside those of every line. */
  readonly alongsideOnClaim: readonly string[];
  remarks: readonly string[];
  class: DecisionClass;
  route: Route | null;
  evidence: Route | null;
}

/** A condition made ready: one test a bound field, cheapest first. */
export interface CompiledCondition {
  readonly specificity: number;
  readonly tests: readonly ((c: Circumstances) => boolean)[];
}

/** Prepares a condition for {@link holds}; sets instead of lists, absent fields cost nothing. */
export function compileCondition(
  when: Condition,
  effective: {
    readonly effectiveFrom?: string | undefined;
    readonly effectiveUntil?: string | undefined;
  } = {},
): CompiledCondition {
  const tests: ((c: Circumstances) => boolean)[] = [];
  let specificity = 0;
  const bind = (weight: number, test: (c: Circumstances) => boolean) => {
    tests.push(test);
    specificity += weight;
  };
  const { capitated, frequency7, forwarded, otherCoverage, needsRemark, allRemarks, facts } = when;
  const { effectiveFrom, effectiveUntil } = effective;
  if (effectiveFrom !== undefined) bind(0, (c) => (c.facts.noticeOn ?? '') >= effectiveFrom);
  if (effectiveUntil !== undefined) bind(0, (c) => (c.facts.noticeOn ?? '9999-99-99') <= effectiveUntil);
  if (when.payers)
    bind(
      1,
      anyAmong(when.payers.map(payerKey), (c) => c.payerKeys),
    );
  if (when.classes)
    bind(
      0,
      among(when.classes, (c) => c.class),
    );
  if (when.routes)
    bind(
      0,
      among(when.routes, (c) => c.route),
    );
  if (when.evidence)
    bind(
      0,
      among(when.evidence, (c) => c.evidence),
    );
  if (when.carcs)
    bind(
      1,
      among(when.carcs, (c) => c.carc),
    );
  if (when.categories)
    bind(
      0.5,
      among(when.categories, (c) => c.category),
    );
  if (when.defaultRoutes)
    bind(
      0,
      among(when.defaultRoutes, (c) => c.defaultRoute),
    );
  if (needsRemark !== undefined) bind(0, (c) => c.needsRemark === needsRemark);
  if (when.groups)
    bind(
      1,
      among(when.groups, (c) => c.group),
    );
  if (capitated !== undefined) bind(1, (c) => c.capitated === capitated);
  if (when.networks)
    bind(
      1,
      among(when.networks, (c) => c.network),
    );
  if (frequency7 !== undefined) bind(1, (c) => c.frequency7 === frequency7);
  if (forwarded !== undefined) bind(1, (c) => c.forwarded === forwarded);
  if (otherCoverage !== undefined) bind(1, (c) => c.otherCoverage === otherCoverage);
  if (when.payerTypes)
    bind(
      1,
      anyAmong(when.payerTypes, (c) => c.payerTypes),
    );
  if (when.anyRemark)
    bind(
      1,
      anyAmong(when.anyRemark, (c) => c.remarks),
    );
  if (allRemarks) bind(1, (c) => allRemarks.every((remark) => c.remarks.includes(remark)));
  if (when.alongside) {
    const onLine = anyAmong(when.alongside, (c) => c.alongside);
    const onClaim = anyAmong(when.alongside, (c) => c.alongsideOnClaim);
    bind(1, (c) => onLine(c) || onClaim(c));
  }
  if (when.modifiers)
    bind(
      1,
      anyAmong(when.modifiers, (c) => c.modifiers),
    );
  if (facts) bind(1, (c) => facts.some((fact) => c.facts[fact] === true));
  return { specificity, tests };
}

/** Whether every bound field of the condition is met. */
export function holds(condition: CompiledCondition, circumstances: Circumstances): boolean {
  for (const test of condition.tests) if (!test(circumstances)) return false;
  return true;
}

function among<T>(values: readonly T[], of: (c: Circumstances) => T | null): (c: Circumstances) => boolean {
  const set = new Set<T | null>(values);
  return (c) => set.has(of(c));
}

function anyAmong<T>(
  values: readonly T[],
  of: (c: Circumstances) => readonly T[],
): (c: Circumstances) => boolean {
  const set = new Set(values);
  return (c) => {
    for (const value of of(c)) if (set.has(value)) return true;
    return false;
  };
}
