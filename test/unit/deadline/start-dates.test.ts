import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../../functions/core/deadline/clocks.ts';
import type { ClaimPayment } from '../../../functions/core/remittance/remittance.ts';
import { claimOf, clocks, clocksFor, decided, headerOf, lineOf, payerOf } from './clock-fixtures.ts';

const NEW_CLAIM = { route: 'correct_resubmit', mechanism: 'new_claim', appealable: 'no' } as const;

function filingStart(claim: Partial<ClaimPayment>): string | null | undefined {
  return clocksFor('medicare_ffs', NEW_CLAIM, claim)[0]?.startsOn;
}

describe('the notice date', () => {
  it.each([
    ['2026-09-01', '2026-09-03', '2026-09-01'],
    ['2026-09-03', '2026-09-01', '2026-09-01'],
    [null, '2026-09-03', '2026-09-03'],
    ['2026-09-03', null, '2026-09-03'],
    ['2026-09-31', '2026-09-03', '2026-09-03'],
  ])('of DTM*405 %s and BPR16 %s is %s', (producedOn, paidOn, startsOn) => {
    expect(clocksFor('medicare_ffs', {}, {}, { producedOn, paidOn })[0]).toMatchObject({ startsOn });
  });

  it('missing leaves the clock without dates, never guessed', () => {
    const [appeal] = clocksFor('medicare_ffs', {}, {}, { producedOn: null, paidOn: null });
    expect(appeal).toMatchObject({
      kind: 'appeal',
      basis: 'statute',
      countedFrom: 'remittance date',
      startsOn: null,
      safeBy: null,
      lastDay: null,
      sendBy: null,
      governs: true,
    });
    expect(appeal?.note).toContain('enter the date of the notice');
  });

  it('outside the years of the holiday table counts as missing', () => {
    const [appeal] = clocksFor('medicare_ffs', {}, {}, { producedOn: '2099-01-01', paidOn: '1900-01-01' });
    expect(appeal).toMatchObject({ startsOn: null, lastDay: null });
  });
});

describe('a date after the day the file came', () => {
  const startAt = (atHandOn: string, dates: { producedOn: string | null; paidOn: string | null }) => {
    const header = headerOf(dates);
    const input = { decision: decided(), claim: claimOf(), header, payer: payerOf('medicare_ffs') };
    return clocksOf({ ...input, atHandOn }, clocks)[0];
  };

  it.each([
    ['is not counted from', '2027-09-01', null, '2026-09-03', null],
    ['is not counted from where both are', '2027-09-01', '2027-09-03', '2026-09-03', null],
    ['is left for the earlier one', '2027-09-01', '2026-09-02', '2026-09-03', '2026-09-02'],
    ['counts a day ahead, as a payer may be', '2026-09-04', null, '2026-09-03', '2026-09-04'],
    ['is not counted from two days ahead', '2026-09-05', null, '2026-09-03', null],
    ['counts where a payment is dated a week ahead', null, '2026-09-10', '2026-09-03', '2026-09-10'],
    ['is not counted from where a payment is dated further', null, '2026-09-11', '2026-09-03', null],
  ])('%s: DTM*405 %s, BPR16 %s, came %s', (_what, producedOn, paidOn, atHandOn, startsOn) => {
    expect(startAt(atHandOn, { producedOn, paidOn })?.startsOn).toBe(startsOn);
  });

  it('is shown as work with its reason', () => {
    const appeal = startAt('2026-09-03', { producedOn: '2027-09-01', paidOn: null });
    expect(appeal).toMatchObject({ governs: true, sendBy: null, lastDay: null });
    expect(appeal?.note).toContain(
      'The remittance date 2027-09-01 (DTM*405) is after the day the file came: take the date of the notice from the payer.',
    );
  });

  it('of a service is work too', () => {
    const claim = claimOf({ lines: [lineOf({ serviceFrom: '2027-08-03', serviceTo: null })] });
    const header = headerOf({ producedOn: '2027-09-01', paidOn: null });
    const input = { decision: decided(NEW_CLAIM), claim, header, payer: payerOf('medicare_ffs') };
    const [filing] = clocksOf({ ...input, atHandOn: '2026-09-03' }, clocks);
    expect(filing).toMatchObject({ kind: 'claim_filing', startsOn: null });
    expect(filing?.note).toContain('The service date 2027-08-03 is after the day the file came');
  });
});

describe('the service date', () => {
  it('of a professional claim is its earliest line', () => {
    const lines = [lineOf({ serviceFrom: '2026-08-10', serviceTo: null }), lineOf()];
    expect(filingStart({ lines })).toBe('2026-08-03');
  });

  it('of a line without a date is the statement’s', () => {
    const lines = ['2026-08-10', null].map((serviceFrom) => lineOf({ serviceFrom, serviceTo: null }));
    expect(filingStart({ lines, statementFrom: '2026-08-01' })).toBe('2026-08-01');
  });

  it('of an institutional claim is its through date', () => {
    const lines = [
      lineOf({ revenueCode: '0450', serviceFrom: '2026-08-03', serviceTo: '2026-08-04' }),
      lineOf({ revenueCode: '0300', serviceFrom: '2026-08-05', serviceTo: null }),
    ];
    expect(filingStart({ lines })).toBe('2026-08-05');
    expect(filingStart({ lines, statementTo: '2026-08-06' })).toBe('2026-08-06');
  });

  it('of a claim without lines is the statement’s end, or its start where that is all there is', () => {
    expect(filingStart({ lines: [], statementFrom: '2026-08-01', statementTo: '2026-08-06' })).toBe(
      '2026-08-06',
    );
    expect(filingStart({ lines: [], statementFrom: '2026-08-01' })).toBe('2026-08-01');
  });

  it('of Part B is never the through date', () => {
    const lines = [lineOf({ revenueCode: '0450', serviceFrom: '2026-08-03', serviceTo: '2026-08-09' })];
    expect(filingStart({ lines, filingIndicator: 'MB' })).toBe('2026-08-03');
  });

  it('missing is asked for', () => {
    const [filing] = clocksFor('medicare_ffs', NEW_CLAIM, { lines: [] });
    expect(filing).toMatchObject({ startsOn: null, lastDay: null, sendBy: null });
    expect(filing?.note).toContain('take it from the claim as sent');
  });

  it('after the remittance date is a contradiction and not used', () => {
    const [filing] = clocksFor('medicare_ffs', NEW_CLAIM, { lines: [lineOf({ serviceFrom: '2026-12-03' })] });
    expect(filing).toMatchObject({ startsOn: null, lastDay: null });
    expect(filing?.note).toContain('after the remittance date');
  });
});

describe('dates that cannot all be true give no date, but the reason', () => {
  const note = (claim: Partial<ClaimPayment>, decision = {}) =>
    clocksFor('medicare_ffs', { ...NEW_CLAIM, ...decision }, claim)[0];

  it('service after the payer received the claim', () => {
    const clock = note({ receivedOn: '2026-08-01' });
    expect(clock).toMatchObject({ startsOn: null, lastDay: null, sendBy: null });
    expect(clock?.note).toContain('after the day the payer received the claim (DTM*050, 2026-08-01)');
  });

  it('a line that ends before it begins', () => {
    const clock = note({
      lines: [lineOf({ ordinal: 3, serviceFrom: '2026-08-03', serviceTo: '2026-08-01' })],
    });
    expect(clock).toMatchObject({ lastDay: null });
    expect(clock?.note).toContain('The service of line 3 ends before it begins');
  });

  it('a statement that ends before it begins', () => {
    const clock = note({ lines: [], statementFrom: '2026-08-05', statementTo: '2026-08-01' });
    expect(clock).toMatchObject({ lastDay: null });
    expect(clock?.note).toContain('The statement ends before it begins');
  });

  it.each(['2024-08-03', '2026-08-20'])('a line of %s outside the period of the statement', (serviceFrom) => {
    const clock = note({
      statementFrom: '2026-08-01',
      statementTo: '2026-08-05',
      lines: [lineOf({ ordinal: 2, serviceFrom, serviceTo: null })],
    });
    expect(clock).toMatchObject({ startsOn: null, lastDay: null, sendBy: null });
    expect(clock?.note).toContain('The service of line 2 is outside the period of the statement');
  });

  it('but a line on either end of the statement is inside it', () => {
    const lines = ['2026-08-01', '2026-08-05'].map((day, at) =>
      lineOf({ ordinal: at + 1, serviceFrom: day, serviceTo: null }),
    );
    expect(note({ statementFrom: '2026-08-01', statementTo: '2026-08-05', lines })?.lastDay).not.toBeNull();
  });

  it('a notice before the payer received the claim', () => {
    const [appeal] = clocksFor('medicare_ffs', {}, { receivedOn: '2026-09-02' });
    expect(appeal).toMatchObject({ kind: 'appeal', startsOn: null, lastDay: null, basis: 'statute' });
    expect(appeal?.note).toContain('before the payer received the claim, 2026-09-02 (DTM*050)');
  });

  it('but a claim received on the day of its notice is no contradiction', () => {
    expect(clocksFor('medicare_ffs', {}, { receivedOn: '2026-09-01' })[0]).toMatchObject({
      startsOn: '2026-09-01',
    });
  });
});

describe('where a start was read', () => {
  it.each([
    ['2026-09-01', '2026-09-02', 'DTM*405'],
    ['2026-09-02', '2026-09-01', 'BPR16'],
  ])('of DTM*405 %s and BPR16 %s is %s', (producedOn, paidOn, evidence) => {
    expect(clocksFor('medicare_ffs', {}, {}, { producedOn, paidOn })[0]).toMatchObject({ evidence });
  });

  it('is the line, or the statement', () => {
    const lines = [
      lineOf({ ordinal: 1, serviceFrom: '2026-08-04', serviceTo: null }),
      lineOf({ ordinal: 2 }),
    ];
    expect(clocksFor('medicare_ffs', NEW_CLAIM, { lines })[0]?.evidence).toBe('service date of line 2');
    const institutional = { lines: [], statementTo: '2026-08-06' };
    expect(clocksFor('medicare_ffs', NEW_CLAIM, institutional)[0]?.evidence).toBe('DTM*233');
  });

  it('is the letter, for what a person read from one', () => {
    const onPaper = { records_request_letter: { on: '2026-09-10', evidence: 'document-4' } };
    const decision = decided({ route: 'documentation', category: 'documentation' });
    const payer = payerOf('medicare_ffs');
    const listed = clocksOf({ decision, claim: claimOf(), header: headerOf(), payer, onPaper }, clocks);
    expect(listed.find(({ ruleId }) => ruleId === 'medicare.records_request')).toMatchObject({
      governs: true,
      startsOn: '2026-09-10',
      evidence: 'document-4',
      lastDay: '2026-10-25',
    });
  });

  it('is nowhere when the letter’s date is none', () => {
    const onPaper = { records_request_letter: { on: '2026-09-31', evidence: 'document-4' } };
    const decision = decided({ route: 'documentation', category: 'documentation' });
    const payer = payerOf('medicare_ffs');
    const listed = clocksOf({ decision, claim: claimOf(), header: headerOf(), payer, onPaper }, clocks);
    expect(listed.find(({ ruleId }) => ruleId === 'medicare.records_request')).toMatchObject({
      lastDay: null,
      note: expect.stringContaining('2026-09-31 is no usable date'),
    });
  });
});

describe('what a clock says of itself', () => {
  it('is the rule, its version, and every step of its counting', () => {
    const [appeal] = clocksFor('medicare_ffs', {}, {}, { producedOn: '2026-03-02' });
    expect(appeal).toMatchObject({
      ruleId: 'medicare.redetermination',
      ruleVersion: clocks.version,
      confidence: 'high',
      lastDay: '2026-07-06',
      counting: {
        quantity: 120,
        unit: 'calendar_days',
        safeDays: 120,
        presumedReceiptDays: 5,
        rolledDays: 1,
        filedOn: 'receipt',
        channel: 'mail',
        leadBusinessDays: 7,
      },
    });
  });
});
