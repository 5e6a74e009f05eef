import { addDays, type CalendarDate, weekdayOf, yearOf } from './calendar-date.ts';
import { federalHolidaysOf } from './federal-holidays.ts';

/** Monday to Friday without federal holidays and one-off federal closings. */
export interface Workdays {
  isWorkday(date: CalendarDate): boolean;
  /** The date, or the last workday before it. */
  onOrBefore(date: CalendarDate): CalendarDate;
  /** The date, or the first workday after it. */
  onOrAfter(date: CalendarDate): CalendarDate;
  /** The `count`-th workday after the date; before it when negative; the date itself for 0. */
  add(date: CalendarDate, count: number): CalendarDate;
}

/**
 * A calendar of workdays.
 *
 * @param closings days on which federal offices were closed by order, not by 5 USC 6103(a)
 * @example
 * workdaysWith([]).onOrBefore('2026-07-04' as CalendarDate) // '2026-07-02': the holiday is observed on the 3rd
 */
export function workdaysWith(closings: readonly CalendarDate[]): Workdays {
  const closed = new Set(closings);
  const holidaysByYear = new Map<number, ReadonlySet<CalendarDate>>();

  const isHoliday = (date: CalendarDate): boolean => {
    const year = yearOf(date);
    let holidays = holidaysByYear.get(year);
    if (holidays === undefined) {
      holidays = federalHolidaysOf(year);
      holidaysByYear.set(year, holidays);
    }
    return holidays.has(date);
  };
  const isWorkday = (date: CalendarDate): boolean =>
    weekdayOf(date) <= 5 && !isHoliday(date) && !closed.has(date);
  const nearest = (date: CalendarDate, step: 1 | -1): CalendarDate => {
    let found = date;
    while (!isWorkday(found)) found = addDays(found, step);
    return found;
  };

  return {
    isWorkday,
    onOrBefore: (date) => nearest(date, -1),
    onOrAfter: (date) => nearest(date, 1),
    add(date, count) {
      const step = count < 0 ? -1 : 1;
      let found = date;
      for (let left = Math.abs(count); left > 0; left -= 1) found = nearest(addDays(found, step), step);
      return found;
    },
  };
}
