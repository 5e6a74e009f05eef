import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import type { Actor, Denial } from './denial.ts';
import { isOurMove } from './our-move.ts';

// Two weeks is longer than any holiday of one person should hold up work; the sweep's own reminders do not count.
const STALLED_AFTER_DAYS = 14;

type Attended = Pick<Denial, 'state' | 'pend' | 'workedAt' | 'escalatedAt' | 'openedAt'>;

/**
 * The day (yyyy-mm-dd, UTC) on which work that nobody touches goes to the supervisor; null where the move is not ours,
 * a person has put it off, or the supervisor has it already.
 */
export function stalledOn({ state, pend, workedAt, escalatedAt, openedAt }: Attended): string | null {
  if (!isOurMove({ state }) || pend !== null || escalatedAt !== null) return null;
  return addDays((workedAt ?? openedAt).slice(0, 10) as CalendarDate, STALLED_AFTER_DAYS);
}

/** When a person last worked on it, and whether it lies with the supervisor: what a person touches does not lie idle. */
export function attendedBy(actor: Actor, at: string): Partial<Pick<Denial, 'workedAt' | 'escalatedAt'>> {
  return actor.kind === 'user' ? { workedAt: at, escalatedAt: null } : {};
}
