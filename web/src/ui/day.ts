import { type CalendarDate, daysBetween } from '../../../functions/core/time/calendar-date.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A day as it is written, never moved by the zone of the browser.
 *
 * @param day yyyy-mm-dd
 * @param asOf the organisation's today; of its year the year is left out
 * @example
 * dayInWords('2026-12-01', '2026-11-23') // '1 Dec'
 */
export function dayInWords(day: string, asOf?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const short = `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}`;
  return asOf?.startsWith(year) ? short : `${short} ${year}`;
}

/** Days from one day to another, by the calendar: negative where the second is past. */
export function daysFrom(from: string, to: string): number {
  return daysBetween(from as CalendarDate, to as CalendarDate);
}

/** @example daysInWords(3) // 'in 3 days' */
export function daysInWords(days: number): string {
  if (days === 0) return 'today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} past` : `in ${count}`;
}

/** The day as `dayInWords` writes it. */
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant in the zone of the browser: what happened is told in the reader's time, what is due never is. */
export function momentInWords(instant: string): string {
  return MOMENT.format(new Date(instant));
}
