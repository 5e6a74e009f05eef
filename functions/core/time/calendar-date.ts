import { Temporal } from 'temporal-polyfill';

/** A day of the Gregorian calendar as `yyyy-mm-dd`, known to exist. Compares in time order as a string. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * The text as a date, or null when it is not `yyyy-mm-dd` or names no day of the calendar.
 *
 * @example
 * parseCalendarDate('2026-02-29') // null
 */
export function parseCalendarDate(text: string | null): CalendarDate | null {
  const parts = text === null ? null : SHAPE.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as CalendarDate;
}

/** `days` later; earlier when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return days === 0 ? date : written(Temporal.PlainDate.from(date).add({ days }));
}

/**
 * The same day number `months` later; where that month has no such day, its last day.
 *
 * @example
 * addMonths('2026-08-31' as CalendarDate, 6) // '2027-02-28'
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return written(Temporal.PlainDate.from(date).add({ months }));
}

/**
 * The same day number `years` later; 29 February becomes 28 February in a common year.
 *
 * @example
 * addYears('2024-02-29' as CalendarDate, 1) // '2025-02-28'
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

/**
 * As {@link addMonths}, but where the month has no such day, the first day of the month after it
 * (federal external review, 45 CFR 147.136(d)).
 *
 * @example
 * addMonthsOrFirstOfNext('2025-10-31' as CalendarDate, 4) // '2026-03-01'
 */
export function addMonthsOrFirstOfNext(date: CalendarDate, months: number): CalendarDate {
  const landed = addMonths(date, months);
  return landed.slice(8) === date.slice(8) ? landed : addDays(landed, 1);
}

/** The last day of the date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const last = daysInMonth(yearOf(date), Number(date.slice(5, 7)));
  return `${date.slice(0, 8)}${last}` as CalendarDate;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** The earlier of two dates, of which either may be missing. */
export function earlierOf(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return a <= b ? a : b;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function written(date: Temporal.PlainDate): CalendarDate {
  return date.toString() as CalendarDate;
}
