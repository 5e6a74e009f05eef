import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import type { Denial } from './denial.ts';

// Payers decide appeals within 30 to 60 days (42 CFR 405.950; 29 CFR 2560.503-1(i)); claims and records sooner (42 CFR 405.922: 30).
const APPEAL_ANSWER_DAYS = 60;
const OTHER_ANSWER_DAYS = 45;

/**
 * The day (yyyy-mm-dd) on which an answer of the payer is overdue: the one that was set when it was sent, by payer and
 * level (rulebook/levels); in records of before that was kept a usual one. Null where nothing is awaited, or where
 * nothing says when it was sent.
 */
export function answerDueOn({
  state,
  route,
  handover,
  answerDueOn: setDay = null,
}: Pick<Denial, 'state' | 'route' | 'handover'> & Partial<Pick<Denial, 'answerDueOn'>>): string | null {
  if (state !== 'awaiting_payer') return null;
  if (setDay !== null) return setDay;
  if (handover === null) return null;
  const days = route === 'appeal' ? APPEAL_ANSWER_DAYS : OTHER_ANSWER_DAYS;
  return addDays(handover.handedOverAt.slice(0, 10) as CalendarDate, days);
}
