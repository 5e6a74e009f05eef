import * as z from 'zod';
import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import { enteredDayRefusal } from '../time/entered-day.ts';

const day = z.iso.date();
const instant = z.iso.datetime();

/** An address as offices have them: letters, digits and `_ + - .` before a domain with a dot. */
export const mailAddressSchema = z
  .email({ pattern: /^[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/ })
  .max(254);

/** Rungs of the ladder for one request, the first one soonest. */
export const documentReminderSchema = z.enum(['due_in_3', 'due_today', 'overdue']);

/** A document asked of the person or department that holds it. */
export const documentRequestSchema = z.strictObject({
  /** From 1 within a denial. */
  number: z.int().positive(),
  /** As `requiredDocuments` of the decision names it, or in a person's own words. */
  document: z.string(),
  /** Who has it. Of an employee, not of a patient; all the same in no log, name or message. */
  holder: z.strictObject({ name: z.string(), email: mailAddressSchema.nullable() }),
  /** The day by which it must be here: never after the day on which all of it must be sent. */
  dueOn: day,
  state: z.enum(['open', 'received', 'withdrawn']),
  askedBy: z.string(),
  askedAt: instant,
  settledBy: z.string().nullable(),
  settledAt: instant.nullable(),
  /** What the sweep raised last of it, and on which day. */
  reminded: z.strictObject({ reminder: documentReminderSchema, on: day }).nullable(),
});
export type DocumentRequest = z.infer<typeof documentRequestSchema>;
export type DocumentReminder = z.infer<typeof documentReminderSchema>;

interface Asked {
  readonly documentRequests: readonly DocumentRequest[];
  /** Of the clock that governs: its careful date less the lead time of the channel; null where there is none. */
  readonly sendBy: string | null;
}

// Time enough to ask again, and short enough to be heard.
const SOON_DAYS = 3;
// What is overdue is a task every week, as an answer of the payer is.
const AGAIN_DAYS = 7;

/** Those that somebody still has to bring. */
export function openRequestsOf({
  documentRequests,
}: Pick<Asked, 'documentRequests'>): readonly DocumentRequest[] {
  return documentRequests.filter(({ state }) => state === 'open');
}

/** Documents that are here because somebody brought them. */
export function receivedDocumentsOf({
  documentRequests,
}: Pick<Asked, 'documentRequests'>): readonly string[] {
  return documentRequests.filter(({ state }) => state === 'received').map(({ document }) => document);
}

/**
 * The day that counts for a request: its own, or the day on which everything must be sent where that has moved before
 * it (a clock was corrected or counted anew).
 */
export function effectiveDueOn({ dueOn }: Pick<DocumentRequest, 'dueOn'>, sendBy: string | null): string {
  return sendBy !== null && sendBy < dueOn ? sendBy : dueOn;
}

/** Why no document may be asked for by this day, as a sentence; null where it may. */
export function dueOnRefusal(dueOn: string, sendBy: string | null, today: string): string | null {
  if (dueOn < today) return 'The day lies in the past.';
  const stray = enteredDayRefusal(dueOn);
  if (stray !== null) return stray;
  if (sendBy === null || dueOn <= sendBy) return null;
  return sendBy < today
    ? `Everything should have been sent by ${sendBy}: ask for it by today.`
    : `Everything must be sent by ${sendBy}: ask for it by then at the latest.`;
}

export interface DocumentReminderDue {
  readonly number: number;
  readonly reminder: DocumentReminder;
}

/**
 * The reminders to raise on the day, at most one for each open request: three days before its day, on it, the day after
 * and then every week.
 *
 * @param today yyyy-mm-dd
 * @example
 * documentRemindersDue({ documentRequests: [{ number: 1, dueOn: '2026-12-01', … }], sendBy: null }, '2026-11-28')
 * // [{ number: 1, reminder: 'due_in_3' }]
 */
export function documentRemindersDue(
  { documentRequests, sendBy }: Asked,
  today: string,
): readonly DocumentReminderDue[] {
  return openRequestsOf({ documentRequests }).flatMap((request) => {
    const due = rungsOf(request, sendBy).findLast(({ on }) => on <= today);
    if (due === undefined) return [];
    const { reminded, number } = request;
    const isNew = reminded === null || reminded.reminder !== due.reminder;
    const isAgain = due.reminder === 'overdue' && reminded !== null && again(reminded.on) <= today;
    return isNew || isAgain ? [{ number, reminder: due.reminder }] : [];
  });
}

/** The next day on which a reminder of a request becomes due; today where one is due already, null where none will be. */
export function nextDocumentReminderOn(asked: Asked, today: string): string | null {
  if (documentRemindersDue(asked, today).length > 0) return today;
  const days = openRequestsOf(asked).flatMap((request) => {
    const next = rungsOf(request, asked.sendBy).find(({ on }) => on > today);
    if (next !== undefined) return [next.on];
    return request.reminded === null ? [] : [again(request.reminded.on)];
  });
  return days.sort()[0] ?? null;
}

/** The requests with what was raised of them. */
export function withReminders(
  requests: readonly DocumentRequest[],
  raised: readonly DocumentReminderDue[],
  today: string,
): DocumentRequest[] {
  return requests.map((request) => {
    const due = raised.find(({ number }) => number === request.number);
    return due === undefined ? request : { ...request, reminded: { reminder: due.reminder, on: today } };
  });
}

function rungsOf(
  request: DocumentRequest,
  sendBy: string | null,
): readonly { readonly reminder: DocumentReminder; readonly on: string }[] {
  const dueOn = effectiveDueOn(request, sendBy) as CalendarDate;
  // What is asked for within the three days needs no reminder of having just been asked for.
  const soon = addDays(dueOn, -SOON_DAYS);
  return [
    ...(soon > request.askedAt.slice(0, 10) ? [{ reminder: 'due_in_3' as const, on: soon }] : []),
    { reminder: 'due_today', on: dueOn },
    { reminder: 'overdue', on: addDays(dueOn, 1) },
  ];
}

function again(on: string): string {
  return addDays(on as CalendarDate, AGAIN_DAYS);
}
