import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import { payerTypeSchema } from '../../../functions/core/payer/profile.ts';
import type { Condition } from '../../../functions/core/rulebook/schema.ts';
import { type ClaimSketch, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();
const { decisiveRights, appealClosers, choices, remarkMatrix, safety, mechanisms, appealability } =
  rulebook.findingRules;
const GROUPS = ['CO', 'PR', 'OA', 'PI'];
const CARCS = [
  '4',
  '16',
  '22',
  '24',
  '29',
  '31',
  '49',
  '50',
  '96',
  '97',
  '163',
  '197',
  '204',
  '209',
  '252',
  'B4',
  '1',
  '3',
  '142',
  '133',
];
/** One remark for each thing a remark can point to. */
const POINTERS = ['', 'M51', 'N706', 'N479', 'N115', 'N130', 'N425', 'M61'];

// Claims built from a rule's own condition: if none of them meets the rule, nothing will.
function* claimsFor(when: Condition): Generator<ClaimSketch> {
  const signals = [...(when.allRemarks ?? []), ...(when.anyRemark ?? []).slice(0, 1)];
  for (const carc of [...(when.carcs ?? CARCS)]) {
    for (const group of when.groups ?? GROUPS) {
      for (const pointer of POINTERS) {
        const cas = [
          `${group === 'other' ? 'ZZ' : group}-${carc}`,
          ...(when.alongside ?? []).map((code) => `OA-${code} 0`),
        ];
        const remarks = [...signals, ...(pointer === '' ? [] : [pointer])];
        yield {
          status: when.forwarded === true ? '19' : '1',
          parties: when.otherCoverage === true ? ['GB'] : [],
          lines: [{ cas, remarks, modifiers: when.modifiers ?? [] }],
        };
      }
    }
  }
}

function speaks(rule: { readonly id: string; readonly when: Condition }): boolean {
  const payers = rule.when.payerTypes ?? payerTypeSchema.options;
  const facts = Object.fromEntries((rule.when.facts ?? []).map((fact) => [fact, true]));
  const network = rule.when.networks?.find((n) => n !== 'unknown') ?? null;
  const profile = { allowFrequency7: rule.when.frequency7 ?? null, network };
  for (const sketch of claimsFor(rule.when)) {
    const claim = remittedClaim(sketch);
    for (const payer of payers) {
      const decision = decideClaim(claim, payerOf(payer, profile), rulebook, facts);
      if (decision?.trace.some((step) => step.rule === rule.id)) return true;
    }
  }
  return false;
}

describe('a rule that can never speak is dead weight', () => {
  // These keep a route as it is, end in no decision, or choose no mechanism: they leave no trace.
  const silent = [
    'mechanism.none',
    'mechanism.decide-first',
    'safety.medicaid-lawful-share',
    'safety.set-aside-share',
    'safety.qmb-forwarded-share',
  ];
  // These stand guard over rules that others may add: today no other rule gives them work.
  const guards = [
    'rights.appeal-closed-correction-open',
    'safety.patient-only-under-pr',
    'safety.write-off-only-under-co',
  ];
  const untraced = new Set([...silent, ...guards]);
  const rules = [decisiveRights, appealClosers, choices, remarkMatrix, safety, mechanisms, appealability]
    .flat()
    .filter((rule) => !untraced.has(rule.id));

  it.each(rules.map((rule) => ({ id: rule.id, rule })))('$id speaks', ({ rule }) => {
    expect(speaks(rule)).toBe(true);
  });
});
