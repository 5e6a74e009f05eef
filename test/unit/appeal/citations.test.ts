import { describe, expect, test } from 'vitest';
import { readTemplateFiles } from '../../../functions/adapters/letters/template-files.ts';
import { foreignCitations, otherLaw } from '../../../functions/core/appeal/citations.ts';
import { unbroken } from '../../../functions/core/appeal/statutes.ts';
import { type PayerType, payerTypeSchema } from '../../../functions/core/payer/profile.ts';
import { TEMPLATES } from '../../fixtures/appeal-system.ts';

const { statutes } = readTemplateFiles(TEMPLATES);
const found = (payerType: PayerType, text: string) =>
  foreignCitations(statutes, payerType, text).map(({ citation }) => citation);

describe('law of another line of business is found in what a biller writes', () => {
  test.each<[PayerType, string, string]>([
    ['medicare_ffs', '29 CFR 2560.503-1 gives a full and fair review.', '29 CFR 2560.503'],
    ['medicare_ffs', 'ERISA § 503 requires it.', 'ERISA'],
    [
      'medicare_part_a',
      'See the Employee Retirement Income Security Act.',
      'Employee Retirement Income Security Act',
    ],
    ['medicare_dme', '45 C.F.R. § 147.136 applies', '45 C.F.R. § 147.136'],
    ['commercial', 'under 42 CFR 405.940', '42 CFR 405.940'],
    ['commercial', 'under 42 CFR part 422', '42 CFR part 422'],
    [
      'commercial',
      'section 1862(a)(1) of the Social Security Act',
      'section 1862(a)(1) of the Social Security Act',
    ],
    ['commercial', '42 U.S.C. § 1395y(a)(1)(A)', '42 U.S.C. § 1395y'],
    ['medicare_advantage', 'Tex. Ins. Code § 843.338', 'Ins. Code'],
    ['medicare_advantage', '42 CFR 405.942', '42 CFR 405.942'],
    ['medicare_ffs', '42 CFR 422.113(b)', '42 CFR 422.113'],
    ['medicaid', '42 CFR 438.404', '42 CFR 438.404'],
    ['exchange', '29 U.S.C. 1133', '29 U.S.C. 1133'],
    ['fehb', '28 CCR 1300.71.38', '28 CCR'],
    ['tricare', '38 CFR 17.4020', '38 CFR 17.4020'],
    ['va', '32 CFR 199.10', '32 CFR 199.10'],
    ['workers_comp', '42 CFR 424.44', '42 CFR 424.44'],
    ['medicaid_mco', '5 CFR 890.105', '5 CFR 890.105'],
    ['commercial', 'under 42 C\u00adFR 405.940', '42 CFR 405.940'],
    ['commercial', 'title 42, Code of Federal Regulations, section 405.940', '42 CFR, section 405.940'],
    ['commercial', '42 CFR Part 405, Subpart I, 405.940', '42 CFR Part 405'],
    ['commercial', '42 CFR Subpart I, 405.940', '42 CFR Subpart I, 405.940'],
    ['commercial', '42 CFR s. 405.940', '42 CFR s. 405.940'],
    ['medicare_ffs', 'broken 29\u00a0CFR\n2560.503-1', '29 CFR 2560.503'],
  ])('%s: %s', (payerType, text, citation) => {
    expect(found(payerType, text)).toEqual([citation]);
  });
});

describe('what a payer’s own line of business has is not foreign', () => {
  test.each<[PayerType, string]>([
    ['commercial', '29 CFR 2560.503-1 and ERISA § 503: the plan is self-funded.'],
    ['commercial', 'Tex. Ins. Code § 843.338; 45 CFR 147.136(d)'],
    ['commercial', '42 CFR 411.20(a): the group plan pays first'],
    ['medicare_ffs', '42 CFR 405.942; § 1879 of the Act; 42 CFR 410.32'],
    ['medicare_advantage', '42 CFR 422.101(b) and 42 CFR 412.3(d)(1)'],
    ['medicaid_mco', '42 CFR 438.210(a)(5)(i); Insurance Code'],
    ['fehb', '5 CFR 890.114; 45 CFR 149.110(c)(1)'],
    ['tricare', '32 CFR 199.4'],
    ['unknown', '42 CFR 405.940, ERISA, Ins. Code'],
    ['commercial', 'The policy, section 4.2 of the manual, and 45 CFR 164.506.'],
    ['medicare_ffs', 'Paid 1,234 in 2026; code 29 CF R'],
  ])('%s: %s', (payerType, text) => {
    expect(found(payerType, text)).toEqual([]);
  });

  test.each(payerTypeSchema.options)('nor is anything that our own law cites for %s', (payerType) => {
    for (const { citation, payerTypes } of statutes.statutes)
      if (payerTypes.includes(payerType)) expect(found(payerType, unbroken(citation))).toEqual([]);
  });
});

test('each is told once, in the order of the text, with whose law it is', () => {
  const text = 'ERISA, then 42 CFR 405.940, then ERISA and 42 CFR 405.940 again.';
  expect(otherLaw(foreignCitations(statutes, 'tricare', text))).toEqual([
    'LAW of another line of business: “ERISA” is the law of employer plans, not of this payer',
    'LAW of another line of business: “42 CFR 405.940” is the law of Original Medicare, not of this payer',
  ]);
});
