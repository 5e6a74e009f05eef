import { addDays, type CalendarDate, parseCalendarDate } from '../time/calendar-date.ts';
import type { ReadingNotice, RemittanceHeader } from './remittance.ts';

// A payer across the date line is a day ahead of the one who reads.
const MOST_DAYS_AHEAD = 1;
// BPR16 is the day the money moves: banks take payments in some days before it.
const MOST_DAYS_PAID_AHEAD = 7;

/**
 * Whether a date cannot be right, because what carries it was at hand before that day.
 *
 * @param of `paid`: BPR16, which may lie some days ahead; `made`: any other date
 * @param atHandOn the day on which the file came, or any later one on which it was there
 * @example isDatedAhead('made', '2027-01-04' as CalendarDate, '2026-11-23' as CalendarDate) // true
 */
export function isDatedAhead(of: 'made' | 'paid', on: CalendarDate, atHandOn: CalendarDate): boolean {
  return on > addDays(atHandOn, of === 'paid' ? MOST_DAYS_PAID_AHEAD : MOST_DAYS_AHEAD);
}

/** The warning of a remittance that carries a date that cannot be right on the day it came; null where it has none. */
export function datedAheadNotice(
  { producedOn, paidOn, transaction, ordinal }: RemittanceHeader,
  atHandOn: CalendarDate,
): ReadingNotice | null {
  const wrong = [
    { of: 'made', on: parseCalendarDate(producedOn), element: 'DTM*405' },
    { of: 'paid', on: parseCalendarDate(paidOn), element: 'BPR16' },
  ] as const;
  const named = wrong
    .filter(({ of, on }) => on !== null && isDatedAhead(of, on, atHandOn))
    .map(({ on, element }) => `${on} (${element})`);
  if (named.length === 0) return null;
  return {
    code: 'dated_ahead',
    message: `The remittance is dated ${named.join(' and ')}, after the day it came: no clock is counted from there.`,
    ...{ transaction, ordinal },
    segment: null,
    byteOffset: null,
  };
}
