import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import type { PayerType } from '../../../functions/core/payer/profile.ts';
import { type ClaimSketch, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';

const rulebook = bundledRulebook();

function decide(sketch: ClaimSketch, payer: PayerType = 'commercial') {
  return decideClaim(remittedClaim(sketch), payerOf(payer), rulebook);
}

describe('the class of a claim', () => {
  it('is denial when a line is denied and another is held', () => {
    const decision = decide({ lines: [{ cas: ['OA-133'] }, { cas: ['CO-50 70'] }] });
    expect(decision).toMatchObject({ class: 'denial', amountCents: 7_000, reasons: [{ carc: '50' }] });
  });

  it('is hold when a line is held and another is paid', () => {
    const decision = decide({ lines: [{ cas: ['OA-133'] }, { cas: ['CO-45'] }] });
    expect(decision).toMatchObject({ class: 'hold', reasons: [{ carc: '133' }], appealable: 'no' });
  });

  it('is hold for a claim forwarded without any adjustment', () => {
    expect(decide({ status: '23' })).toMatchObject({ class: 'hold', level: 'claim', reasons: [] });
  });

  it('is denial with a review of the whole charge where the payer says denied and gives no reason', () => {
    const decision = decide({ status: '4', chargeCents: 12_500, paidCents: 0, remarks: ['N30'] });
    expect(decision).toMatchObject({
      class: 'denial',
      route: 'review',
      amountCents: 12_500,
      reasons: [{ group: '', carc: '', remarks: ['N30'], amountCents: 12_500, line: null }],
    });
  });

  it.each(['1', '2', '19', '99'])(
    'is a question where status %s pays nothing and gives no reason',
    (status) => {
      const lines = [{ chargeCents: 12_500, paidCents: 0 }];
      expect(decide({ status, lines })).toMatchObject({
        class: 'non_denial',
        route: 'review',
        amountCents: 0,
      });
    },
  );

  it.each([
    ['a reversal', { status: '22', chargeCents: -100, paidCents: 0 }],
    ['a predetermination', { status: '25', chargeCents: 100, paidCents: 0 }],
    ['a claim without a charge', { status: '4', chargeCents: 0, paidCents: 0 }],
    ['a claim that was paid', { chargeCents: 100, paidCents: 100 }],
  ])('is none for %s without any adjustment', (_name, sketch) => {
    expect(decide(sketch)).toBeNull();
  });

  it('is denial with a review for a code that is not on the list', () => {
    const decision = decide({ lines: [{ cas: ['CO-999 12.34'] }] });
    expect(decision).toMatchObject({
      class: 'denial',
      category: 'other',
      route: 'review',
      amountCents: 1_234,
    });
  });

  it('is denial with a review for a group X12 does not know', () => {
    expect(decide({ lines: [{ cas: ['ZZ-50'] }] })).toMatchObject({ class: 'denial', route: 'review' });
  });

  it('is neither for the correction marker CR of version 4010', () => {
    expect(decide({ lines: [{ cas: ['CR-50'] }] })).toBeNull();
  });

  it('keeps a retired code working', () => {
    expect(decide({ lines: [{ cas: ['CO-62'] }] })).toMatchObject({ class: 'denial', route: 'appeal' });
  });

  it('sends a pharmacy reject code to a person', () => {
    const decision = decide({ lines: [{ cas: ['CO-50'], rejectCodes: ['70'] }] });
    expect(decision).toMatchObject({ route: 'review', ruleId: 'normalise.pharmacy-reject' });
  });

  it('reads codes as payers misspell them', () => {
    expect(decide({ lines: [{ cas: ['co-050'], remarks: ['n115 '] }] })?.reasons).toEqual([
      { group: 'CO', carc: '50', remarks: ['N115'], amountCents: 10_000, line: 1 },
    ]);
  });
});

describe('the level of a decision', () => {
  it.each([
    { where: 'claim', sketch: { cas: ['CO-50'] } },
    { where: 'line', sketch: { lines: [{ cas: ['CO-50'] }] } },
    { where: 'mixed', sketch: { cas: ['CO-29'], lines: [{ cas: ['CO-50'] }] } },
  ])('is $where where the reasons stand there', ({ where, sketch }) => {
    expect(decide(sketch)?.level).toBe(where);
  });
});

describe('remarks', () => {
  it('of the claim speak for lines with none of their own', () => {
    const decision = decide({ remarks: ['N706'], lines: [{ cas: ['CO-16'] }] });
    expect(decision).toMatchObject({ route: 'documentation', reasons: [{ remarks: ['N706'] }] });
  });

  it('of the claim leave lines with their own reason alone', () => {
    const decision = decide({ remarks: ['N706'], lines: [{ cas: ['CO-16'], remarks: ['M51'] }] });
    expect(decision).toMatchObject({ route: 'correct_resubmit', reasons: [{ remarks: ['M51'] }] });
  });

  it('go first to the code that cannot stand without one', () => {
    const decision = decide({ lines: [{ cas: ['CO-252', 'CO-97'], remarks: ['N706'] }] });
    expect(decision?.reasons).toEqual([
      expect.objectContaining({ carc: '252', remarks: ['N706'] }),
      expect.objectContaining({ carc: '97', remarks: [] }),
    ]);
  });

  it('that contradict each other go to a person', () => {
    const decision = decide({ lines: [{ cas: ['CO-96'], remarks: ['N180', 'M61'] }] });
    expect(decision).toMatchObject({ route: 'review', ruleId: 'remark.contradiction' });
  });
});

describe('several reasons', () => {
  it('are led by the one that makes the others moot', () => {
    const decision = decide({ lines: [{ cas: ['CO-50 400'] }, { cas: ['CO-109 10'] }] });
    expect(decision).toMatchObject({ route: 'bill_other_payer', reasons: [{ carc: '109' }, { carc: '50' }] });
  });

  it('of one rank are led by the larger amount', () => {
    const decision = decide({ lines: [{ cas: ['CO-50 10'] }, { cas: ['CO-55 20'] }] });
    expect(decision?.reasons[0]?.carc).toBe('55');
  });

  it('are never hidden behind a write-off', () => {
    const decision = decide({ lines: [{ cas: ['CO-B4 5', 'CO-50 300'] }] });
    expect(decision).toMatchObject({ route: 'appeal', amountCents: 30_500 });
  });

  it('for data and on the merits on one line go to a person', () => {
    const decision = decide({ lines: [{ cas: ['CO-4', 'CO-50'] }] });
    expect(decision).toMatchObject({ route: 'review', ruleId: 'conflict.two-reasons-one-line' });
  });

  it('run apart in Original Medicare, where lines are reopened one by one', () => {
    const decision = decide({ lines: [{ cas: ['CO-50'] }, { cas: ['CO-4'] }] }, 'medicare_ffs');
    expect(decision).toMatchObject({ route: 'correct_resubmit', mechanism: 'reopening' });
  });
});

describe('the mechanism', () => {
  const data: ClaimSketch = { lines: [{ cas: ['CO-4'] }] };

  it('is a new claim where the payer takes no replacements', () => {
    const profile = payerOf('commercial', { allowFrequency7: false });
    expect(decideClaim(remittedClaim(data), profile, rulebook)?.mechanism).toBe('new_claim');
  });

  it('is a replacement to a Medicare contractor only when the profile says it takes them', () => {
    const profile = payerOf('medicare_ffs', { allowFrequency7: true });
    expect(decideClaim(remittedClaim(data), profile, rulebook)?.mechanism).toBe('replacement');
  });

  it('is none for an unprocessable duplicate, since the other claim comes first', () => {
    const decision = decide({ lines: [{ cas: ['CO-18'], remarks: ['MA130'] }] });
    expect(decision).toMatchObject({ route: 'review', mechanism: 'none', appealable: 'no' });
  });

  it('is none where no claim is sent', () => {
    expect(decide({ lines: [{ cas: ['CO-50'] }] })?.mechanism).toBe('none');
  });
});

describe('a decision the payer maintained', () => {
  it('is not appealed at the same level, even where 193 stands without money', () => {
    const decision = decide({ lines: [{ cas: ['CO-50', 'OA-193 0'] }] });
    expect(decision).toMatchObject({ route: 'review', ruleId: 'rights.decision-maintained' });
  });
});

describe('a claim the payer sent on', () => {
  it('is not billed to the next payer again', () => {
    expect(decide({ remarks: ['MA18'], lines: [{ cas: ['OA-209'] }] })?.route).toBe('review');
    expect(decide({ status: '19', lines: [{ cas: ['PR-1'], remarks: ['N781'] }] })).toBeNull();
  });

  it('is not billed to the patient before the next payer answered', () => {
    expect(decide({ status: '19', lines: [{ cas: ['PR-204'] }] })?.route).toBe('review');
    expect(decide({ parties: ['TT'], lines: [{ cas: ['PR-204'] }] })?.route).toBe('review');
  });

  it('keeps its denials', () => {
    expect(decide({ status: '19', lines: [{ cas: ['CO-50'] }] })?.route).toBe('appeal');
  });
});

describe('zero allowed', () => {
  it('is asked for a whole claim taken off as contractual', () => {
    const decision = decide({ cas: ['CO-45 500'], paidCents: 0 });
    expect(decision).toMatchObject({ class: 'non_denial', route: 'review', ruleId: 'suspect.zero-allowed' });
  });

  it('is not asked of institutional lines priced as a group', () => {
    const lines = [{ cas: ['CO-45 500'], paidCents: 0, revenueCode: '0250' }, { revenueCode: '0360' }];
    expect(decide({ lines })).toBeNull();
  });

  it('is not asked under capitation', () => {
    expect(decide({ lines: [{ cas: ['CO-45 500'], paidCents: 0 }] }, 'capitated_commercial')).toBeNull();
  });
});

describe('the trace', () => {
  it('names every rule that spoke, with line and source', () => {
    const decision = decide({ lines: [{}, { cas: ['PR-204'], remarks: ['N782'] }] });
    expect(decision?.trace).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ rule: 'carc.204-PR', line: 2 }),
        expect.objectContaining({ rule: 'safety.qmb', line: 2, source: 'C17; 42 USC 1396a(n)(3)' }),
      ]),
    );
    expect(decision?.rulebookVersion).toBe(rulebook.version);
  });
});

describe('the explanation', () => {
  it('tells what the payer said, what to do first and what not to do', () => {
    const decision = decide(
      { lines: [{ cas: ['CO-16 1234.50'], remarks: ['MA130', 'N290'] }] },
      'medicare_ffs',
    );
    expect(decision?.explanation).toMatch(/^The payer took \$1,234\.50 off line 1 with CO-16 \(/);
    expect(decision?.explanation).toMatch(/First: complete the data/);
    expect(decision?.explanation).toMatch(/Do not appeal and do not send a replacement/);
  });
});
