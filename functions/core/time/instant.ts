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
