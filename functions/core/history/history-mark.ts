import { type CalendarDate, earlierOf, parseCalendarDate } from '../time/calendar-date.ts';

/** Objects of the inbox below this prefix are history. */
export const HISTORY_PREFIX = 'history/';

/** Whether a file is marked as history, and before which day its decisions are. */
export type HistoryMark =
  | { readonly kind: 'none' }
  | { readonly kind: 'before'; readonly before: CalendarDate }
  /** The prefix names a day that does not exist: the day of arrival stands in, and that is shown. */
  | { readonly kind: 'unreadable'; readonly before: CalendarDate };

/**
 * How an object's key marks a file: `history/before-yyyy-mm-dd/…` names the day, `history/…` alone means the day on
 * which it came.
 *
 * @example
 * historyMarkOf('history/before-2026-10-01/june.835', today) // { kind: 'before', before: '2026-10-01' }
 */
export function historyMarkOf(objectKey: string, today: CalendarDate): HistoryMark {
  if (!objectKey.startsWith(HISTORY_PREFIX)) return { kind: 'none' };
  const [folder = ''] = objectKey.slice(HISTORY_PREFIX.length).split('/', 1);
  if (!folder.startsWith('before-') || !objectKey.slice(HISTORY_PREFIX.length).includes('/')) {
    return { kind: 'before', before: today };
  }
  const named = parseCalendarDate(folder.slice('before-'.length));
  return named === null ? { kind: 'unreadable', before: today } : { kind: 'before', before: named };
}

/** The prefix that marks files as history before this day. */
export function historyPrefixOf(before: CalendarDate): string {
  return `${HISTORY_PREFIX}before-${before}/`;
}

/**
 * Whether a remittance of a marked file is history: the earlier of its two dates is before the day, or it has none, so
 * that nobody can say it is newer. Later remittances of the same file are worked like any other.
 *
 * @param before yyyy-mm-dd; null = the file is not marked
 */
export function isHistory(
  header: { readonly producedOn: string | null; readonly paidOn: string | null },
  before: string | null,
): boolean {
  if (before === null) return false;
  const decidedOn = earlierOf(parseCalendarDate(header.producedOn), parseCalendarDate(header.paidOn));
  return decidedOn === null || decidedOn < before;
}
