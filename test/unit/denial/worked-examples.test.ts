import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import type { DecisionClass, Mechanism, Route } from '../../../functions/core/denial/decision.ts';
import type { PayerProfile, PayerType } from '../../../functions/core/payer/profile.ts';
import type { DecisionFacts } from '../../../functions/core/rulebook/schema.ts';
import { type ClaimSketch, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();

interface Example {
  readonly n: number;
  readonly payer: PayerType | 'any';
  readonly cas: string;
  readonly remarks?: string;
  readonly because: string;
  readonly route: Route;
  readonly class?: DecisionClass;
  readonly mechanism?: Mechanism;
  readonly appealable?: 'yes' | 'no' | 'conditional';
  readonly profile?: Partial<PayerProfile>;
  readonly facts?: DecisionFacts;
  readonly claim?: ClaimSketch;
}

const EXAMPLES: readonly Example[] = [
  {
    n: 1,
    payer: 'commercial',
    cas: 'CO-16',
    remarks: 'N329',
    because: 'a birth date is claim data',
    route: 'correct_resubmit',
    mechanism: 'replacement',
  },
  {
    n: 2,
    payer: 'medicare_ffs',
    cas: 'CO-16',
    remarks: 'MA130+N297',
    because: 'unprocessable means a new claim and no appeal',
    route: 'correct_resubmit',
    mechanism: 'new_claim',
    appealable: 'no',
  },
  {
    n: 3,
    payer: 'any',
    cas: 'CO-16',
    remarks: 'N210',
    because: 'an alert about appeal rights is nothing to act on',
    route: 'review',
  },
  {
    n: 4,
    payer: 'exchange',
    cas: 'CO-200',
    remarks: 'N618',
    because: 'the payer reworks it once the premium is paid',
    route: 'not_a_denial',
    class: 'hold',
  },
  {
    n: 5,
    payer: 'commercial',
    cas: 'CO-16',
    remarks: 'M76+N463',
    because: 'the datum leads and the support goes with it',
    route: 'correct_resubmit',
  },
  {
    n: 6,
    payer: 'medicare_ffs',
    cas: 'CO-4',
    because: 'an adjudicated modifier error is a reopening',
    route: 'correct_resubmit',
    mechanism: 'reopening',
  },
  {
    n: 7,
    payer: 'commercial',
    cas: 'CO-252',
    remarks: 'N221',
    because: 'a named document is missing',
    route: 'documentation',
  },
  {
    n: 8,
    payer: 'commercial',
    cas: 'CO-252',
    remarks: 'N4',
    because: "the document is the primary's result",
    route: 'bill_other_payer',
  },
  {
    n: 9,
    payer: 'medicaid',
    cas: 'CO-22',
    remarks: 'N480',
    because: 'the primary EOB cannot be used',
    route: 'bill_other_payer',
  },
  {
    n: 10,
    payer: 'commercial',
    cas: 'CO-251',
    remarks: 'N233',
    because: 'a better copy of the operative note is wanted',
    route: 'documentation',
  },
  { n: 11, payer: 'any', cas: 'CO-163', because: 'the attachment was lost', route: 'documentation' },
  {
    n: 12,
    payer: 'commercial',
    cas: 'CO-226',
    remarks: 'N888',
    because: 'an electronic request waits',
    route: 'documentation',
  },
  {
    n: 13,
    payer: 'commercial',
    cas: 'CO-288',
    remarks: 'N489',
    because: 'the referral form beats the appeal',
    route: 'documentation',
  },
  {
    n: 14,
    payer: 'commercial',
    cas: 'CO-243',
    because: 'the approval exists, so its number is added',
    route: 'correct_resubmit',
    facts: { approvalOnFile: true },
  },
  { n: 15, payer: 'commercial', cas: 'CO-243', because: 'nothing is on file', route: 'appeal' },
  {
    n: 16,
    payer: 'commercial',
    cas: 'CO-39',
    remarks: 'N939',
    because: 'a peer-to-peer call comes before the letter',
    route: 'appeal',
  },
  {
    n: 17,
    payer: 'commercial',
    cas: 'CO-284',
    remarks: 'N188',
    because: 'approved level and billed code differ',
    route: 'correct_resubmit',
  },
  {
    n: 18,
    payer: 'medicare_ffs',
    cas: 'CO-50',
    remarks: 'M39',
    because: 'a defective notice closes the patient bill, not the appeal',
    route: 'appeal',
    appealable: 'yes',
  },
  {
    n: 19,
    payer: 'medicare_ffs',
    cas: 'PR-50',
    remarks: 'M38',
    because: 'a signed notice shifts liability',
    route: 'patient_responsibility',
    appealable: 'yes',
  },
  { n: 20, payer: 'commercial', cas: 'CO-55', because: 'clinical evidence answers it', route: 'appeal' },
  {
    n: 21,
    payer: 'tricare',
    cas: 'CO-55',
    because: 'a network provider is no appealing party',
    route: 'review',
    profile: { network: 'in' },
  },
  {
    n: 22,
    payer: 'commercial',
    cas: 'CO-151',
    remarks: 'N435',
    because: 'support of the frequency is asked for',
    route: 'documentation',
  },
  {
    n: 23,
    payer: 'medicare_ffs',
    cas: 'CO-119',
    because: 'a therapy exception may be a corrected claim',
    route: 'review',
  },
  {
    n: 24,
    payer: 'medicare_advantage',
    cas: 'CO-186',
    because: 'the two-midnight rule binds the plan',
    route: 'appeal',
  },
  {
    n: 25,
    payer: 'any',
    cas: 'CO-40',
    remarks: 'N391',
    because: 'the emergency record is asked for',
    route: 'documentation',
  },
  {
    n: 26,
    payer: 'commercial',
    cas: 'CO-54',
    because: 'the operative note argues for the assistant',
    route: 'appeal',
  },
  {
    n: 27,
    payer: 'commercial',
    cas: 'CO-97',
    remarks: 'N538',
    because: 'the facility pays',
    route: 'bill_other_payer',
  },
  {
    n: 28,
    payer: 'commercial',
    cas: 'PR-97',
    remarks: 'N525',
    because: "bundling is not the patient's debt",
    route: 'review',
  },
  {
    n: 29,
    payer: 'medicare_ffs',
    cas: 'CO-231',
    because: 'a modifier through a reopening cures it',
    route: 'correct_resubmit',
    mechanism: 'reopening',
  },
  {
    n: 30,
    payer: 'commercial',
    cas: 'CO-231',
    remarks: 'N20',
    because: 'the edit indicator must be looked up',
    route: 'review',
  },
  { n: 31, payer: 'any', cas: 'CO-107', because: 'the parent code is missing', route: 'correct_resubmit' },
  {
    n: 32,
    payer: 'commercial',
    cas: 'CO-60',
    remarks: 'N47',
    because: 'the dates collide with a stay',
    route: 'correct_resubmit',
  },
  {
    n: 33,
    payer: 'commercial',
    cas: 'CO-31',
    remarks: 'N382',
    because: 'an identity fix goes as a new claim',
    route: 'correct_resubmit',
    mechanism: 'new_claim',
  },
  {
    n: 34,
    payer: 'any',
    cas: 'PR-27',
    because: 'other cover comes before the patient',
    route: 'review',
    class: 'denial',
  },
  {
    n: 35,
    payer: 'commercial',
    cas: 'CO-166',
    because: 'the successor administrator pays',
    route: 'bill_other_payer',
  },
  {
    n: 36,
    payer: 'medicaid',
    cas: 'CO-29',
    remarks: 'N892',
    because: 'the delay reason was refused',
    route: 'review',
  },
  {
    n: 37,
    payer: 'medicare_ffs',
    cas: 'OA-109',
    remarks: 'N105',
    because: 'the Railroad contractor pays',
    route: 'bill_other_payer',
  },
  {
    n: 38,
    payer: 'medicare_ffs',
    cas: 'CO-22',
    remarks: 'MA04',
    because: 'the primary is unknown to Medicare',
    route: 'bill_other_payer',
  },
  {
    n: 40,
    payer: 'auto',
    cas: 'CO-21',
    remarks: 'N587',
    because: 'the policy is exhausted',
    route: 'bill_other_payer',
  },
  {
    n: 41,
    payer: 'any',
    cas: 'OA-209',
    because: 'the next payer pays, never the patient',
    route: 'bill_other_payer',
  },
  {
    n: 42,
    payer: 'medicare_ffs',
    cas: 'PR-1',
    remarks: 'N192',
    because: 'Medicaid pays for a QMB patient',
    route: 'bill_other_payer',
    class: 'non_denial',
  },
  {
    n: 43,
    payer: 'exchange',
    cas: 'OA-257',
    because: 'the grace period has not ended',
    route: 'not_a_denial',
    class: 'hold',
  },
  {
    n: 44,
    payer: 'any',
    cas: 'CO-258',
    remarks: 'N103',
    because: 'the custodial authority pays',
    route: 'bill_other_payer',
  },
  {
    n: 45,
    payer: 'medicare_ffs',
    cas: 'CO-B7',
    remarks: 'N831',
    because: 'revalidate, then reopen',
    route: 'correct_resubmit',
  },
  {
    n: 46,
    payer: 'medicaid',
    cas: 'CO-208',
    remarks: 'N516',
    because: 'NPI and EIN do not pair',
    route: 'correct_resubmit',
  },
  {
    n: 47,
    payer: 'commercial',
    cas: 'CO-170',
    remarks: 'N808',
    because: 'wrong NPI or true exclusion',
    route: 'review',
  },
  {
    n: 48,
    payer: 'commercial',
    cas: 'CO-204',
    remarks: 'N130',
    because: 'the benefit text decides',
    route: 'review',
  },
  {
    n: 49,
    payer: 'commercial',
    cas: 'PR-204',
    remarks: 'N789',
    because: 'the plan excludes trials',
    route: 'patient_responsibility',
    class: 'denial',
  },
  {
    n: 50,
    payer: 'commercial',
    cas: 'PR-96',
    remarks: 'N441',
    because: 'it was a missed visit',
    route: 'patient_responsibility',
  },
  {
    n: 51,
    payer: 'commercial',
    cas: 'CO-96',
    remarks: 'N383',
    because: 'reconstructive need can be shown',
    route: 'appeal',
  },
  {
    n: 52,
    payer: 'commercial',
    cas: 'CO-96',
    remarks: 'N429',
    because: 'the remark points to the patient but the group does not',
    route: 'review',
  },
  {
    n: 53,
    payer: 'commercial',
    cas: 'PR-242',
    remarks: 'N865',
    because: 'balance billing is barred',
    route: 'review',
  },
  {
    n: 54,
    payer: 'commercial',
    cas: 'PI-204',
    because: 'no contract absorbs it',
    route: 'appeal',
    profile: { network: 'out' },
  },
  {
    n: 55,
    payer: 'any',
    cas: 'CO-A1',
    remarks: 'N202',
    because: 'a catch-all with an alert says nothing',
    route: 'review',
  },
  {
    n: 56,
    payer: 'commercial',
    cas: 'CO-A1',
    remarks: 'N706',
    because: 'the remark routes',
    route: 'documentation',
  },
  { n: 57, payer: 'any', cas: 'OA-B13', because: 'the earlier payment must be found', route: 'review' },
  {
    n: 58,
    payer: 'any',
    cas: 'CO-223',
    because: 'a mandated cut never takes everything',
    route: 'review',
    class: 'non_denial',
    claim: { lines: [{ cas: ['CO-223 500'], paidCents: 0 }] },
  },
  {
    n: 60,
    payer: 'workers_comp',
    cas: 'CO-P4',
    because: 'the health plan pays with the denial in hand',
    route: 'bill_other_payer',
  },
  {
    n: 61,
    payer: 'any',
    cas: 'CO-16+29',
    because: 'a data cure may be pointless after the limit',
    route: 'review',
    claim: { lines: [{ cas: ['CO-16 50', 'CO-29 50'], remarks: ['M53'] }] },
  },
  {
    n: 62,
    payer: 'commercial',
    cas: 'CO-197 and 4',
    because: 'mixed tracks on one claim',
    route: 'review',
    claim: { lines: [{ cas: ['CO-197'] }, { cas: ['CO-4'] }] },
  },
  {
    n: 64,
    payer: 'any',
    cas: 'PR-100',
    because: 'the payer paid the patient',
    route: 'patient_responsibility',
    class: 'non_denial',
  },
];

const ANY: readonly PayerType[] = ['commercial', 'medicare_ffs', 'medicare_advantage', 'unknown'];

describe('the worked examples', () => {
  const cases = EXAMPLES.flatMap((example) =>
    (example.payer === 'any' ? ANY : [example.payer]).map((payer) => ({ ...example, payer })),
  );
  it.each(cases)('$n: $payer $cas $remarks goes to $route, since $because', (example) => {
    const remarks = example.remarks?.split('+') ?? [];
    const claim = remittedClaim(example.claim ?? { lines: [{ cas: [example.cas], remarks }] });
    const decision = decideClaim(claim, payerOf(example.payer, example.profile), rulebook, example.facts);
    expect(decision).toMatchObject({
      route: example.route,
      class: example.class ?? 'denial',
      ...(example.mechanism && { mechanism: example.mechanism }),
      ...(example.appealable && { appealable: example.appealable }),
    });
  });

  it('39: a secondary claim that pays nothing since the primary paid the allowed amount needs no decision', () => {
    const claim = remittedClaim({ status: '2', lines: [{ cas: ['OA-23 300', 'CO-45 200'], paidCents: 0 }] });
    expect(decideClaim(claim, payerOf('commercial'), rulebook)).toBeNull();
  });

  it("59: a workers' compensation schedule reduction needs no decision", () => {
    expect(
      decideClaim(remittedClaim({ lines: [{ cas: ['CO-P12'] }] }), payerOf('workers_comp'), rulebook),
    ).toBeNull();
  });

  it('63: a reversal opens nothing', () => {
    const claim = remittedClaim({ status: '22', lines: [{ cas: ['CO-50 -100'] }] });
    expect(decideClaim(claim, payerOf('commercial'), rulebook)).toBeNull();
  });
});
