import type { components } from '../../../client/schema.d.ts';
import { dayInWords, daysFrom } from '../ui/day.ts';
import { CLOCK_IN_WORDS } from '../ui/words.ts';

type OpenClock = components['schemas']['OpenClock'];

/**
 * A clock that a write-off would let run out, in words.
 *
 * @param asOf the organisation's today
 * @example // 'Dispute, level 1: still open, 12 days to send it, last day 5 Dec'
 */
export function openClockInWords(
  { kind, level, standing, sendBy, lastDay }: OpenClock,
  asOf: string,
): string {
  const name = `${CLOCK_IN_WORDS[kind]}${level === null ? '' : `, level ${level}`}`;
  const ends = lastDay === null ? '' : `, last day ${dayInWords(lastDay, asOf)}`;
  switch (standing) {
    case 'no_date':
      return `${name}: no date is configured, so it counts as open`;
    case 'not_open_yet':
      return `${name}: not open yet${ends}`;
    case 'verify':
      return `${name}: a weak rule says it has passed; verify before giving up${ends}`;
    case 'past_last_day':
      return `${name}: its last day has passed${ends}`;
    case 'open':
    case 'past_send_by':
    case 'late_zone':
      return `${name}: still open${daysToSend(sendBy, asOf)}${ends}`;
    default:
      return standing satisfies never;
  }
}

/** To the day it is to be sent by, not to the last day that the payer allows: the post takes its time. */
function daysToSend(sendBy: string | null, asOf: string): string {
  if (sendBy === null) return '';
  const daysLeft = daysFrom(asOf, sendBy);
  if (daysLeft < 0) return ', past its send-by';
  if (daysLeft === 0) return ', must be sent today';
  return `, ${daysLeft === 1 ? '1 day' : `${daysLeft} days`} to send it`;
}
