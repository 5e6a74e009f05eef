import { describe, expect, test } from 'vitest';
import { appealGate } from '../../../functions/core/appeal/gate.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { AppealSystem } from '../../fixtures/appeal-system.ts';
import { remittedClaim } from '../../fixtures/remitted-claim.ts';

const claim = remittedClaim({ lines: [{}] });

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
    ['no_appeal_right', '50', ['N211'], {}],
    ['no_appeal_right', '18', ['MA44'], {}],
    ['late_filing_not_appealable', '29', [], { payerType: 'medicare_ffs' }],
    ['late_filing_not_appealable', '29', [], { payerType: 'medicare_dme' }],
    ['not_final', '133', [], {}],
    ['not_final', '50', ['N618'], {}],
    ['documents_requested', '50', ['N886'], {}],
    ['other_payer_first', '22', [], {}],
    ['redirected_by_payer', 'B11', [], {}],
    ['level_already_decided', '193', [], {}],
    ['level_already_decided', '50', ['MA46'], {}],
  ])('%s: CARC %s %j', async (code, carc, remarks, more) => {
    expect(appealGate(await denialWith(carc, remarks, more), claim)).toMatchObject({ open: false, code });
  });

  test('a reversal is not the final decision', async () => {
    const reversal = remittedClaim({ status: '22', lines: [{}] });
    expect(appealGate(await denialWith('50', []), reversal)).toMatchObject({ code: 'not_final' });
  });

  test('a remark at claim level counts too', async () => {
    const unprocessable = remittedClaim({ remarks: ['MA130'], lines: [{}] });
    expect(appealGate(await denialWith('16', []), unprocessable)).toMatchObject({ code: 'no_determination' });
  });
});

describe('what can be appealed passes', () => {
  test.each<[string, string, readonly string[], Partial<Denial>]>([
    ['medical necessity', '50', ['N115'], {}],
    ['late filing at a commercial payer', '29', [], { payerType: 'commercial' }],
    ['a second level after a decision at the first', '193', [], { level: 2 }],
    ['no authorization', '197', [], {}],
  ])('%s', async (_what, carc, remarks, more) => {
    expect(appealGate(await denialWith(carc, remarks, more), claim)).toEqual({ open: true });
  });
});
