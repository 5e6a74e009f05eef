import { InvalidArgumentError } from 'commander';
import { type CalendarDate, parseCalendarDate, yearOf } from '../../functions/core/time/calendar-date.ts';
import { FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from '../../functions/core/time/federal-holidays.ts';

/** A day of the command line, checked: of the calendar, in the years whose workdays are known. */
export function calendarDate(value: string): string {
  const date = parseCalendarDate(value);
  if (date === null)
    throw new InvalidArgumentError('Give a calendar date as yyyy-mm-dd, for example 2026-11-23.');
  if (yearOf(date) < FIRST_HOLIDAY_YEAR || yearOf(date) > LAST_HOLIDAY_YEAR)
    throw new InvalidArgumentError(`Give a day from ${FIRST_HOLIDAY_YEAR} to ${LAST_HOLIDAY_YEAR}.`);
  return date;
}

/** Today where this machine stands (yyyy-mm-dd). */
export function localToday(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day on which a file given here was there: today, or the day of `--as-of` where that is later. */
export function atHandOn(asOf: string | undefined): CalendarDate {
  const today = localToday();
  return (asOf !== undefined && asOf > today ? asOf : today) as CalendarDate;
}
