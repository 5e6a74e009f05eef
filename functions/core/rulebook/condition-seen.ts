import { payerKey } from '../payer/profile.ts';
import type { Circumstances } from './condition.ts';
import type { Condition } from './schema.ts';

/** One field of a rule's condition, and what the claim had there. */
export interface ConditionSeen {
  /** The field's name in the rulebook (docs/reference/rulebook.md). */
  readonly asks: string;
  readonly wanted: readonly string[];
  readonly seen: readonly string[];
  readonly met: boolean;
}

type Field = keyof Condition;
type Wanted = NonNullable<Condition[Field]>;

/**
 * Every bound field of a condition with the value that the claim had there: what a person checks a rule by. `met` says
 * what {@link holds} of the compiled condition says of this field.
 */
export function conditionSeen(
  when: Condition,
  effective: { readonly effectiveFrom?: string | undefined; readonly effectiveUntil?: string | undefined },
  c: Circumstances,
): readonly ConditionSeen[] {
  const { effectiveFrom, effectiveUntil } = effective;
  const noticeOn = c.facts.noticeOn;
  const day = noticeOn === undefined ? [] : [noticeOn];
  const seen: ConditionSeen[] = [];
  if (effectiveFrom !== undefined)
    seen.push({
      asks: 'effectiveFrom',
      wanted: [effectiveFrom],
      seen: day,
      met: (noticeOn ?? '') >= effectiveFrom,
    });
  if (effectiveUntil !== undefined)
    seen.push({
      asks: 'effectiveUntil',
      wanted: [effectiveUntil],
      seen: day,
      met: (noticeOn ?? '9999-99-99') <= effectiveUntil,
    });
  for (const [field, wanted] of Object.entries(when) as [Field, Wanted | undefined][]) {
    if (wanted === undefined) continue;
    const has = valuesOf(field, c);
    const asked = wantedOf(field, wanted);
    const met =
      field === 'allRemarks'
        ? asked.every((value) => has.includes(value))
        : asked.some((value) => has.includes(value));
    seen.push({ asks: field, wanted: asked, seen: has, met });
  }
  return seen;
}

function wantedOf(field: Field, wanted: Wanted): readonly string[] {
  if (!Array.isArray(wanted)) return [String(wanted)];
  if (field === 'payers') return (wanted as Parameters<typeof payerKey>[0][]).map(payerKey);
  return wanted as readonly string[];
}

function valuesOf(field: Field, c: Circumstances): readonly string[] {
  switch (field) {
    case 'payers':
      return c.payerKeys;
    case 'payerTypes':
      return c.payerTypes;
    case 'capitated':
      return [String(c.capitated)];
    case 'networks':
      return [c.network];
    case 'frequency7':
      return [String(c.frequency7)];
    case 'forwarded':
      return [String(c.forwarded)];
    case 'otherCoverage':
      return [String(c.otherCoverage)];
    case 'groups':
      return [c.group];
    case 'carcs':
      return [c.carc];
    case 'categories':
      return [c.category];
    case 'defaultRoutes':
      return c.defaultRoute === null ? [] : [c.defaultRoute];
    case 'needsRemark':
      return [String(c.needsRemark)];
    case 'anyRemark':
    case 'allRemarks':
      return c.remarks;
    case 'modifiers':
      return c.modifiers;
    case 'alongside':
      return [...new Set([...c.alongside, ...c.alongsideOnClaim])];
    case 'facts':
      return Object.entries(c.facts).flatMap(([fact, value]) => (value === true ? [fact] : []));
    case 'classes':
      return [c.class];
    case 'routes':
      return c.route === null ? [] : [c.route];
    case 'evidence':
      return c.evidence === null ? [] : [c.evidence];
  }
}
