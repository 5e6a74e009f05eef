import { Temporal } from 'temporal-polyfill';

/**
 * The ISO UTC instant so many seconds later; earlier when negative.
 *
 * @example
 * secondsAfter('2026-11-23T12:00:00.000Z', -300) // '2026-11-23T11:55:00.000Z'
 */
export function secondsAfter(instant: string, seconds: number): string {
  return Temporal.Instant.from(instant)
    .add({ milliseconds: Math.round(seconds * 1000) })
    .toString({ fractionalSecondDigits: 3 });
}

/**
 * The first instant of a day somewhere, in ISO UTC. (Not every day begins at midnight: where clocks go forward then, it
 * begins at one.)
 *
 * @param timeZone IANA name
 * @example
 * startOfDay('2026-11-22', 'America/New_York') // '2026-11-22T05:00:00.000Z'
 */
export function startOfDay(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}
