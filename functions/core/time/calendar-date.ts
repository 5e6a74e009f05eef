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
  return days === 0 ? date : dateOf(dayNumberOf(date) + days);
}

/**
 * The same day number `months` later; where that month has no such day, its last day.
 *
 * @example
 * addMonths('2026-08-31' as CalendarDate, 6) // '2027-02-28'
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const monthNumber = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(monthNumber / 12);
  const month = monthNumber - year * 12 + 1;
  return written(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
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
  const last = daysInMonth(yearOf(date), monthOf(date));
  return `${date.slice(0, 8)}${last}` as CalendarDate;
}

/**
 * Calendar days from one date to another; negative when it lies before.
 *
 * @example
 * daysBetween('2026-02-27' as CalendarDate, '2026-03-02' as CalendarDate) // 3
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: CalendarDate): number {
  // Day 0 was a Thursday.
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

export function yearOf(date: CalendarDate): number {
  return digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
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

function monthOf(date: CalendarDate): number {
  return digit(date, 5) * 10 + digit(date, 6);
}

function dayOf(date: CalendarDate): number {
  return digit(date, 8) * 10 + digit(date, 9);
}

function digit(date: CalendarDate, at: number): number {
  return date.charCodeAt(at) - 48;
}

// Counting in day numbers, not in Temporal objects: deciding a claim's clocks is mostly this arithmetic. A year begins
// in March here, so that the leap day is its last; 146,097 days are 400 years (the calendar's whole period).
const DAYS_IN_400_YEARS = 146_097;
const DAYS_FROM_MARCH_0000_TO_1970 = 719_468;

/** Days since 1970-01-01. */
function dayNumberOf(date: CalendarDate): number {
  const month = monthOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const period = Math.floor(year / 400);
  const yearOfPeriod = year - period * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfPeriod =
    yearOfPeriod * 365 + Math.floor(yearOfPeriod / 4) - Math.floor(yearOfPeriod / 100) + dayOfYear;
  return period * DAYS_IN_400_YEARS + dayOfPeriod - DAYS_FROM_MARCH_0000_TO_1970;
}

function dateOf(dayNumber: number): CalendarDate {
  const sinceMarch = dayNumber + DAYS_FROM_MARCH_0000_TO_1970;
  const period = Math.floor(sinceMarch / DAYS_IN_400_YEARS);
  const dayOfPeriod = sinceMarch - period * DAYS_IN_400_YEARS;
  const yearOfPeriod = Math.floor(
    (dayOfPeriod -
      Math.floor(dayOfPeriod / 1460) +
      Math.floor(dayOfPeriod / 36_524) -
      Math.floor(dayOfPeriod / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfPeriod - (yearOfPeriod * 365 + Math.floor(yearOfPeriod / 4) - Math.floor(yearOfPeriod / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return written(period * 400 + yearOfPeriod + (month <= 2 ? 1 : 0), month, day);
}

function written(year: number, month: number, day: number): CalendarDate {
  if (year < 1 || year > 9999) throw new RangeError(`The year ${year} cannot be written as yyyy-mm-dd.`);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CalendarDate;
}
