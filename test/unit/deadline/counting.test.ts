import { describe, expect, it } from 'vitest';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { type CountedClock, countClock } from '../../../functions/core/deadline/count.ts';
import { type ClockWindow, windowSchema } from '../../../functions/core/deadline/rule.ts';
import { addDays, type CalendarDate } from '../../../functions/core/time/calendar-date.ts';

const clocks = bundledClocks();

function windowOf(ruleId: string): ClockWindow {
  const window = clocks.byId.get(ruleId)?.window;
  if (!window) throw new Error(`${ruleId} counts nothing`);
  return window;
}

function count(rule: string | ClockWindow, startsOn: string): CountedClock {
  const window = typeof rule === 'string' ? windowOf(rule) : rule;
  return countClock({ window }, startsOn as CalendarDate, clocks.workdays);
}

/** 22 CCR 51008; a State's rule, which an organisation configures for its payer. */
const MEDI_CAL_CLAIM = windowSchema.parse({
  quantity: 6,
  unit: 'months',
  safeDays: 180,
  monthEnd: 'from_end_of_month',
});

describe('each programme counts as its law says', () => {
  it.each([
    [
      'redetermination, safe day on a Saturday',
      'medicare.redetermination',
      '2020-08-14',
      '2020-12-11',
      '2020-12-17',
    ],
    ['redetermination, spring', 'medicare.redetermination', '2020-05-15', '2020-09-11', '2020-09-17'],
    [
      'redetermination, Sunday rolls forward',
      'medicare.redetermination',
      '2026-03-02',
      '2026-06-30',
      '2026-07-06',
    ],
    ['QIC reconsideration', 'medicare.qic_reconsideration', '2026-01-12', '2026-07-10', '2026-07-16'],
    ['ALJ hearing', 'medicare.alj_hearing', '2026-01-12', '2026-03-13', '2026-03-18'],
    [
      'MA plan reconsideration',
      'medicare_advantage.reconsideration',
      '2026-02-02',
      '2026-04-03',
      '2026-04-08',
    ],
    ['Medicare claim', 'medicare.claim_filing', '2025-03-10', '2026-03-10', '2026-03-10'],
    ['Medicare claim, leap day', 'medicare.claim_filing', '2024-02-29', '2025-02-28', '2025-02-28'],
    ['Medicare claim, holiday weekend', 'medicare.claim_filing', '2025-07-04', '2026-07-02', '2026-07-06'],
    ['exception of 424.44(b)', 'medicare.filing_exception', '2026-01-15', '2026-07-30', '2026-07-31'],
    ['Medi-Cal claim', MEDI_CAL_CLAIM, '2026-01-10', '2026-07-30', '2026-07-31'],
    ['FEHB, six months from a 31st', 'fehb.reconsideration', '2025-08-31', '2026-02-27', '2026-02-28'],
    ['external review, no such date', 'commercial.external_review', '2025-10-31', '2026-02-27', '2026-03-02'],
    ['external review, holiday', 'commercial.external_review', '2026-03-04', '2026-07-02', '2026-07-06'],
    ['records request', 'medicare.records_request', '2026-05-01', '2026-06-15', '2026-06-15'],
    [
      'stop recoupment, letter is day 1',
      'medicare.stop_recoupment',
      '2026-05-01',
      '2026-05-29',
      '2026-05-30',
    ],
    ['TRICARE, postmark on a Sunday', 'tricare.reconsideration', '2026-04-06', '2026-07-02', '2026-07-05'],
    [
      'open negotiation, receipt is day 1',
      'no_surprises_act.open_negotiation',
      '2026-06-01',
      '2026-07-01',
      '2026-07-14',
    ],
  ] as const)('%s', (_name, rule, startsOn, safeBy, lastDay) => {
    expect(count(rule, startsOn)).toMatchObject({ safeBy, lastDay, notBefore: null });
  });

  it('recoupment starts on day 41 of the demand letter', () => {
    const letter = '2026-05-01' as CalendarDate;
    expect(addDays(letter, 40)).toBe('2026-06-10');
  });

  it('dispute resolution is a window that opens and closes', () => {
    const { notBefore, safeBy, lastDay } = count('no_surprises_act.dispute_resolution', '2026-06-15');
    expect({ notBefore, safeBy, lastDay }).toEqual({
      notBefore: '2026-07-30',
      safeBy: '2026-08-03',
      lastDay: '2026-08-03',
    });
  });
});

describe('the traps of counting', () => {
  it('keeps the careful year one day short across a 29 February', () => {
    expect(count('medicare.reopening', '2023-05-10')).toMatchObject({
      safeBy: '2024-05-09',
      lastDay: '2024-05-10',
    });
  });

  it('takes a month as 30 days for the careful date only', () => {
    expect(count('fehb.reconsideration', '2026-01-15')).toMatchObject({
      safeBy: '2026-07-14',
      lastDay: '2026-07-15',
    });
  });

  it('never adds the presumed receipt to the 65 days of Medicare Advantage', () => {
    expect(windowOf('medicare_advantage.reconsideration')).toMatchObject({
      quantity: 65,
      presumedReceiptDays: 0,
    });
  });

  it('never presumes receipt for the careful date', () => {
    const { safeBy } = count('medicare.redetermination', '2026-03-02');
    expect(safeBy).toBe(addDays('2026-03-02' as CalendarDate, 120));
  });

  it('does not roll a last day forward where the rule is silent', () => {
    expect(count('medicare.reopening', '2025-11-21')).toMatchObject({
      safeBy: '2026-11-20',
      lastDay: '2026-11-21',
    });
  });

  it('counts a notice received on a Saturday from the first business day as day 1', () => {
    expect(count('no_surprises_act.open_negotiation', '2026-05-30').lastDay).toBe(
      count('no_surprises_act.open_negotiation', '2026-06-01').lastDay,
    );
  });

  it('uses the last day for both when the careful date would be later', () => {
    const short = windowSchema.parse({ quantity: 5, unit: 'business_days', safeDays: 30 });
    expect(count(short, '2026-11-02')).toMatchObject({ safeBy: '2026-11-09', lastDay: '2026-11-09' });
  });

  it('has no arithmetic for what stands in a contract', () => {
    const counted = [...clocks.byId.values()].filter(
      (rule) => rule.basis === 'not_configured' && rule.window,
    );
    expect(counted).toEqual([]);
  });
});
