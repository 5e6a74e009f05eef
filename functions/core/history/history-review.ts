import type { Deadline } from '../deadline/deadline.ts';
import type { Denial } from '../denial/denial.ts';
import type { State } from '../denial/lifecycle.ts';

/** What a denial of history says while it waits in the one list to review. */
export const IN_HISTORY_REVIEW =
  'From before the first day here: accept it as work, or dismiss it with the list.';

/**
 * Whether a denial may still be worked on the day: one of its clocks has not run out, or no clock that governs it has a
 * date, so that nobody can say it is too late. A clock without a date never makes another one's end go unseen.
 */
export function mayStillBeWorked(
  deadlines: readonly Pick<Deadline, 'lastDay' | 'governs'>[],
  today: string,
): boolean {
  const isInside = deadlines.some(({ lastDay }) => lastDay !== null && lastDay >= today);
  return isInside || deadlines.filter(({ governs }) => governs).every(({ lastDay }) => lastDay === null);
}

/** Whether the denial waits in the list of history, and nowhere else: no execution works it. */
export function isInHistoryReview({ history, state }: Pick<Denial, 'history' | 'state'>): boolean {
  return history?.review === 'open' && state === 'needs_review';
}

/** The list in which open work is found: that of its state, or the one of history. */
export function queueListOf(denial: Pick<Denial, 'history' | 'state'>): State | 'history_review' {
  return isInHistoryReview(denial) ? 'history_review' : denial.state;
}
