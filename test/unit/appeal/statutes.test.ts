import { describe, expect, test } from 'vitest';
import { STATED_FLAGS, type Stated } from '../../../functions/core/appeal/stated.ts';
import { lawFor, type Statutes, statutesSchema, unbroken } from '../../../functions/core/appeal/statutes.ts';

const entry = {
  id: 'medicare.rule',
  payerTypes: ['medicare_ffs'],
  subjects: ['duplicate'],
  part: 'rules',
  says: 'A rule holds',
  citation: '42 CFR 405.940',
  source: 'https://www.ecfr.gov/',
  confidence: 'high',
} as const;
const statutesOf = (...statutes: readonly object[]): Statutes =>
  statutesSchema.parse({ statutes: statutes.map((each) => ({ ...entry, ...each })), questions: [] });
const facts = (appeal: object = {}, stated: Partial<Stated> = {}) => ({
  appeal: {
    name: 'Appeal',
    level: 1,
    payerType: 'medicare_ffs' as const,
    decider: 'contractor',
    contracted: null,
    requestPage: false,
    payersForm: null,
    previous: null,
    ...appeal,
  },
  stated: { ...(Object.fromEntries(STATED_FLAGS.map((flag) => [flag, false])) as Stated), ...stated },
});
const rulesOf = (statutes: Statutes, ...of: Parameters<typeof facts>) =>
  lawFor(statutes, 'duplicate', facts(...of)).rules.length;

describe('an entry of law holds', () => {
  test('for its payer types and subjects alone', () => {
    expect(rulesOf(statutesOf({}))).toBe(1);
    expect(rulesOf(statutesOf({}), { payerType: 'commercial' })).toBe(0);
    expect(rulesOf(statutesOf({ subjects: ['bundling'] }))).toBe(0);
    expect(rulesOf(statutesOf({ subjects: '*' }))).toBe(1);
  });

  test('at its levels alone', () => {
    expect(rulesOf(statutesOf({ when: { levels: [2] } }))).toBe(0);
    expect(rulesOf(statutesOf({ when: { levels: [2] } }), { level: 2 })).toBe(1);
  });

  test('with or without a contract only where that is known', () => {
    const statutes = statutesOf({ when: { contracted: false } });
    expect([null, true, false].map((contracted) => rulesOf(statutes, { contracted }))).toEqual([0, 0, 1]);
  });

  test('where the payer stated one of its reasons', () => {
    const statutes = statutesOf({ when: { stated: ['emergency', 'unitLimit'] } });
    expect(rulesOf(statutes)).toBe(0);
    expect(rulesOf(statutes, {}, { unitLimit: true })).toBe(1);
  });
});

describe('law is refused', () => {
  test.each([
    ['twice under one id', [{}, {}]],
    ['without a source', [{ source: 'somewhere' }]],
    ['as a sentence with its full stop', [{ says: 'A rule holds.' }]],
    ['for an unknown payer type', [{ payerTypes: ['medicare'] }]],
    ['for a reason that nothing states', [{ when: { stated: ['weather'] } }]],
  ])('%s', (_what, statutes) => {
    expect(() => statutesOf(...statutes)).toThrow();
  });
});

test('the first question that fits is asked', () => {
  const { payerTypes } = entry;
  const statutes = statutesSchema.parse({
    statutes: [entry],
    questions: [
      { payerTypes, subjects: ['bundling'], asks: 'the edit' },
      { payerTypes, subjects: ['duplicate'], asks: 'the definition' },
      { payerTypes, subjects: '*', asks: 'anything' },
    ],
  });
  expect(lawFor(statutes, 'duplicate', facts()).asks).toBe('the definition');
  expect(lawFor(statutes, 'duplicate', facts({ payerType: 'va' })).asks).toBeNull();
});

test('by what right we appeal is asked apart from the rule', () => {
  const { payerTypes } = entry;
  const when = { contracted: false };
  const statutes = statutesSchema.parse({
    statutes: [entry],
    questions: [{ payerTypes, subjects: '*', when, part: 'authority', asks: 'the waiver' }],
  });
  expect(lawFor(statutes, 'duplicate', facts({ contracted: false }))).toMatchObject({
    asks: null,
    asksAuthority: 'the waiver',
  });
  expect(lawFor(statutes, 'duplicate', facts()).asksAuthority).toBeNull();
});

test('a citation does not break at its signs', () => {
  expect(unbroken('42 CFR 405.940; Act § 1862')).toBe('42\u00a0CFR\u00a0405.940; Act §\u00a01862');
});
