import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsOrFirstOfNext,
  addYears,
  type CalendarDate,
  earlierOf,
  endOfMonth,
  parseCalendarDate,
  weekdayOf,
} from '../../../functions/core/time/calendar-date.ts';

const day = (text: string): CalendarDate => text as CalendarDate;

describe('parseCalendarDate', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01'])('reads %s', (text) => {
    expect(parseCalendarDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '20260101',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
  ])('refuses %j, which names no day', (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });

  it('takes a missing date as missing', () => {
    expect(parseCalendarDate(null)).toBeNull();
  });
});

describe('calendar arithmetic', () => {
  it('counts the start as day 0', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(day('2024-03-01'), -1)).toBe('2024-02-29');
  });

  it('lands a month on its last day when the day does not exist', () => {
    expect(addMonths(day('2026-08-31'), 6)).toBe('2027-02-28');
    expect(addMonths(day('2023-08-31'), 6)).toBe('2024-02-29');
  });

  it('lands on the first of the next month under the rule of external review', () => {
    expect(addMonthsOrFirstOfNext(day('2025-10-31'), 4)).toBe('2026-03-01');
    expect(addMonthsOrFirstOfNext(day('2025-10-28'), 4)).toBe('2026-02-28');
  });

  it('takes 29 February plus a year as 28 February', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('knows the end of a month', () => {
    expect(endOfMonth(day('2026-02-03'))).toBe('2026-02-28');
    expect(endOfMonth(day('2024-02-03'))).toBe('2024-02-29');
    expect(endOfMonth(day('2026-11-30'))).toBe('2026-11-30');
  });

  it('numbers the days of the week from Monday', () => {
    expect(weekdayOf(day('2026-11-23'))).toBe(1);
    expect(weekdayOf(day('2026-11-29'))).toBe(7);
  });

  it('takes the earlier of two dates, and the one there is', () => {
    expect(earlierOf(day('2026-01-02'), day('2026-01-01'))).toBe('2026-01-01');
    expect(earlierOf(null, day('2026-01-01'))).toBe('2026-01-01');
    expect(earlierOf(day('2026-01-01'), null)).toBe('2026-01-01');
    expect(earlierOf(null, null)).toBeNull();
  });
});
