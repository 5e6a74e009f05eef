import { addDays, type CalendarDate, weekdayOf } from './calendar-date.ts';

/** The years the rules below are written for. */
export const FIRST_HOLIDAY_YEAR = 1990;
export const LAST_HOLIDAY_YEAR = 2099;

const JUNETEENTH_SINCE = 2021;

/**
 * The days of one year on which federal offices do not work because of a holiday, observed days included:
 * a holiday on Saturday is observed on the Friday before, one on Sunday on the Monday after
 * (5 USC 6103(a), (b); Executive Order 11582). Inauguration Day is local to Washington and left out.
 * 1 January on a Saturday is observed in the year before, and is listed there.
 *
 * @throws RangeError for a year outside 1990-2099.
 */
export function federalHolidaysOf(year: number): ReadonlySet<CalendarDate> {
  if (year < FIRST_HOLIDAY_YEAR || year > LAST_HOLIDAY_YEAR) {
    throw new RangeError(`No federal holidays are known for ${year}.`);
  }
  const fixed = [day(year, 1, 1), day(year, 7, 4), day(year, 11, 11), day(year, 12, 25), day(year + 1, 1, 1)];
  if (year >= JUNETEENTH_SINCE) fixed.push(day(year, 6, 19));
  const moving = [
    nthWeekday(year, 1, 1, 3), // Martin Luther King, Jr.
    nthWeekday(year, 2, 1, 3), // Washington
    addDays(nthWeekday(year, 6, 1, 1), -7), // Memorial Day: the last Monday of May
    nthWeekday(year, 9, 1, 1), // Labor Day
    nthWeekday(year, 10, 1, 2), // Columbus Day
    nthWeekday(year, 11, 4, 4), // Thanksgiving
  ];
  const closed = [...fixed.flatMap((holiday) => [holiday, observed(holiday)]), ...moving];
  return new Set(closed.filter((date) => date.startsWith(`${year}-`)));
}

function observed(holiday: CalendarDate): CalendarDate {
  const weekday = weekdayOf(holiday);
  if (weekday === 6) return addDays(holiday, -1);
  return weekday === 7 ? addDays(holiday, 1) : holiday;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): CalendarDate {
  const first = day(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

function day(year: number, month: number, dayOfMonth: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}` as CalendarDate;
}
