import type { Permission } from '../access/may-act.ts';
import { addDays, type CalendarDate, parseCalendarDate } from '../time/calendar-date.ts';
import { enteredDayRefusal, isCountable } from '../time/entered-day.ts';
import type { Workdays } from '../time/workdays.ts';
import type { Denial } from './denial.ts';
import { isOurMove } from './our-move.ts';

/** Workdays that are left for the work itself when it comes back. */
const WORKDAYS_BEFORE_SEND_BY = 2;
/** Never fewer than those workdays. */
const DAYS_BEFORE_SEND_BY = 7;
/** Where nobody has configured a date, that is itself work. */
const UNDATED_DAYS = 7;
/** Where the payer has the move, nothing is due from us. */
const QUIET_DAYS = 30;

type Pendable = Pick<Denial, 'state' | 'sendBy'>;

/**
 * The last day until which this may be put off (yyyy-mm-dd): two workdays before it must be sent. Where no workdays are
 * known, a week before: a record with such a day must stay readable.
 *
 * @example
 * latestPendOf({ state: 'correcting', sendBy: '2026-12-01' }, '2026-11-10', workdays) // '2026-11-27'
 */
export function latestPendOf({ state, sendBy }: Pendable, today: string, workdays: Workdays): string {
  if (!isOurMove({ state })) return addDays(today as CalendarDate, QUIET_DAYS);
  if (sendBy === null) return addDays(today as CalendarDate, UNDATED_DAYS);
  return isCountable(sendBy as CalendarDate)
    ? workdays.add(sendBy as CalendarDate, -WORKDAYS_BEFORE_SEND_BY)
    : addDays(sendBy as CalendarDate, -DAYS_BEFORE_SEND_BY);
}

/** Why it may not be put off until this day, as a sentence; null where it may. */
export function pendRefusal(
  denial: Pendable,
  until: string,
  today: string,
  workdays: Workdays,
): string | null {
  if (parseCalendarDate(until) === null) return `${until} is no day of the calendar.`;
  if (until <= today) return 'Choose a day after today.';
  const stray = enteredDayRefusal(until);
  if (stray !== null) return stray;
  const latest = latestPendOf(denial, today, workdays);
  if (until <= latest) return null;
  return latest <= today
    ? 'It must be sent too soon to be put off.'
    : `It may be put off until ${latest} at the latest.`;
}

/** Whether there is any day until which it may be put off, or it is put off and may be taken up again. */
export function mayBePutOff(
  denial: Pendable & Pick<Denial, 'pend'>,
  today: string,
  workdays: Workdays,
): Permission {
  if (denial.pend !== null) return { allowed: true };
  const reason = pendRefusal(denial, addDays(today as CalendarDate, 1), today, workdays);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}

/**
 * The pend after a change: whatever moves the denial, or its date, brings it back into view. A note or another owner
 * does not.
 */
export function pendAfter(before: Denial, after: Denial): Denial['pend'] {
  const isMoved =
    after.state !== before.state ||
    after.route !== before.route ||
    after.sendBy !== before.sendBy ||
    after.level !== before.level;
  return isMoved && after.pend === before.pend ? null : after.pend;
}
