import { nextDocumentReminderOn } from '../documents/request.ts';
import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import { answerDueOn } from './answer-due.ts';
import type { Denial } from './denial.ts';
import { workflowStepOf } from './lifecycle.ts';
import { BEING_ROUTED } from './next-action.ts';
import { isOurMove } from './our-move.ts';
import { stalledOn } from './stalled.ts';

export type Reminder = NonNullable<Denial['lastReminder']>;

type Clocked = Pick<Denial, 'state' | 'sendBy' | 'deadlines' | 'lastReminder'>;
/** What is just being opened has no more than the first of these. */
type Placed = Clocked &
  Pick<Denial, 'candidate' | 'nextAction'> &
  Partial<
    Pick<
      Denial,
      | 'followUp'
      | 'route'
      | 'handover'
      | 'answerDueOn'
      | 'documentRequests'
      | 'pend'
      | 'workedAt'
      | 'escalatedAt'
      | 'openedAt'
    >
  >;

const LADDER: readonly Reminder[] = [
  'other_clock_due',
  'due_in_14',
  'due_in_7',
  'due_in_1',
  'due_today',
  'past_send_by',
  'past_last_day',
];

// Once a week: often enough to be seen, seldom enough to stay a task and not become noise.
const NOT_CONFIGURED_AGAIN_DAYS = 7;

// The same for an answer that is overdue.
const ANSWER_AGAIN_DAYS = 7;

// Nothing is due from us: a look now and then, in which a lost execution is found and replaced.
const QUIET_LOOK_DAYS = 30;

/**
 * Whether the workflow itself has the next move: to route, to draft, to deliver what is approved. That takes seconds;
 * when it takes longer, the execution was lost and nobody else would notice.
 */
export function isSystemsMove(denial: Pick<Denial, 'state' | 'candidate' | 'nextAction'>): boolean {
  const step = workflowStepOf(denial);
  return step === 'draft' || step === 'hold' || denial.nextAction === BEING_ROUTED;
}

/** The earliest sendBy of the clocks that govern the route; null when none is configured. */
export function sendByOf(deadlines: Denial['deadlines']): string | null {
  return earliest(deadlines.filter((d) => d.governs).map((d) => d.sendBy));
}

/**
 * The reminder to raise on the day, each at most once and never an earlier one after a later; null when none is.
 *
 * @example
 * reminderDue({ state: 'correcting', sendBy: '2026-12-01', deadlines: [], lastReminder: null }, '2026-11-25') // 'due_in_7'
 */
export function reminderDue(denial: Clocked, today: string): Reminder | null {
  if (!isOurMove(denial)) return null;
  const due = rungs(denial, today).findLast((rung) => rung.on <= today);
  if (due === undefined) return null;
  return denial.lastReminder !== null && LADDER.indexOf(denial.lastReminder) >= LADDER.indexOf(due.reminder)
    ? null
    : due.reminder;
}

/**
 * The next day on which the sweep must look (yyyy-mm-dd): today where the workflow has the move, something has just
 * left or a reminder is due already, else the first day on which one becomes due, a pend ends or the work counts as stalled. Without a configured
 * deadline that is tomorrow, and a week after that task was raised.
 */
export function wakeOnOf(denial: Placed, today: string, raisedToday = false): string {
  if (isSystemsMove(denial) || denial.state === 'sent') return today;
  const pendedUntil = denial.pend?.until ?? null;
  const next = isOurMove(denial) ? ourNextLook(denial, today, raisedToday) : payersNextLook(denial, today);
  const first = earliest([next, pendedUntil, stallOf(denial), documentOf(denial, today)]) ?? next;
  return first < today ? today : first;
}

function ourNextLook(denial: Placed, today: string, raisedToday: boolean): string {
  if (denial.sendBy === null) return daysAfter(today, raisedToday ? NOT_CONFIGURED_AGAIN_DAYS : 1);
  if (reminderDue(denial, today) !== null) return today;
  return (
    earliest(rungs(denial, today).map((rung) => (rung.on > today ? rung.on : null))) ??
    daysAfter(today, QUIET_LOOK_DAYS)
  );
}

function payersNextLook(denial: Placed, today: string): string {
  const quiet = daysAfter(today, QUIET_LOOK_DAYS);
  const holdUntil = denial.followUp?.dueOn ?? null;
  if (holdUntil !== null) return holdUntil;
  const { state, route, handover = null, answerDueOn: setDay = null } = denial;
  const answerDue = route === undefined ? null : answerDueOn({ state, route, handover, answerDueOn: setDay });
  if (answerDue === null) return quiet;
  if (answerDue > today) return answerDue < quiet ? answerDue : quiet;
  return denial.lastReminder === 'answer_overdue' ? daysAfter(today, ANSWER_AGAIN_DAYS) : today;
}

function documentOf(denial: Placed, today: string): string | null {
  const { documentRequests = [], sendBy } = denial;
  return isOurMove(denial) ? nextDocumentReminderOn({ documentRequests, sendBy }, today) : null;
}

function stallOf(denial: Placed): string | null {
  const { state, pend = null, workedAt = null, escalatedAt = null, openedAt } = denial;
  return openedAt === undefined ? null : stalledOn({ state, pend, workedAt, escalatedAt, openedAt });
}

/** The latest day by the rule of the clocks that govern: after it only good cause helps. */
export function lastDayOf(deadlines: Denial['deadlines']): string | null {
  return earliest(deadlines.filter((d) => d.governs).map((d) => d.lastDay));
}

function rungs(
  { sendBy, deadlines }: Clocked,
  today: string,
): readonly { readonly reminder: Reminder; readonly on: string }[] {
  if (sendBy === null) return [];
  const other = otherClockOn(sendBy, deadlines, today);
  // A date from a weak source reminds; it does not say that it is too late.
  const lastDay = lastDayOf(deadlines.filter(({ confidence }) => confidence === 'high'));
  return [
    ...(other === null ? [] : [{ reminder: 'other_clock_due' as const, on: other }]),
    { reminder: 'due_in_14', on: daysAfter(sendBy, -14) },
    { reminder: 'due_in_7', on: daysAfter(sendBy, -7) },
    { reminder: 'due_in_1', on: daysAfter(sendBy, -1) },
    { reminder: 'due_today', on: sendBy },
    { reminder: 'past_send_by', on: daysAfter(sendBy, 1) },
    ...(lastDay === null ? [] : [{ reminder: 'past_last_day' as const, on: daysAfter(lastDay, 1) }]),
  ];
}

/**
 * Two weeks before the first clock that the route does not use and that runs out before its own: meeting the one does
 * not stop the other (rulebook/deadlines/interactions.json). Null where none does.
 */
function otherClockOn(sendBy: string, deadlines: Denial['deadlines'], today: string): string | null {
  const others = deadlines.filter((d) => !d.governs && d.lastDay !== null && d.lastDay >= today);
  const first = earliest(others.map((d) => d.sendBy));
  return first === null || first >= sendBy ? null : daysAfter(first, -14);
}

function earliest(dates: readonly (string | null)[]): string | null {
  return dates.reduce(
    (first, date) => (date !== null && (first === null || date < first) ? date : first),
    null,
  );
}

// Every date here comes from a parsed record or the clock.
function daysAfter(date: string, days: number): string {
  return addDays(date as CalendarDate, days);
}
