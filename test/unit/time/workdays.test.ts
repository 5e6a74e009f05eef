import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../functions/core/time/calendar-date.ts';
import { federalHolidaysOf } from '../../../functions/core/time/federal-holidays.ts';
import { workdaysWith } from '../../../functions/core/time/workdays.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const workdays = workdaysWith([]);

describe('federal holidays', () => {
  it('are those of 2026, with 4 July observed on Friday', () => {
    expect([...federalHolidaysOf(2026)].sort()).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-07-04',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  it('on Sunday are observed on Monday', () => {
    expect(federalHolidaysOf(2027).has(day('2027-07-05'))).toBe(true);
    expect(federalHolidaysOf(2023).has(day('2023-01-02'))).toBe(true);
  });

  it('put a New Year on Saturday into the year before', () => {
    expect(federalHolidaysOf(2021).has(day('2021-12-31'))).toBe(true);
    expect(federalHolidaysOf(2022).has(day('2021-12-31'))).toBe(false);
  });

  it('have Juneteenth since 2021 only', () => {
    expect(federalHolidaysOf(2020).has(day('2020-06-19'))).toBe(false);
    expect(federalHolidaysOf(2021).has(day('2021-06-18'))).toBe(true);
  });

  it('leave out Inauguration Day and the day after Thanksgiving', () => {
    expect(federalHolidaysOf(2029).has(day('2029-01-20'))).toBe(false);
    expect(workdays.isWorkday(day('2026-11-27'))).toBe(true);
  });

  it('end with the table, loudly', () => {
    expect(() => federalHolidaysOf(1989)).toThrow(RangeError);
    expect(() => federalHolidaysOf(2100)).toThrow(RangeError);
  });
});

describe('workdays', () => {
  it('move back over an observed holiday and its weekend', () => {
    expect(workdays.onOrBefore(day('2026-07-05'))).toBe('2026-07-02');
  });

  it('move forward over a holiday weekend', () => {
    expect(workdays.onOrAfter(day('2026-07-03'))).toBe('2026-07-06');
  });

  it('leave a workday where it is', () => {
    expect(workdays.onOrBefore(day('2026-11-23'))).toBe('2026-11-23');
    expect(workdays.onOrAfter(day('2026-11-23'))).toBe('2026-11-23');
    expect(workdays.add(day('2026-11-22'), 0)).toBe('2026-11-22');
  });

  it('are counted without weekends and holidays, both ways', () => {
    expect(workdays.add(day('2026-11-25'), 2)).toBe('2026-11-30');
    expect(workdays.add(day('2026-11-30'), -2)).toBe('2026-11-25');
  });

  it('leave out a one-off closing that the table names', () => {
    const withClosing = workdaysWith([day('2025-01-09')]);
    expect(withClosing.isWorkday(day('2025-01-09'))).toBe(false);
    expect(withClosing.add(day('2025-01-08'), 1)).toBe('2025-01-10');
    expect(workdays.isWorkday(day('2025-01-09'))).toBe(true);
  });
});
