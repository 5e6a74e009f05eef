import { describe, expect, it } from 'vitest';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { decideClaim } from '../../../functions/core/denial/decide.ts';
import type { Decision } from '../../../functions/core/denial/decision.ts';
import { type PayerProfile, type PayerType, payerProfileOf } from '../../../functions/core/payer/profile.ts';
import { knownPayers, payerRegistrySchema } from '../../../functions/core/payer/registry.ts';
import { readRemittances } from '../../../functions/core/remittance/reader.ts';
import type { ReaderEvent } from '../../../functions/core/remittance/remittance.ts';
import { type ClaimSketch, payerOf, remittedClaim } from '../../fixtures/remitted-claim.ts';
import { clocksFor } from '../deadline/clock-fixtures.ts';

const rulebook = bundledRulebook();

function decide(sketch: ClaimSketch, payer: PayerType = 'commercial', profile: Partial<PayerProfile> = {}) {
  return decideClaim(remittedClaim(sketch), payerOf(payer, profile), rulebook);
}

function decideLine(cas: string, remarks = '', payer: PayerType = 'commercial'): Decision | null {
  return decide({ lines: [{ cas: [cas], remarks: remarks === '' ? [] : remarks.split('+') }] }, payer);
}

const window = { quantity: 90, unit: 'calendar_days', countedFrom: 'remittance_date', source: 'Contract' };
const registry = payerRegistrySchema.parse({
  payers: [
    {
      payer: 'test',
      name: 'Test',
      seenAs: [{ id: '1' }],
      payerType: 'commercial',
      windows: [
        { ...window, kind: 'dispute' },
        { ...window, kind: 'corrected_claim', quantity: 60 },
      ],
    },
  ],
});
const withWindows = payerProfileOf({ id: '1', name: '' }, '12', knownPayers(registry.payers));

/** One claim of $100 paid in full, less what the PLB takes. */
function oneRemittance(claim: string, plb: string): string {
  const body = `ST*835*0001~BPR*I*60*C*ACH************20261102~TRN*1*T1*1999999999~DTM*405*20261102~N1*PR*TEST*XV*1~N1*PE*CLINIC*XX*1555012347~LX*1~${claim}${plb}`;
  const segments = body.split('~').length;
  return `${ENVELOPE}${body}SE*${segments}*0001~GE*1*1~IEA*1*000000001~`;
}

const ENVELOPE =
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *261101*1200*^*00501*000000001*0*T*:~GS*HP*A*B*20261101*1200*1*X*005010X221A1~';

async function readAll(text: string): Promise<ReaderEvent[]> {
  const events: ReaderEvent[] = [];
  for await (const batch of readRemittances(chunks(text))) events.push(...batch);
  return events;
}

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

describe('naive mistakes that are not made', () => {
  it('1: nothing paid is not by itself a denial', () => {
    expect(decide({ lines: [{ cas: ['PR-1 500'], paidCents: 0 }] })).toBeNull();
    expect(decide({ status: '2', lines: [{ cas: ['OA-23 500'], paidCents: 0 }] })).toBeNull();
  });

  it('2: CLP02 decides nothing about denial', () => {
    expect(decide({ status: '4', lines: [{ cas: ['PR-3'] }] })).toBeNull();
    for (const status of ['1', '2', '3', '19']) {
      expect(decide({ status, lines: [{ cas: ['CO-50'] }] })?.class).toBe('denial');
    }
  });

  it('3: a contractual reduction is no denial', () => {
    expect(decideLine('CO-45')).toBeNull();
  });

  it('4: PR can be a denial', () => {
    for (const carc of ['26', '27', '31', '96', '204'])
      expect(decideLine(`PR-${carc}`)?.class).toBe('denial');
  });

  it('5: PR is not a bill to the patient before the protections', () => {
    expect(decideLine('PR-204', 'N782', 'medicare_ffs')?.route).toBe('bill_other_payer');
    expect(decideLine('PR-204', 'N859')?.route).toBe('review');
    expect(decideLine('PR-96', 'N429')?.route).toBe('review');
    expect(decideLine('PR-50', '', 'medicare_ffs')?.route).toBe('review');
    expect(decideLine('PR-204', '', 'medicaid')?.route).toBe('review');
    expect(decide({ parties: ['GB'], lines: [{ cas: ['PR-204'] }] })?.route).toBe('review');
  });

  it('6: CO is not a write-off', () => {
    for (const carc of ['50', '197', '16', '252', '22', '97', '11']) {
      expect(decideLine(`CO-${carc}`)?.route).not.toBe('write_off');
    }
  });

  it('7: OA asks for work', () => {
    expect(decideLine('OA-18')?.route).toBe('review');
    expect(decideLine('OA-109')?.route).toBe('bill_other_payer');
    expect(decideLine('OA-209')?.route).toBe('bill_other_payer');
  });

  it('8: PI is never written off by a rule', () => {
    expect(decideLine('PI-204')?.route).toBe('appeal');
    expect(decideLine('PI-97', 'N390')?.route).not.toBe('write_off');
    expect(decideLine('PI-96', 'M61')?.route).toBe('review');
  });

  it('9: remarks are read wherever they stand', () => {
    const moa = decide(
      { remarks: ['MA130'], lines: [{ cas: ['CO-16'], remarks: ['N290'] }] },
      'medicare_ffs',
    );
    expect(moa).toMatchObject({ route: 'correct_resubmit', mechanism: 'new_claim', appealable: 'no' });
    const second = decide({ lines: [{ cas: ['CO-16'], remarks: ['MA01', 'N706'] }] });
    expect(second?.route).toBe('documentation');
  });

  it('10: an alert is no reason', () => {
    expect(decide({ lines: [{ cas: ['CO-45'], remarks: ['MA01'] }] })).toBeNull();
    expect(decideLine('CO-16', 'MA01')?.route).toBe('review');
  });

  it('11: a neutral remark does not cancel a denial', () => {
    expect(decideLine('CO-197', 'N1')).toMatchObject({ class: 'denial', route: 'appeal' });
    expect(decideLine('CO-197', 'N14')).toMatchObject({ class: 'denial', route: 'appeal' });
  });

  it('12: an unprocessable claim is not appealed', () => {
    expect(decideLine('CO-50', 'MA130', 'medicare_ffs')).toMatchObject({
      route: 'correct_resubmit',
      mechanism: 'new_claim',
      appealable: 'no',
    });
  });

  it('13: unprocessable goes as a new claim, adjudicated as a replacement', () => {
    expect(decideLine('CO-16', 'MA130+N290')?.mechanism).toBe('new_claim');
    expect(decideLine('CO-16', 'N290')?.mechanism).toBe('replacement');
  });

  it('14: a replacement and a void are not mixed up', () => {
    expect(decideLine('CO-16', 'N380')?.mechanism).toBe('replacement');
    expect(decideLine('CO-16', 'N798')?.mechanism).toBe('void_and_new');
  });

  it('15: Medicare Part B gets a reopening, not a replacement', () => {
    expect(decideLine('CO-4', '', 'medicare_ffs')?.mechanism).toBe('reopening');
    expect(decideLine('CO-16', 'N380', 'medicare_dme')?.mechanism).toBe('reopening');
    expect(decideLine('CO-4', '', 'medicare_part_a')?.mechanism).toBe('adjustment');
  });

  it('16: late filing in Original Medicare is not appealed', () => {
    for (const payer of ['medicare_ffs', 'medicare_part_a', 'medicare_dme'] as const) {
      expect(decideLine('CO-29', '', payer)).toMatchObject({ route: 'review', appealable: 'no' });
    }
  });

  it('17: a duplicate is neither appealed nor sent again', () => {
    for (const remarks of ['', 'N111', 'M51', 'N706', 'N115'])
      expect(decideLine('OA-18', remarks)?.route).toBe('review');
  });

  it('18: reversals and negative lines make no denial', () => {
    expect(decide({ status: '22', lines: [{ cas: ['CO-50 100', 'CO-45 -100'] }] })).toBeNull();
    expect(decide({ lines: [{ cas: ['CO-94 -100', 'CO-144 -5'] }] })).toBeNull();
  });

  it('19: a reversal with its correction opens one denial', () => {
    const reversal = decide({ status: '22', lines: [{ cas: ['CO-50 -100'] }] });
    const correction = decide({ status: '1', lines: [{ cas: ['CO-50 100'] }] });
    expect([reversal, correction].filter((decision) => decision?.class === 'denial')).toHaveLength(1);
  });

  it('20: what a PLB takes back is the provider’s, not a denial of any claim', async () => {
    const claim = 'CLP*A1*1*100*100*0*12*PCN1*11*1~NM1*QC*1*SAMPLE*PAT~SVC*HC:99213*100*100**1~';
    const events = await readAll(oneRemittance(claim, 'PLB*1555012347*20261231*WO:PCN9*40~'));
    const claims = events.filter((event) => event.kind === 'claim');
    const [trailer] = events.filter((event) => event.kind === 'remittance');
    expect(claims).toHaveLength(1);
    for (const event of claims) expect(decideClaim(event.claim, payerOf('commercial'), rulebook)).toBeNull();
    expect(trailer?.trailer).toMatchObject({
      balanced: true,
      providerAdjustments: [expect.objectContaining({ amountCents: 4_000 })],
    });
  });

  it('21: 133, 257 and 277 pend', () => {
    for (const carc of ['133', '257', '277']) {
      expect(decideLine(`OA-${carc}`)).toMatchObject({
        class: 'hold',
        route: 'not_a_denial',
        amountCents: 0,
      });
    }
  });

  it('22: what the payer reworks by itself is not sent again', () => {
    for (const remark of ['N938', 'N618']) expect(decideLine('CO-16', `${remark}+M51`)?.class).toBe('hold');
  });

  it('23: a missing document is sent, not appealed', () => {
    expect(decideLine('CO-252', 'N706')?.route).toBe('documentation');
    expect(decideLine('CO-252', 'N115')?.route).not.toBe('appeal');
  });

  it("24: the primary's EOB is not a medical record", () => {
    for (const remark of ['N4', 'N479', 'N480', 'MA04']) {
      expect(decideLine('CO-252', remark)?.route).toBe('bill_other_payer');
    }
  });

  it('25: CLP06 MA is Part A, so a Part A adjustment corrects it', () => {
    expect(decideLine('CO-4', '', 'medicare_part_a')?.mechanism).toBe('adjustment');
    expect(decideLine('CO-4', '', 'medicare_advantage')?.mechanism).toBe('replacement');
  });

  it('26: 24 means what the payer type makes of it', () => {
    expect(decideLine('CO-24', '', 'capitated_commercial')).toBeNull();
    expect(decideLine('CO-24', '', 'medicare_ffs')?.route).toBe('bill_other_payer');
    expect(decideLine('CO-24', '', 'commercial')?.route).toBe('review');
    expect(decideLine('OA-24', '', 'unknown')?.route).toBe('review');
  });

  it('27: an authorization denial says to look for the number before the appeal', () => {
    expect(decideLine('CO-197')?.explanation).toMatch(/First: look for the number/);
  });

  it('28: a modifier is appended only where the record supports it', () => {
    expect(decideLine('CO-236')?.explanation).toMatch(/modifier that the record does not support/);
    for (const carc of ['97', '231', '234', '236'])
      expect(decideLine(`PR-${carc}`, 'N425')?.route).toBe('review');
  });

  it('29: an add-on denial leads to its parent service', () => {
    expect(decideLine('CO-B15')?.route).toBe('correct_resubmit');
    expect(decideLine('CO-107', 'N122')?.route).toBe('correct_resubmit');
  });

  it('30: a coverage-policy denial first asks for the diagnosis', () => {
    expect(decideLine('CO-50', 'N115', 'medicare_ffs')?.explanation).toMatch(/First: check the diagnosis/);
    expect(decideLine('CO-11', 'N115', 'medicare_ffs')?.route).toBe('review');
  });

  it('31: the secondary is not appealed when the primary denied', () => {
    expect(decideLine('OA-136')?.route).toBe('review');
    expect(decideLine('CO-276', 'N854')?.route).toBe('review');
  });

  it('32: a forwarded claim is not filed again at once', () => {
    for (const carc of ['B11', '290', '291', '292', '298', '300', '305']) {
      expect(decideLine(`CO-${carc}`)?.class).toBe('hold');
    }
    expect(decide({ status: '23', lines: [{ cas: ['OA-109'] }] })).toMatchObject({
      class: 'hold',
      route: 'not_a_denial',
    });
  });

  it('33: the amount is the denied money only', () => {
    const decision = decide({ lines: [{ cas: ['CO-45 200', 'PR-2 50', 'CO-50 170'] }] });
    expect(decision?.amountCents).toBe(17_000);
    const twoLevels = decide({
      chargeCents: 90_000,
      paidCents: 12_300,
      cas: ['CO-109 70', 'CO-253 3'],
      lines: [{ cas: ['CO-45 200', 'CO-50 170'] }, { cas: ['PR-3 25', 'OA-23 60', 'CO-50 -20'] }],
    });
    expect(twoLevels?.amountCents).toBe(24_000);
    expect(twoLevels?.reasons.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(24_000);
  });

  it('34: the advice on a write-off says that a passed date is no reason for one', () => {
    expect(decideLine('CO-97', 'N390')?.explanation).toMatch(
      /Do not write off because a date is unknown or has passed/,
    );
  });

  it('35: mixed tracks say that an appeal does not pause the corrected-claim clock', () => {
    const decision = decide({ lines: [{ cas: ['CO-197'] }, { cas: ['CO-4'] }] });
    expect(decision?.explanation).toMatch(/appeal does not pause the corrected-claim clock/);
    expect(decision?.contradiction?.ruleId).toBe('conflict.mixed-tracks');
  });

  it('35: on the appeal’s own route the corrected-claim clock runs on, with its own date', () => {
    const kinds = clocksFor(withWindows, { route: 'appeal', category: 'prior_authorization' }).map(
      ({ kind, sendBy }) => [kind, sendBy !== null],
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        ['dispute', true],
        ['corrected_claim', true],
      ]),
    );
  });

  it('36: N432 is an audit, not bundling', () => {
    expect(decideLine('CO-97', 'N432', 'medicare_ffs')).toMatchObject({
      route: 'review',
      ruleId: 'rights.overpayment',
    });
  });

  it('37: a price dispute under the No Surprises Act is no appeal', () => {
    for (const remark of ['N830', 'N859', 'N864', 'N865', 'N866', 'N876', 'N877']) {
      expect(decideLine('CO-50', remark)).toMatchObject({ route: 'review', appealable: 'no' });
    }
    expect(decideLine('PI-45', 'N877')).toMatchObject({
      class: 'non_denial',
      route: 'review',
      amountCents: 0,
    });
  });

  it('38: zero and repeated adjustments are summed, not worked', () => {
    expect(decideLine('CO-50 0')).toBeNull();
    const twice = decide({ lines: [{ cas: ['CO-50 60', 'CO-50 40', 'CO-197 0'] }] });
    expect(twice?.reasons).toEqual([expect.objectContaining({ carc: '50', amountCents: 10_000 })]);
  });

  it('39: a contractual reduction of the whole charge goes to a person', () => {
    expect(decide({ lines: [{ cas: ['CO-45 500'], paidCents: 0 }] })).toMatchObject({
      class: 'non_denial',
      route: 'review',
      amountCents: 0,
    });
  });

  it('40: every denied line keeps its own reason', () => {
    const decision = decide({ lines: [{ cas: ['CO-109'] }, { cas: ['CO-50'] }, {}] });
    expect(decision?.reasons.map((reason) => [reason.carc, reason.line])).toEqual([
      ['109', 1],
      ['50', 2],
    ]);
  });

  it('41: CARC 19 to 21 and CLP02 19 to 21 are different things', () => {
    expect(decideLine('CO-20')?.route).toBe('bill_other_payer');
    expect(decide({ status: '20', lines: [{ cas: ['CO-50'] }] })?.route).toBe('appeal');
    expect(decide({ status: '19', lines: [{ cas: ['OA-209'] }] })?.route).toBe('review');
  });

  it('42: a remark cannot shift liability to the patient', () => {
    for (const remark of ['N429', 'N425', 'N124']) expect(decideLine('CO-96', remark)?.route).toBe('review');
  });
});
