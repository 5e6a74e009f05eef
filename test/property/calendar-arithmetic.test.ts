import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsOrFirstOfNext,
  addYears,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  parseCalendarDate,
  weekdayOf,
} from '../../functions/core/time/calendar-date.ts';
import { federalHolidaysOf } from '../../functions/core/time/federal-holidays.ts';
import { workdaysWith } from '../../functions/core/time/workdays.ts';

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1992, 0, 1) / MS_PER_DAY;
const LAST_DAY = Date.UTC(2097, 11, 31) / MS_PER_DAY;

/** An independent reading of the calendar, to test against. */
function dayNumbered(number: number): CalendarDate {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as CalendarDate;
}
const numbers = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const dates = numbers.map(dayNumbered);
const workdays = workdaysWith([]);

describe('calendar dates', () => {
  it('parse back to themselves, every day there is', () => {
    fc.assert(fc.property(dates, (date) => parseCalendarDate(date) === date));
  });

  it('exist exactly when the calendar round trip keeps them', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2200 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        const utc = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
        expect(parseCalendarDate(text)).toBe(utc === text ? text : null);
      }),
      { numRuns: 2000 },
    );
  });

  it('add days as day numbers do', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -700, max: 700 }), (number, days) => {
        expect(addDays(dayNumbered(number), days)).toBe(dayNumbered(number + days));
      }),
    );
  });

  it('lie as many days apart as were added, and the day after 28 February is the 29th in leap years only', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
    for (const [year, next] of [
      [2000, '02-29'],
      [2024, '02-29'],
      [2026, '03-01'],
      [2100, '03-01'],
    ] as const)
      expect(addDays(`${year}-02-28` as CalendarDate, 1)).toBe(`${year}-${next}`);
  });

  it('add months onto the same day or the end of the month', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 24 }), (date, months) => {
        const landed = addMonths(date, months);
        const monthsApart = (Number(landed.slice(0, 4)) - Number(date.slice(0, 4))) * 12;
        expect(monthsApart + Number(landed.slice(5, 7)) - Number(date.slice(5, 7))).toBe(months);
        expect(
          landed.slice(8) === date.slice(8) ||
            (landed === endOfMonth(landed) && landed.slice(8) < date.slice(8)),
        ).toBe(true);
      }),
    );
  });

  it('go on to the first of the next month exactly when the day is missing', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 24 }), (date, months) => {
        const landed = addMonths(date, months);
        const expected = landed.slice(8) === date.slice(8) ? landed : addDays(endOfMonth(landed), 1);
        expect(addMonthsOrFirstOfNext(date, months)).toBe(expected);
      }),
    );
  });

  it('keep their order when months or years are added', () => {
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: 1, max: 48 }), (a, b, months) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(addMonths(first, months) <= addMonths(second, months)).toBe(true);
        expect(addYears(first, 1) <= addYears(second, 1)).toBe(true);
      }),
    );
  });
});

/** Saturdays, Sundays and the holidays of 5 USC 6103, found by walking the year with another calendar. */
function isFreeDay(number: number): boolean {
  const dayOf = (n: number) => new Date(n * MS_PER_DAY);
  const isHoliday = (n: number): boolean => {
    const [month, day, weekday] = [dayOf(n).getUTCMonth() + 1, dayOf(n).getUTCDate(), dayOf(n).getUTCDay()];
    const nth = Math.ceil(day / 7);
    const fixed = ['1-1', '7-4', '11-11', '12-25', ...(dayOf(n).getUTCFullYear() >= 2021 ? ['6-19'] : [])];
    if (fixed.includes(`${month}-${day}`)) return true;
    if (weekday === 1 && nth === 3 && (month === 1 || month === 2)) return true;
    if (weekday === 1 && month === 5 && day > 24) return true;
    if (weekday === 1 && ((month === 9 && nth === 1) || (month === 10 && nth === 2))) return true;
    return weekday === 4 && month === 11 && nth === 4;
  };
  const weekday = dayOf(number).getUTCDay();
  if (weekday === 0 || weekday === 6 || isHoliday(number)) return true;
  const isFixed = (n: number) => isHoliday(n) && (dayOf(n).getUTCDay() === 6 || dayOf(n).getUTCDay() === 0);
  return (weekday === 5 && isFixed(number + 1)) || (weekday === 1 && isFixed(number - 1));
}

describe('workdays against walking day by day', () => {
  it('are the same days', () => {
    for (let number = FIRST_DAY; number <= LAST_DAY; number += 1) {
      const date = dayNumbered(number);
      if (workdays.isWorkday(date) === isFreeDay(number)) throw new Error(date);
    }
  });

  it('are counted the same', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: -60, max: 60 }).filter((n) => n !== 0),
        (start, count) => {
          let number = start;
          for (let left = Math.abs(count); left > 0; ) {
            number += Math.sign(count);
            if (!isFreeDay(number)) left -= 1;
          }
          expect(workdays.add(dayNumbered(start), count)).toBe(dayNumbered(number));
        },
      ),
    );
  });
});

describe('workdays', () => {
  it('roll back at or before the day, forward at or after it, onto workdays', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [back, forward] = [workdays.onOrBefore(date), workdays.onOrAfter(date)];
        expect(back <= date && date <= forward).toBe(true);
        expect(workdays.isWorkday(back) && workdays.isWorkday(forward)).toBe(true);
        expect(back === forward).toBe(workdays.isWorkday(date));
      }),
    );
  });

  it('added in order stay in order', () => {
    fc.assert(
      fc.property(dates, dates, fc.integer({ min: -40, max: 40 }), (a, b, count) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(workdays.add(first, count) <= workdays.add(second, count)).toBe(true);
      }),
    );
  });

  it('added and taken away come back to the workday they left', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), (date, count) => {
        const start = workdays.onOrAfter(date);
        expect(workdays.add(workdays.add(start, count), -count)).toBe(start);
      }),
    );
  });

  it('have ten or eleven holidays a year, by name, and never observe one on a weekend', () => {
    for (let year = 1990; year <= 2099; year += 1) {
      const onWorkdays = [...federalHolidaysOf(year)].filter((date) => weekdayOf(date) <= 5);
      const named = year >= 2021 ? 11 : 10;
      // A New Year on Saturday belongs to the Friday of the year before.
      expect(Math.abs(onWorkdays.length - named)).toBeLessThanOrEqual(1);
    }
  });
});
