import { describe, expect, it } from 'vitest';
import type { ClaimPayment } from '../../../functions/core/remittance/remittance.ts';
import { clocksFor, lineOf } from './clock-fixtures.ts';

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
