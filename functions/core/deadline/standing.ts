import type { Deadline } from './deadline.ts';

/**
 * Where a clock stands on a day:
 * `no_date` (work: configure it, or enter its start), `not_open_yet`, `open`, `past_send_by` (the channel is late),
 * `late_zone` (after the careful date: still offered, confirm start date and channel first), `past_last_day`
 * (good cause only, a person decides), `verify` (the date has passed, but rests on a source too weak to say so).
 */
export type ClockStanding =
  | 'no_date'
  | 'not_open_yet'
  | 'open'
  | 'past_send_by'
  | 'late_zone'
  | 'past_last_day'
  | 'verify';

/**
 * Where the clock stands today. Nothing is ever given up by itself.
 *
 * @param today yyyy-mm-dd, in the organisation's time zone
 * @example
 * standingOf({ sendBy: '2026-12-18', safeBy: '2026-12-30', lastDay: '2027-01-04', … }, '2026-12-31') // 'late_zone'
 */
export function standingOf(
  {
    sendBy,
    safeBy,
    lastDay,
    notBefore,
    confidence,
  }: Pick<Deadline, 'sendBy' | 'safeBy' | 'lastDay' | 'notBefore' | 'confidence'>,
  today: string,
): ClockStanding {
  if (sendBy === null || safeBy === null || lastDay === null) return 'no_date';
  if (notBefore !== null && today < notBefore) return 'not_open_yet';
  if (today <= sendBy) return 'open';
  if (today <= safeBy) return 'past_send_by';
  if (today <= lastDay) return 'late_zone';
  return confidence === 'high' ? 'past_last_day' : 'verify';
}
