import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../functions/core/denial/decide.ts';
import type { Decision } from '../../functions/core/denial/decision.ts';
import { payerTypeSchema } from '../../functions/core/payer/profile.ts';
import type { CompiledRulebook } from '../../functions/core/rulebook/compile.ts';
import { Remembered } from '../../functions/core/rulebook/remembered.ts';
import { lineDenial, payerOf, remittedClaim } from '../fixtures/remitted-claim.ts';

const shipped = bundledRulebook();
const forgetful = () => ({
  ...shipped,
  rulings: new Remembered<never>(),
  claimCircumstances: new Remembered<never>(),
});

const code = fc.tuple(
  fc.constantFrom('CO', 'PR', 'OA', 'XX'),
  fc.constantFrom('16', '18', '22', '45', '50', '97', '193', '197', '252', '96', '253', '999', '1,2', ''),
);
const codes = fc.array(code, { minLength: 1, maxLength: 3 });
const codesOrNone = fc.array(code, { maxLength: 2 });

const remarks = fc.array(
  fc.constantFrom('MA130', 'M51', 'N382', 'N115', 'MA04', 'MA18', 'N130', 'M127', 'N4', 'ZZZ', '0', ''),
  { maxLength: 3 },
);
/** All that a decision may hang on, each thing by itself. */
const situation = fc.record({
  status: fc.constantFrom('1', '4', '19', '22', '25'),
  onClaim: codesOrNone,
  claimRemarks: remarks,
  onLine: codes,
  amounts: fc.array(fc.constantFrom(-5_000, 0, 5_000, 50_000), { minLength: 3, maxLength: 3 }),
  remarks,
  modifiers: fc.constantFrom([], ['GA'], ['25'], ['25', 'GA'], ['GA', 'RR']),
  rejectCodes: fc.constantFrom([], ['70']),
  parties: fc.constantFrom([], ['TT'], ['PR']),
  payerType: fc.constantFrom(...payerTypeSchema.options),
  network: fc.constantFrom('in', 'out', null),
  allowFrequency7: fc.constantFrom(true, false, null),
  facts: fc.record(
    { approvalOnFile: fc.boolean(), authorizationOnClaim: fc.boolean(), advanceNoticeOnFile: fc.boolean() },
    { requiredKeys: [] },
  ),
});
const THINGS = [
  ...(['status', 'onClaim', 'claimRemarks', 'onLine', 'amounts', 'remarks', 'modifiers'] as const),
  ...(['rejectCodes', 'parties', 'payerType', 'network', 'allowFrequency7', 'facts'] as const),
];
type Situation = typeof situation extends fc.Arbitrary<infer S> ? S : never;

function decidedBy(rulebook: CompiledRulebook, s: Situation): Decision | null {
  const { status, parties, modifiers, rejectCodes, payerType, network, allowFrequency7 } = s;
  const claim = remittedClaim({ status, parties, lines: [{ modifiers, rejectCodes, paidCents: 0 }] });
  const taken = (list: Situation['onLine']) =>
    list.map(([group, carc], at) => ({ group, carc, amountCents: s.amounts[at] ?? 0 }));
  const lines = claim.lines.map((line) => ({ ...line, adjustments: taken(s.onLine), remarks: s.remarks }));
  return decideClaim(
    { ...claim, adjustments: taken(s.onClaim), remarks: s.claimRemarks, lines },
    payerOf(payerType, { network, allowFrequency7 }),
    rulebook,
    s.facts,
  );
}

describe('a rulebook that has seen other claims', () => {
  it('decides a claim that differs in one thing only as one that has seen none', () => {
    fc.assert(
      fc.property(situation, situation, fc.constantFrom(...THINGS), (one, other, thing) => {
        const twin = { ...one, [thing]: other[thing] };
        const rulebook = forgetful();
        decidedBy(rulebook, one);
        expect(decidedBy(rulebook, twin)).toEqual(decidedBy(forgetful(), twin));
      }),
      { numRuns: 10_000 },
    );
  });

  it('decides each of many claims as one that has seen none', () => {
    const rulebook = forgetful();
    fc.assert(
      fc.property(situation, (one) => {
        expect(decidedBy(rulebook, one)).toEqual(decidedBy(forgetful(), one));
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not take a notice signed for one line for one signed for all', () => {
    const rulebook = forgetful();
    const denied = (modifiers: string[]) => lineDenial('PR-50', [], { modifiers });
    const of = payerOf('medicare_ffs');
    decideClaim(denied([]), of, rulebook);

    expect(decideClaim(denied(['25', 'GA']), of, rulebook)?.ruleId).toBe('choice.signed-notice-modifier');
  });

  it('is not led astray by what happens to a claim afterwards', () => {
    const of = payerOf('commercial');
    const lent = { adjustments: [{ group: 'CO', carc: '16', amountCents: 5_000 }], remarks: ['M51', 'N382'] };
    const rulebook = forgetful();
    const before = decideClaim({ ...remittedClaim({}), ...lent }, of, rulebook);
    before?.requiredDocuments.pop();
    before?.reasons[0]?.remarks.pop();
    lent.remarks.reverse();

    const after = decideClaim({ ...remittedClaim({}), ...lent }, of, rulebook);

    expect(after).toEqual(decideClaim({ ...remittedClaim({}), ...lent }, of, forgetful()));
  });
});
