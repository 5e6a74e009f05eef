import type { AgendaDay } from './queries.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** A week of the agenda, Monday first, and what leaves in it. */
export interface Week {
  readonly monday: string;
  readonly days: readonly AgendaDay[];
  readonly count: number;
  readonly amountCents: number;
  readonly unowned: number;
}

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/**
 * Days later or earlier by the calendar, whatever the zone of the browser.
 *
 * @example dayAfter('2026-12-31', 1) // '2027-01-01'
 */
export function dayAfter(day: string, days: number): string {
  return new Date(instantOf(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** @example weekdayOf('2026-12-01') // 'Tue' */
export function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(instantOf(day)).getUTCDay()] ?? 'Sun';
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) === 'Sat' || weekdayOf(day) === 'Sun';
}

/** The days of an agenda in their weeks, in the order they are given. */
export function weeksOf(days: readonly AgendaDay[]): readonly Week[] {
  return [...Map.groupBy(days, ({ sendBy }) => mondayOf(sendBy))].map(([monday, members]) => ({
    monday,
    days: members,
    count: sumOf(members, 'count'),
    amountCents: sumOf(members, 'amountCents'),
    unowned: sumOf(members, 'unowned'),
  }));
}

function mondayOf(day: string): string {
  return dayAfter(day, -((new Date(instantOf(day)).getUTCDay() + 6) % 7));
}

function sumOf(days: readonly AgendaDay[], figure: 'count' | 'amountCents' | 'unowned'): number {
  return days.reduce((sum, day) => sum + day[figure], 0);
}
