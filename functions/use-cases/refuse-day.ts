import { enteredDayRefusal } from '../core/time/entered-day.ts';
import { type Refusal, refused } from './act-on-denial.ts';

/**
 * The refusal of a day that a person entered and nobody can count from; null where it may stand, or is none.
 *
 * @param field of the request that holds the day
 */
export function refusalOfDay(day: string | null | undefined, field: string): Refusal | null {
  const refusal = day === null || day === undefined ? null : enteredDayRefusal(day);
  return refusal === null ? null : refused('DATE_REFUSED', refusal, field);
}
