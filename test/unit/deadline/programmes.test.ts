import { describe, expect, it } from 'vitest';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { countClock } from '../../../functions/core/deadline/count.ts';
import { type ClockWindow, windowSchema } from '../../../functions/core/deadline/rule.ts';
import { addDays, type CalendarDate } from '../../../functions/core/time/calendar-date.ts';
import { clocksFor } from './clock-fixtures.ts';

const clocks = bundledClocks();

function ruleOf(id: string) {
  const rule = clocks.byId.get(id);
  if (rule === undefined || rule.window === null) throw new Error(`${id} counts nothing`);
  return { ...rule, window: rule.window };
}

function count(rule: string | ClockWindow, startsOn: string) {
  const window = typeof rule === 'string' ? ruleOf(rule).window : rule;
  return countClock({ window }, startsOn as CalendarDate, clocks.workdays);
}

/** Start event, presumed days, quantity and unit, what a non-workday does, what counts as filed. */
function howItCounts(id: string): string {
  const { start, window } = ruleOf(id);
  const { quantity, unit, presumedReceiptDays, startIsDayOne, monthEnd, roll, filedOn } = window;
  return [
    start,
    presumedReceiptDays === 0 ? '' : `+${presumedReceiptDays}`,
    `${quantity} ${unit}`,
    startIsDayOne ? 'day 1' : '',
    monthEnd === 'same_day_or_last' ? '' : monthEnd,
    roll === 'none' ? '' : roll,
    filedOn,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

describe('each programme has its way of counting', () => {
  it.each([
    ['Medicare claim filing', 'medicare.claim_filing', 'service_date, 1 years, next_workday, receipt'],
    [
      'its exceptions (42 CFR 424.44(b))',
      'medicare.filing_exception',
      'filing_exception_notice, 6 months, from_end_of_month, next_workday, receipt',
    ],
    [
      'redetermination',
      'medicare.redetermination',
      'remittance_date, +5, 120 calendar_days, next_workday, receipt',
    ],
    [
      'QIC reconsideration',
      'medicare.qic_reconsideration',
      'previous_decision, +5, 180 calendar_days, receipt',
    ],
    [
      'QIC review of a dismissal',
      'medicare.qic_review_of_dismissal',
      'previous_decision, +5, 60 calendar_days, receipt',
    ],
    ['ALJ hearing', 'medicare.alj_hearing', 'previous_decision, +5, 60 calendar_days, receipt'],
    ['Council review', 'medicare.council_review', 'previous_decision, +5, 60 calendar_days, receipt'],
    ['federal court', 'medicare.federal_court', 'previous_decision, +5, 60 calendar_days, receipt'],
    ['reopening', 'medicare.reopening', 'remittance_date, 1 years, receipt'],
    ['reopening for good cause', 'medicare.reopening_good_cause', 'remittance_date, 4 years, receipt'],
    [
      'stopping recoupment, level 1',
      'medicare.stop_recoupment',
      'demand_letter, 30 calendar_days, day 1, receipt',
    ],
    [
      'stopping recoupment, level 2',
      'medicare.stop_recoupment_level_2',
      'previous_decision, 60 calendar_days, receipt',
    ],
    ['records request', 'medicare.records_request', 'records_request_letter, 45 calendar_days, receipt'],
    [
      'records request of a UPIC',
      'medicare.records_request_upic',
      'records_request_letter, 30 calendar_days, receipt',
    ],
    [
      'QIO reconsideration',
      'medicare.qio_reconsideration',
      'previous_decision, +5, 60 calendar_days, postmark',
    ],
    [
      'Medicare Advantage reconsideration',
      'medicare_advantage.reconsideration',
      'remittance_date, 65 calendar_days, receipt',
    ],
    [
      'Medicare Advantage, independent review to hearing',
      'medicare_advantage.alj_hearing',
      'previous_decision, +5, 60 calendar_days, receipt',
    ],
    [
      'Medicaid managed care appeal',
      'medicaid_mco.plan_appeal',
      'remittance_date, 60 calendar_days, receipt',
    ],
    ['State hearing', 'medicaid_mco.state_hearing', 'previous_decision, 120 calendar_days, receipt'],
    [
      'Medicaid claim, federal limit',
      'medicaid.claim_filing_federal_limit',
      'service_from, 12 months, receipt',
    ],
    ['ERISA first appeal', 'commercial.member_appeal', 'remittance_date, 180 calendar_days, receipt'],
    [
      'federal external review',
      'commercial.external_review',
      'final_internal_denial, 4 months, same_day_or_first_of_next, next_workday, receipt',
    ],
    ['FEHB carrier', 'fehb.reconsideration', 'remittance_date, 6 months, receipt'],
    ['OPM', 'fehb.opm_review', 'previous_decision, 90 calendar_days, receipt'],
    ['TRICARE reconsideration', 'tricare.reconsideration', 'remittance_date, 90 calendar_days, postmark'],
    ['TRICARE formal review', 'tricare.formal_review', 'previous_decision, 60 calendar_days, postmark'],
    ['TRICARE hearing', 'tricare.hearing', 'previous_decision, 60 calendar_days, postmark'],
    [
      'VA, unauthorized emergency',
      'va.emergency_claim_filing',
      'emergency_care_ended, 90 calendar_days, receipt',
    ],
    [
      'No Surprises Act, open negotiation',
      'no_surprises_act.open_negotiation',
      'remittance_date, 30 business_days, day 1, receipt',
    ],
    [
      'No Surprises Act, dispute resolution',
      'no_surprises_act.dispute_resolution',
      'negotiation_start, 34 business_days, day 1, receipt',
    ],
  ])('%s', (_name, id, how) => {
    expect(howItCounts(id)).toBe(how);
  });
});

describe('dates worked by hand', () => {
  it.each([
    ['a redetermination in plain days', 'medicare.redetermination', '2026-07-02', '2026-10-30', '2026-11-04'],
    [
      'a redetermination across 29 February',
      'medicare.redetermination',
      '2023-11-01',
      '2024-02-29',
      '2024-03-05',
    ],
    [
      'a redetermination that ends on Martin Luther King’s day',
      'medicare.redetermination',
      '2025-09-16',
      '2026-01-14',
      '2026-01-20',
    ],
    [
      'a QIC request that ends on a Sunday stays there',
      'medicare.qic_reconsideration',
      '2026-03-05',
      '2026-09-01',
      '2026-09-06',
    ],
    ['a dismissal', 'medicare.qic_review_of_dismissal', '2026-11-23', '2027-01-22', '2027-01-27'],
    ['a hearing across a leap day', 'medicare.alj_hearing', '2024-01-02', '2024-03-01', '2024-03-07'],
    ['the Council', 'medicare.council_review', '2026-09-14', '2026-11-13', '2026-11-18'],
    [
      'a court date on New Year’s Day, careful before Christmas',
      'medicare.federal_court',
      '2026-10-28',
      '2026-12-24',
      '2027-01-01',
    ],
    ['a demand letter in February', 'medicare.stop_recoupment', '2027-02-01', '2027-03-02', '2027-03-02'],
    [
      'recoupment after level 1',
      'medicare.stop_recoupment_level_2',
      '2026-06-30',
      '2026-08-28',
      '2026-08-29',
    ],
    ['records due on Thanksgiving', 'medicare.records_request', '2026-10-12', '2026-11-25', '2026-11-26'],
    [
      'records for a UPIC due on New Year’s Day',
      'medicare.records_request_upic',
      '2026-12-02',
      '2026-12-31',
      '2027-01-01',
    ],
    [
      'a QIO request, by postmark on Easter Sunday',
      'medicare.qio_reconsideration',
      '2026-01-30',
      '2026-03-31',
      '2026-04-05',
    ],
    [
      'Medicare Advantage on the last day of 60 days',
      'medicare_advantage.reconsideration_2024',
      '2024-12-31',
      '2025-02-28',
      '2025-03-01',
    ],
    [
      'Medicare Advantage on the first day of 65',
      'medicare_advantage.reconsideration',
      '2025-01-01',
      '2025-02-28',
      '2025-03-07',
    ],
    [
      'a hearing after the independent review, careful before 4 July',
      'medicare_advantage.alj_hearing',
      '2026-05-04',
      '2026-07-02',
      '2026-07-08',
    ],
    [
      'a managed care appeal after Thanksgiving',
      'medicaid_mco.plan_appeal',
      '2026-09-30',
      '2026-11-27',
      '2026-11-29',
    ],
    ['a State hearing', 'medicaid_mco.state_hearing', '2026-08-17', '2026-12-15', '2026-12-15'],
    ['a member’s appeal', 'commercial.member_appeal', '2026-08-31', '2027-02-26', '2027-02-27'],
    [
      'external review from 31 October: 1 March',
      'commercial.external_review',
      '2026-10-31',
      '2027-02-26',
      '2027-03-01',
    ],
    [
      'external review from 29 February: 29 June, a Saturday',
      'commercial.external_review',
      '2024-02-29',
      '2024-06-28',
      '2024-07-01',
    ],
    ['FEHB from 31 August to 29 February', 'fehb.reconsideration', '2027-08-31', '2028-02-25', '2028-02-29'],
    ['OPM', 'fehb.opm_review', '2026-11-30', '2027-02-26', '2027-02-28'],
    [
      'TRICARE formal review, New Year’s Day by postmark',
      'tricare.formal_review',
      '2026-11-02',
      '2026-12-31',
      '2027-01-01',
    ],
    ['VA emergency', 'va.emergency_claim_filing', '2026-10-05', '2026-12-31', '2027-01-03'],
    [
      'a claim whose year ends on the Saturday after Thanksgiving',
      'medicare.claim_filing',
      '2025-11-28',
      '2026-11-27',
      '2026-11-30',
    ],
    [
      'a claim year that holds a 29 February',
      'medicare.claim_filing',
      '2023-03-01',
      '2024-02-29',
      '2024-03-01',
    ],
    [
      'an exception whose last day is a Sunday',
      'medicare.filing_exception',
      '2026-08-31',
      '2027-02-26',
      '2027-03-01',
    ],
    ['a reopening from 29 February', 'medicare.reopening', '2024-02-29', '2025-02-28', '2025-02-28'],
    [
      'four years from leap day to leap day',
      'medicare.reopening_good_cause',
      '2024-02-29',
      '2028-02-28',
      '2028-02-29',
    ],
    [
      'open negotiation over Christmas with two closings by order',
      'no_surprises_act.open_negotiation',
      '2025-12-01',
      '2025-12-31',
      '2026-01-15',
    ],
    [
      'open negotiation received on a Saturday',
      'no_surprises_act.open_negotiation',
      '2026-11-21',
      '2026-12-21',
      '2027-01-06',
    ],
  ])('%s', (_name, id, startsOn, safeBy, lastDay) => {
    expect(count(id, startsOn)).toMatchObject({ safeBy, lastDay });
  });

  it.each([
    ['2026-10-01', '2026-11-17', '2026-11-19'],
    ['2025-11-17', '2026-01-06', '2026-01-08'],
    ['2026-06-13', '2026-07-29', '2026-08-03'],
  ])('dispute resolution after a negotiation of %s opens %s and closes %s', (start, notBefore, lastDay) => {
    expect(count('no_surprises_act.dispute_resolution', start)).toMatchObject({ notBefore, lastDay });
  });

  it.each([
    // Texas Medicaid rolls a weekend forward; Indiana deems its notice there after 3 days; a State's working days.
    ['a State that rolls', { quantity: 120, roll: 'next_workday' }, '2026-08-08', '2026-12-04', '2026-12-07'],
    [
      'a State’s own presumption',
      { quantity: 60, presumedReceiptDays: 3 },
      '2026-05-08',
      '2026-07-07',
      '2026-07-10',
    ],
    [
      'working days over Juneteenth',
      { quantity: 15, unit: 'business_days' },
      '2026-06-01',
      '2026-06-16',
      '2026-06-23',
    ],
    ['one month from 31 January', { quantity: 1, unit: 'months' }, '2026-01-31', '2026-02-27', '2026-02-28'],
  ])('%s, as a contract or a State may have it', (_name, over, startsOn, safeBy, lastDay) => {
    const safeDays = 'unit' in over && over.unit === 'months' ? 30 : over.quantity;
    const window = windowSchema.parse({ unit: 'calendar_days', safeDays, ...over });
    expect(count(window, startsOn)).toMatchObject({ safeBy, lastDay });
  });
});

describe('the traps of counting, on the list of a denial', () => {
  it('a window that opens is never to be sent before it does, however slow the channel', () => {
    const window = clocksFor(
      {
        payerType: 'commercial',
        capitated: false,
        network: null,
        allowFrequency7: null,
        own: {
          payer: 'slow',
          clocks: [
            {
              ...ruleOf('no_surprises_act.dispute_resolution'),
              opens: 'remittance',
              start: 'remittance_date',
            },
          ],
          channels: { dispute_resolution: 'mail' },
          leadBusinessDays: { mail: 20 },
        },
      },
      { route: 'review' },
      { remarks: ['N877'] },
    ).find(({ kind }) => kind === 'dispute_resolution');
    expect(window).toMatchObject({
      notBefore: '2026-10-16',
      sendBy: '2026-10-16',
    });
  });

  it('recoupment begins on day 41, eleven days after the day that stops it', () => {
    const { lastDay } = count('medicare.stop_recoupment', '2026-05-01');
    expect(addDays(lastDay, 11)).toBe('2026-06-10');
  });

  it('the days of a business-day window are careful days of the calendar', () => {
    const { safeDays, quantity } = ruleOf('no_surprises_act.open_negotiation').window;
    expect(safeDays).toBe(quantity);
  });

  it('every rule of medium confidence asks to be verified', () => {
    const medium = [...clocks.byId.values()].filter(({ confidence }) => confidence === 'medium');
    expect(medium.length).toBeGreaterThan(0);
    const listed = clocksFor({ payerType: 'va', capitated: false, network: 'in', allowFrequency7: null });
    const [dispute] = listed;
    expect(dispute).toMatchObject({ confidence: 'medium', note: expect.stringMatching(/^Verify/) });
  });
});
