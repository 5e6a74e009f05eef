import { type ActingUser, mayAct } from '../access/may-act.ts';
import { addDays, type CalendarDate, daysBetween } from '../time/calendar-date.ts';
import { loadOf } from './agenda.ts';
import type { RankedRow } from './ranked-row.ts';

export const TODAY_SECTIONS = [
  'dies_this_week',
  'ready_to_approve',
  'waiting_on_you',
  'with_payer',
  'no_deadline',
] as const;

export interface TodaySection {
  readonly id: (typeof TODAY_SECTIONS)[number];
  readonly count: number;
  readonly amountCents: number;
  readonly unowned: number;
  /** The longest that one of them has stood still, in days; null where there is none. */
  readonly oldestWaitDays: number | null;
  /** The first {@link ROWS_SHOWN}. */
  readonly rows: readonly RankedRow[];
}

/** What one person has on the desk; of nobody under the null owner. */
export interface TeamLoad {
  readonly owner: string | null;
  readonly open: number;
  readonly amountCents: number;
  readonly dueIn7Days: number;
  readonly medianAgeDays: number;
}

export const ROWS_SHOWN = 10;

/**
 * What needs a person this morning, in fixed order. A row may stand in several sections: it is there for each reason.
 *
 * @param rows open work without what waits as history
 * @param today yyyy-mm-dd
 */
export function todayOf(
  rows: readonly RankedRow[],
  user: ActingUser,
  today: string,
): readonly TodaySection[] {
  const inAWeek = addDays(today as CalendarDate, 7);
  const ours = rows.filter(({ score }) => score !== null);
  const sections: { readonly [id in TodaySection['id']]: readonly RankedRow[] } = {
    // After the last day only good cause helps: it is still somebody's to look at, so it stays on top.
    dies_this_week: ours.filter(({ sendBy }) => sendBy !== null && sendBy <= inAWeek).sort(bySendBy),
    ready_to_approve: ours.filter(({ state }) => state === 'ready_to_approve').sort(byChange),
    waiting_on_you: ours.filter((row) => waitsOn(row, user)).sort(bySendBy),
    with_payer: rows.filter(({ state }) => state === 'sent' || state === 'awaiting_payer').sort(byChange),
    no_deadline: ours.filter(({ standing }) => standing === 'no_date').sort(byAmount),
  };
  return TODAY_SECTIONS.map((id) => {
    const members = sections[id];
    return {
      id,
      ...loadOf(members),
      oldestWaitDays:
        members.length === 0 ? null : Math.max(...members.map((row) => ageOf(row.changedAt, today))),
      rows: members.slice(0, ROWS_SHOWN),
    };
  });
}

/** Who has how much, the most that is due first. */
export function teamLoadOf(rows: readonly RankedRow[], today: string): readonly TeamLoad[] {
  const inAWeek = addDays(today as CalendarDate, 7);
  const ours = rows.filter(({ score }) => score !== null);
  return [...Map.groupBy(ours, ({ assignee }) => assignee)]
    .map(([owner, members]) => ({
      owner,
      open: members.length,
      amountCents: loadOf(members).amountCents,
      dueIn7Days: members.filter(({ sendBy }) => sendBy !== null && sendBy <= inAWeek).length,
      medianAgeDays: medianOf(members.map(({ openedOn }) => ageOf(openedOn, today))),
    }))
    .sort(
      (a, b) =>
        b.dueIn7Days - a.dueIn7Days || b.open - a.open || ((a.owner ?? '') < (b.owner ?? '') ? -1 : 1),
    );
}

/** The day from which nothing is due before; null when nothing has a date. */
export function nextSendByOf(rows: readonly RankedRow[]): string | null {
  const days = rows.flatMap(({ score, sendBy }) => (score === null || sendBy === null ? [] : [sendBy]));
  return days.sort()[0] ?? null;
}

/** Theirs to move, or something that they may decide as the second person. */
function waitsOn(row: RankedRow, user: ActingUser): boolean {
  if (row.state === 'awaiting_second_person') {
    return !row.askedBy.includes(user.userId) && mayAct(user, 'decide_write_off', row).allowed;
  }
  return row.assignee === user.userId;
}

function ageOf(since: string, today: string): number {
  return Math.max(0, daysBetween(since.slice(0, 10) as CalendarDate, today as CalendarDate));
}

/** The middle one; the lower of the two where they are even. */
function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

function bySendBy(a: RankedRow, b: RankedRow): number {
  return order([a.sendBy ?? '0000-00-00', a.denialId], [b.sendBy ?? '0000-00-00', b.denialId]);
}

function byChange(a: RankedRow, b: RankedRow): number {
  return order([a.changedAt, a.denialId], [b.changedAt, b.denialId]);
}

function byAmount(a: RankedRow, b: RankedRow): number {
  return b.amountCents - a.amountCents || (a.denialId < b.denialId ? -1 : 1);
}

function order([a, idOfA]: readonly [string, string], [b, idOfB]: readonly [string, string]): number {
  if (a !== b) return a < b ? -1 : 1;
  return idOfA < idOfB ? -1 : 1;
}
