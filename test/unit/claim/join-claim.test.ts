import { describe, expect, test } from 'vitest';
import { joinClaim } from '../../../functions/core/claim/join-claim.ts';
import { claimFile, type Sending, type SentClaim } from '../../fixtures/claim-file.ts';
import { deniedClaim, remittanceFile, reversalOf } from '../../fixtures/remittance-file.ts';
import { readAll } from '../remittance/reading.ts';
import { onlyClaim } from './reading.ts';

const { claims, remittances } = readAll(remittanceFile([{ claims: [deniedClaim('A1')] }]));
const payment = claims[0];
const header = remittances[0]?.header;
if (payment === undefined || header === undefined) throw new Error('The fixture has one claim.');

const sent = (claim: Partial<SentClaim> = {}, sending: Sending = {}) => ({
  claim: onlyClaim(claimFile([{ id: 'A1', ...claim }], sending)),
});

describe('a claim payment', () => {
  test('is joined to the claim it answers, with a full score and its parts', () => {
    const joined = joinClaim([sent()], payment, header);
    expect(joined).toMatchObject({ kind: 'joined', score: 100, ambiguous: false, others: [] });
    expect(joined.kind === 'joined' && joined.parts.map(({ part }) => part)).toEqual([
      'claim_number',
      'payee',
      'patient',
      'charge',
      'line_numbers',
      'dates',
      'payer',
      'payer_order',
      'frequency',
      'sequence',
    ]);
  });

  test('that is a reversal is joined to the claim whose charge it negates', () => {
    const reversal = readAll(remittanceFile([{ claims: [reversalOf(deniedClaim('A1'))] }])).claims[0];
    const joined = reversal && joinClaim([sent()], reversal, header);
    expect(joined).toMatchObject({ kind: 'joined', score: 100 });
  });

  test('whose claim was never sent is not on file', () => {
    expect(joinClaim([], payment, header)).toEqual({ kind: 'not_on_file', closest: null });
    expect(joinClaim([sent({ id: 'OTHER' })], payment, header)).toEqual({
      kind: 'not_on_file',
      closest: null,
    });
  });

  test('is not joined to another claim that has the same number by chance', () => {
    const stranger = sent(
      { lines: [{ chargeCents: 1, servedOn: '2025-01-01', control: 'Z' }] },
      { npi: '1999999984', payerSequence: 'S' },
    );
    const joined = joinClaim([stranger], payment, header);
    expect(joined).toMatchObject({ kind: 'not_on_file', closest: { match: stranger } });
  });

  test.each([
    [
      'of another patient on another day',
      { memberId: 'OTHER9', lastName: 'ELSE', lines: [{ chargeCents: 12_500, servedOn: '2025-10-05' }] },
    ],
    [
      'of another patient for another charge',
      { memberId: 'OTHER9', lastName: 'ELSE', lines: [{ chargeCents: 999 }] },
    ],
    ['of another day and charge', { lines: [{ chargeCents: 999, servedOn: '2025-10-05' }] }],
  ])('is never joined to a claim %s, whatever else fits', (_which, claim) => {
    expect(joinClaim([sent(claim)], payment, header).kind).toBe('not_on_file');
    const own = sent();
    expect(joinClaim([sent(claim), own], payment, header)).toMatchObject({
      match: own,
      ambiguous: false,
      others: [],
    });
  });

  test.each([
    ['name and member number', { memberId: 'OTHER9', lastName: 'MARRIED' }],
    ['charge', { lines: [{ chargeCents: 12_000 }] }],
    ['day', { lines: [{ chargeCents: 12_500, servedOn: '2026-10-04' }] }],
  ])('is joined though the payer has another %s', (_what, claim) => {
    expect(joinClaim([sent(claim)], payment, header)).toMatchObject({ kind: 'joined', ambiguous: false });
  });

  test('finds its claim among the claims of one number, in any order', () => {
    const original = sent();
    const replacement = sent(
      { frequency: '7', lines: [{ chargeCents: 9_900 }] },
      { submittedOn: '2026-10-20' },
    );
    const secondary = sent({ otherPayerPaidCents: 100 }, { payerSequence: 'S' });
    const all = [replacement, secondary, original];
    const joined = joinClaim(all, payment, header);
    expect(joined).toMatchObject({ kind: 'joined', match: original, ambiguous: false });
    expect(joinClaim(all.toReversed(), payment, header)).toEqual(joined);
  });

  test('is told from a replacement that differs in nothing but its frequency', () => {
    const original = sent();
    const replacement = sent({ frequency: '7', originalReference: 'ICNA1' }, { submittedOn: '2026-10-20' });
    const joined = joinClaim([replacement, original], payment, header);
    expect(joined).toMatchObject({ match: original, ambiguous: false });
  });

  test('that two claims fit is joined to the later one, and flagged', () => {
    const first = sent();
    const again = sent({}, { submittedOn: '2026-10-20', reference: 'BATCH2' });
    const joined = joinClaim([first, again], payment, header);
    expect(joined).toMatchObject({
      kind: 'joined',
      match: again,
      ambiguous: true,
      others: [{ match: first, score: 100 }],
    });
  });

  test('is joined to the claim sent before it rather than to one sent after', () => {
    const before = sent();
    const after = sent({}, { submittedOn: '2026-12-01' });
    expect(joinClaim([after, before], payment, header)).toMatchObject({ match: before, ambiguous: false });
  });

  test('names its payee by TIN alone and is joined all the same', () => {
    const byTin = { ...header, payee: { ...header.payee, npi: null, tin: '99-1234567' } };
    expect(joinClaim([sent({}, { npi: null })], payment, byTin)).toMatchObject({
      kind: 'joined',
      score: 100,
    });
  });
});
