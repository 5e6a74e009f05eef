import {
  addDays,
  addMonths,
  addMonthsOrFirstOfNext,
  type CalendarDate,
  daysBetween,
  endOfMonth,
} from '../time/calendar-date.ts';
import type { Workdays } from '../time/workdays.ts';
import type { ClockWindow } from './rule.ts';

/** The two dates of one clock (ADR-0005); `notBefore` where the window also opens. */
export interface CountedClock {
  readonly safeBy: CalendarDate;
  readonly lastDay: CalendarDate;
  readonly notBefore: CalendarDate | null;
  /** Calendar days by which `lastDay` moved forward to a workday. */
  readonly rolledDays: number;
}

/**
 * Counts one clock from its start day. `safeBy` is a workday and never later than `lastDay`.
 *
 * @example
 * // Redetermination, remittance of 2 March 2026: 42 CFR 405.942, 120 days, +5 presumed, next workday
 * countClock({ window }, '2026-03-02' as CalendarDate, workdays) // safeBy 2026-06-30, lastDay 2026-07-06
 */
export function countClock(
  rule: { readonly window: ClockWindow },
  startsOn: CalendarDate,
  workdays: Workdays,
): CountedClock {
  const { window } = rule;
  const start = window.monthEnd === 'from_end_of_month' ? endOfMonth(startsOn) : startsOn;
  const unrolled = lastDayOf(window, addDays(start, window.presumedReceiptDays), workdays);
  const lastDay = window.roll === 'next_workday' ? workdays.onOrAfter(unrolled) : unrolled;
  const careful = addDays(start, window.safeDays);
  return {
    safeBy: workdays.onOrBefore(careful < lastDay ? careful : lastDay),
    lastDay,
    notBefore:
      window.opensOnBusinessDay === undefined ? null : workdays.add(start, window.opensOnBusinessDay),
    rolledDays: lastDay === unrolled ? 0 : daysBetween(unrolled, lastDay),
  };
}

function lastDayOf(window: ClockWindow, start: CalendarDate, workdays: Workdays): CalendarDate {
  const inclusive = window.startIsDayOne ? 1 : 0;
  switch (window.unit) {
    case 'calendar_days':
      return addDays(start, window.quantity - inclusive);
    case 'business_days':
      return window.startIsDayOne
        ? workdays.add(workdays.onOrAfter(start), window.quantity - 1)
        : workdays.add(start, window.quantity);
    case 'months':
      return monthsLater(window, start, window.quantity);
    case 'years':
      return monthsLater(window, start, window.quantity * 12);
  }
}

function monthsLater(window: ClockWindow, start: CalendarDate, months: number): CalendarDate {
  switch (window.monthEnd) {
    case 'same_day_or_last':
      return addMonths(start, months);
    case 'same_day_or_first_of_next':
      return addMonthsOrFirstOfNext(start, months);
    case 'from_end_of_month':
      return endOfMonth(addMonths(start, months));
  }
}
