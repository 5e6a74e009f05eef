import { type CalendarDate, yearOf } from './calendar-date.ts';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from './federal-holidays.ts';

// A year of room on both sides: what is counted from such a day still falls where holidays are known.
const FIRST_YEAR = FIRST_HOLIDAY_YEAR + 1;
const LAST_YEAR = LAST_HOLIDAY_YEAR - 1;

/** Whether workdays can be counted from the day, both ways. */
export function isCountable(day: CalendarDate): boolean {
  const year = yearOf(day);
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * Why no person may enter this day (yyyy-mm-dd), as a sentence; null where they may. A mistyped year is refused before
 * anything is counted from it.
 *
 * @example
 * enteredDayRefusal('2126-12-01') // 'The year 2126 cannot be meant: enter a day of the years 1991 to 2098.'
 */
export function enteredDayRefusal(day: string): string | null {
  return isCountable(day as CalendarDate)
    ? null
    : `The year ${day.slice(0, 4)} cannot be meant: enter a day of the years ${FIRST_YEAR} to ${LAST_YEAR}.`;
}
