import { documentRemindersDue, withReminders } from '../documents/request.ts';
import { isInHistoryReview } from '../history/history-review.ts';
import { secondsAfter } from '../time/instant.ts';
import { answerDueOn } from './answer-due.ts';
import type { Denial, DenialEvent } from './denial.ts';
import { firstStateOf } from './lifecycle.ts';
import { nextActionOf } from './next-action.ts';
import { isOurMove } from './our-move.ts';
import { isSystemsMove, lastDayOf, type Reminder, reminderDue } from './reminders.ts';
import { stalledOn } from './stalled.ts';

/** What one look at a denial found, each with a word of its own in the sweep's counts. */
export type FindingKind =
  | 'payersAwaited'
  | 'holdsOver'
  | 'pendsEnded'
  | 'pastLastDay'
  | 'reminded'
  | 'documentsReminded'
  | 'answersOverdue'
  | 'escalated'
  | 'notConfigured';

export interface SweepFinding {
  readonly kind: FindingKind;
  /** Of the audit event. */
  readonly type: string;
  readonly patch: Partial<
    Pick<Denial, 'state' | 'nextAction' | 'lastReminder' | 'pend' | 'escalatedAt' | 'documentRequests'>
  >;
  readonly detail: DenialEvent['detail'];
}

/**
 * What is due of a denial or follow-up on the day (yyyy-mm-dd), the weightiest first; null when nothing is. Whatever is
 * found changes the record so that it is not found again, so one look after the other raises each thing once.
 */
export function sweepFinding(denial: Denial, today: string, at: string): SweepFinding | null {
  return (
    leftAsSent(denial, at) ??
    holdOver(denial, today) ??
    pendEnded(denial, today) ??
    ladder(denial, today) ??
    documentsDue(denial, today) ??
    answerOverdue(denial, today) ??
    stalled(denial, today, at) ??
    notConfigured(denial)
  );
}

// The delivery itself takes seconds, and the retries of its step four minutes.
const SENT_PATIENCE_SECONDS = 5 * 60;

/** What left was recorded, and whoever recorded it died before the next step: from here on the payer is waited for. */
function leftAsSent({ state, changedAt, answerDueOn: dueOn }: Denial, at: string): SweepFinding | null {
  if (state !== 'sent' || changedAt > secondsAfter(at, -SENT_PATIENCE_SECONDS)) return null;
  return {
    kind: 'payersAwaited',
    type: 'PayerAwaited',
    patch: { state: 'awaiting_payer', nextAction: 'Wait for the payer’s answer to the appeal.' },
    detail: { answerDueOn: dueOn },
  };
}

function holdOver({ state, followUp }: Denial, today: string): SweepFinding | null {
  const dueOn = followUp?.dueOn ?? null;
  if (state !== 'awaiting_payer' || dueOn === null || dueOn > today) return null;
  return {
    kind: 'holdsOver',
    type: 'HoldPassed',
    patch: {
      state: 'needs_review',
      nextAction: 'The payer has not decided in time: ask for the status, and note what was said.',
    },
    detail: { dueOn },
  };
}

function pendEnded({ pend }: Denial, today: string): SweepFinding | null {
  if (pend === null || pend.until > today) return null;
  return { kind: 'pendsEnded', type: 'PendEnded', patch: { pend: null }, detail: { until: pend.until } };
}

function ladder(denial: Denial, today: string): SweepFinding | null {
  const reminder = reminderDue(denial, today);
  if (reminder === null) return null;
  const detail = { to: addresseeOf(reminder, denial.assignee), ...datesOf(denial) };
  // A write-off that waits for its second person is being given up on purpose.
  if (reminder !== 'past_last_day' || isBeingGivenUp(denial)) {
    const patch = { lastReminder: reminder };
    return { kind: 'reminded', type: 'ReminderRaised', patch, detail: { reminder, ...detail } };
  }
  const nextAction = `The last day to act was ${detail.lastDay}. ${lateActionOf(denial)}`;
  return {
    kind: 'pastLastDay',
    type: 'DeadlinePassed',
    patch: { state: 'needs_review', lastReminder: reminder, nextAction },
    detail,
  };
}

function isBeingGivenUp({ state, correction }: Denial): boolean {
  return state === 'awaiting_second_person' && correction === null;
}

const TO_THE_OWNER: ReadonlySet<Reminder> = new Set(['other_clock_due', 'due_in_14', 'due_in_7']);

/** Who hears it: the owner first, the supervisor as well from the day before; of unowned work the supervisor at once. */
function addresseeOf(reminder: Reminder, assignee: string | null): string {
  if (assignee === null) return 'supervisor';
  return TO_THE_OWNER.has(reminder) ? 'owner' : 'owner_and_supervisor';
}

/** Only a person gives it up: there may be good cause for lateness (42 CFR 405.942(b)). */
function lateActionOf({ route, decision }: Denial): string {
  return firstStateOf(route) === 'needs_review'
    ? nextActionOf(route, decision.mechanism)
    : 'With good cause for being late, choose the route again and write the cause as the reason; without, choose write-off or close as expired.';
}

/** Who asked for it hears that somebody is to bring it; the supervisor too where it should be here already. */
function documentsDue(denial: Denial, today: string): SweepFinding | null {
  const { documentRequests, assignee } = denial;
  const raised = isOurMove(denial) ? documentRemindersDue(denial, today) : [];
  if (raised.length === 0) return null;
  const isOverdue = raised.some(({ reminder }) => reminder === 'overdue');
  const owners = isOverdue ? 'owner_and_supervisor' : 'owner';
  return {
    kind: 'documentsReminded',
    type: 'DocumentReminderRaised',
    patch: { documentRequests: withReminders(documentRequests, raised, today) },
    detail: {
      to: assignee === null ? 'supervisor' : owners,
      requests: raised.map(({ number, reminder }) => `${number} ${reminder}`).join(', '),
    },
  };
}

function answerOverdue(denial: Denial, today: string): SweepFinding | null {
  const dueOn = answerDueOn(denial);
  if (dueOn === null || dueOn > today) return null;
  return {
    kind: 'answersOverdue',
    type: 'AnswerOverdue',
    patch: {
      lastReminder: 'answer_overdue',
      nextAction: `The payer’s answer was due by ${dueOn}: ask for the status and record what was said.`,
    },
    detail: { dueOn, to: denial.assignee === null ? 'supervisor' : 'owner' },
  };
}

function stalled(denial: Denial, today: string, at: string): SweepFinding | null {
  const stalledSince = stalledOn(denial);
  if (stalledSince === null || stalledSince > today) return null;
  if (isSystemsMove(denial) || isInHistoryReview(denial)) return null;
  return {
    kind: 'escalated',
    type: 'WorkEscalated',
    patch: { escalatedAt: at },
    detail: { lastWorkedOn: denial.workedAt?.slice(0, 10) ?? null, to: 'supervisor' },
  };
}

function notConfigured(denial: Denial): SweepFinding | null {
  const waitsForDate = isOurMove(denial) && !isInHistoryReview(denial) && !isSystemsMove(denial);
  if (!waitsForDate || denial.sendBy !== null) return null;
  return { kind: 'notConfigured', type: 'DeadlineNotConfigured', patch: {}, detail: datesOf(denial) };
}

const datesOf = ({ sendBy, deadlines }: Denial) => ({ sendBy, lastDay: lastDayOf(deadlines) });
