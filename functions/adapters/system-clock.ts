import type { Clock } from '../ports/clock.ts';

/** The machine's clock; the day is the one in the organisation's time zone (IANA name). */
export function systemClock(timeZone: string): Clock {
  // Sweden writes yyyy-mm-dd.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const hour = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  return {
    now: () => new Date().toISOString(),
    today: () => day.format(new Date()),
    hourOfDay: () => Number(hour.format(new Date())),
  };
}
