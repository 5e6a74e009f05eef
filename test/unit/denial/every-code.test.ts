import { expect, test } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import { payerTypeSchema } from '../../../functions/core/payer/profile.ts';
import { lineDenial, payerOf } from '../../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();
const GROUPS = ['CO', 'PR', 'OA', 'PI'] as const;

/** Every code under every group, at every kind of payer. */
const decided = [...rulebook.carcs.values()].flatMap((carc) =>
  GROUPS.flatMap((group) =>
    payerTypeSchema.options.flatMap((payerType) => {
      const decision = decideClaim(lineDenial(`${group}-${carc.code}`, []), payerOf(payerType), rulebook);
      return decision === null ? [] : [{ of: `${payerType} ${group}-${carc.code}`, group, carc, decision }];
    }),
  ),
);

test('no code bills a patient under another group than PR', () => {
  const wrong = decided.filter(
    (each) => each.group !== 'PR' && each.decision.route === 'patient_responsibility',
  );
  expect(wrong.map(({ of }) => of)).toEqual([]);
});

test('no code is written off under another group than CO', () => {
  const wrong = decided.filter((each) => each.group !== 'CO' && each.decision.route === 'write_off');
  expect(wrong.map(({ of }) => of)).toEqual([]);
});

test('a code that cannot stand without a remark is a review where it is a denial', () => {
  const wrong = decided.filter(
    ({ carc, decision }) => carc.needsRemark && decision.class === 'denial' && decision.route !== 'review',
  );
  expect(wrong.map(({ of }) => of)).toEqual([]);
});

test('what only payment arithmetic takes is never a denial', () => {
  const wrong = decided.filter(
    ({ carc, decision }) =>
      (carc.category === 'payment_info' || carc.category === 'patient_responsibility') &&
      decision.class === 'denial',
  );
  expect(wrong.map(({ of }) => of)).toEqual([]);
});

test('an explanation ends its sentences, says "first" once and nothing twice', () => {
  const wrong = decided.filter(({ decision: { explanation } }) => {
    const sentences = explanation.split(/(?<=[.?!]) /);
    const says = /First: [^.]*\bfirst\b/.test(explanation) || new Set(sentences).size !== sentences.length;
    return says || !/[.?!]$/.test(explanation) || /undefined|null|\.\./.test(explanation);
  });
  expect(wrong.map(({ of }) => of)).toEqual([]);
});

test('words shown to a biller are spelled as in the United States', () => {
  const shown = decided.map(({ decision }) => decision.explanation).join(' ');
  const remarks = [...rulebook.rarcs.values()]
    .map(({ wording, missing }) => `${wording} ${missing ?? ''}`)
    .join(' ');
  const british = /\b\w*(enrolment|programme|authoris|organis|itemis|finalis|cancelled|licence|utilis)\w*/gi;
  expect(`${shown} ${remarks}`.match(british)).toBeNull();
});
