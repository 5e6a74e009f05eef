import { describe, expect, test } from 'vitest';
import { appealGate } from '../../../functions/core/appeal/gate.ts';
import type { Deadline } from '../../../functions/core/deadline/deadline.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { remittedClaim } from '../../fixtures/remitted-claim.ts';

const claim = remittedClaim({ lines: [{}] });
const AT = { today: '2026-11-10', proof: null, original: null } as const;

async function denialWith(
  carc: string,
  remarks: readonly string[],
  more: Partial<Denial> = {},
): Promise<Denial> {
  const denial = await new AppealSystem().routed();
  const reasons = [{ group: 'CO', carc, remarks: [...remarks], amountCents: 100, line: 1 }];
  return { ...denial, ...more, decision: { ...denial.decision, ...more.decision, reasons } };
}

describe('nothing is appealed that cannot be', () => {
  test.each<[string, string, readonly string[], Partial<Denial>]>([
    ['no_determination', '16', ['MA130', 'N290'], {}],
    ['no_determination', '16', ['MA113'], {}],
    ['no_determination', '16', ['N142'], {}],
    ['no_appeal_right', '50', ['N211'], {}],
    ['no_appeal_right', '18', ['MA44'], {}],
    ['no_appeal_right', '4', ['N704'], {}],
    ['late_filing_not_appealable', '29', [], { payerType: 'medicare_ffs' }],
    ['late_filing_not_appealable', '29', [], { payerType: 'medicare_dme' }],
    ['not_final', '133', [], {}],
    ['not_final', '50', ['N618'], {}],
    ['documents_requested', '50', ['N886'], {}],
    ['other_payer_first', '22', [], {}],
    ['redirected_by_payer', 'B11', [], {}],
    ['level_already_decided', '193', [], {}],
    ['level_already_decided', '50', ['MA46'], {}],
    ['level_already_decided', '50', ['N539'], {}],
  ])('%s: CARC %s %j', async (code, carc, remarks, more) => {
    expect(appealGate(await denialWith(carc, remarks, more), claim, AT)).toMatchObject({ open: false, code });
  });

  test('a reversal is not the final decision', async () => {
    const reversal = remittedClaim({ status: '22', lines: [{}] });
    expect(appealGate(await denialWith('50', []), reversal, AT)).toMatchObject({ code: 'not_final' });
  });

  test('a remark at claim level counts too', async () => {
    const unprocessable = remittedClaim({ remarks: ['MA130'], lines: [{}] });
    expect(appealGate(await denialWith('16', []), unprocessable, AT)).toMatchObject({
      code: 'no_determination',
    });
  });
});

describe('what can be appealed passes', () => {
  test.each<[string, string, readonly string[], Partial<Denial>]>([
    ['medical necessity', '50', ['N115'], {}],
    ['late filing at a commercial payer', '29', [], { payerType: 'commercial' }],
    ['a second level after a decision at the first', '193', [], { level: 2 }],
    ['no authorization', '197', [], {}],
  ])('%s', async (_what, carc, remarks, more) => {
    expect(appealGate(await denialWith(carc, remarks, more), claim, AT)).toEqual({ open: true });
  });
});

describe('data that a correction puts right are not appealed', () => {
  const correctable = { appealable: 'no', route: 'correct_resubmit', mechanism: 'replacement' } as const;
  const appealClock = (lastDay: string) => {
    const clock: Deadline = {
      kind: 'appeal',
      level: 1,
      safeBy: lastDay,
      lastDay,
      sendBy: lastDay,
      notBefore: null,
      basis: 'contract',
      countedFrom: 'notice',
      startsOn: '2026-06-01',
      evidence: null,
      source: null,
      ruleId: null,
      ruleVersion: null,
      confidence: 'high',
      counting: null,
      governs: false,
      note: null,
    };
    return clock;
  };
  const denialOf = async (decision: Partial<Denial['decision']>, more: Partial<Denial> = {}) => {
    const denial = await denialWith('16', ['N329']);
    return { ...denial, ...more, decision: { ...denial.decision, ...decision } };
  };

  test('while there is time: correct the claim', async () => {
    const denial = await denialOf(correctable, { deadlines: [appealClock('2027-02-01')] });
    expect(appealGate(denial, claim, AT)).toMatchObject({ open: false, code: 'data_error' });
  });

  test('in the last two weeks an appeal may be filed beside the correction', async () => {
    const denial = await denialOf(correctable, { deadlines: [appealClock('2026-11-24')] });
    expect(appealGate(denial, claim, AT)).toEqual({ open: true });
  });

  test('the clock of another level does not count', async () => {
    const denial = await denialOf(correctable, {
      deadlines: [{ ...appealClock('2026-11-24'), level: 2 }],
    });
    expect(appealGate(denial, claim, AT)).toMatchObject({ code: 'data_error' });
  });

  test('at Original Medicare it is a reopening, whatever time is left', async () => {
    const denial = await denialOf(
      { ...correctable, mechanism: 'reopening' },
      { payerType: 'medicare_ffs', deadlines: [appealClock('2026-11-24')] },
    );
    expect(appealGate(denial, claim, AT)).toMatchObject({ code: 'clerical_error' });
  });

  test('where the rulebook leaves an appeal open, a person may choose it', async () => {
    const denial = await denialOf({ ...correctable, appealable: 'conditional' });
    expect(appealGate(denial, claim, AT)).toEqual({ open: true });
  });
});

describe('a duplicate is appealed only where nothing is known of the claim it repeats', () => {
  test.each([
    ['paid', 'original_paid'],
    ['denied', 'original_denied'],
    ['pending', 'original_pending'],
  ] as const)('one that was %s closes it', async (original, code) => {
    expect(appealGate(await denialWith('18', []), claim, { ...AT, original })).toMatchObject({ code });
  });

  test.each([null, 'settled_otherwise'] as const)('%s leaves it open', async (original) => {
    expect(appealGate(await denialWith('18', []), claim, { ...AT, original })).toEqual({ open: true });
  });

  test('another reason is not asked about it', async () => {
    expect(appealGate(await denialWith('50', []), claim, { ...AT, original: 'paid' })).toEqual({
      open: true,
    });
  });
});

test('a payer that holds itself second is appealed once a document shows otherwise', async () => {
  const attached: Denial['documents'][number] = {
    sha256: 'a'.repeat(64),
    objectKey: 'k',
    objectVersionId: 'v',
    byteLength: 1,
    mediaType: 'application/pdf',
    satisfies: [],
    attachedBy: 'biller',
    attachedAt: '2026-11-09T10:00:00.000Z',
    sentOn: null,
    clean: null,
  };
  expect(appealGate(await denialWith('22', [], { documents: [attached] }), claim, AT)).toEqual({
    open: true,
  });
});
