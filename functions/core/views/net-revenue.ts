import { type CalendarDate, endOfMonth } from '../time/calendar-date.ts';

/** Settings are read at every request: older months are left out of them. */
export const MOST_MONTHS_OF_REVENUE = 36;

/** A practice with what it earned for its patients, month by month (`yyyy-mm`), in cents. */
export interface PracticeRevenue {
  readonly practiceId: string;
  readonly netRevenueCentsByMonth?: Readonly<Record<string, number>> | undefined;
}

export type NetRevenue =
  | { readonly kind: 'known'; readonly cents: number }
  /** What nobody entered, in words. */
  | { readonly kind: 'lacking'; readonly lacks: string };

/**
 * Net patient service revenue of practices in a period: only of whole months, and only where it is entered for each of
 * them. It is never estimated.
 *
 * @param from yyyy-mm-dd, included
 * @param to yyyy-mm-dd, included
 */
export function netRevenueOf(
  practices: readonly PracticeRevenue[],
  practiceIds: readonly string[],
  from: string,
  to: string,
): NetRevenue {
  const months = wholeMonthsOf(from, to);
  if (months === null) {
    return {
      kind: 'lacking',
      lacks: 'a period of whole months: net patient service revenue is kept by month',
    };
  }
  const byPractice = new Map(practices.map((practice) => [practice.practiceId, practice]));
  const entries = practiceIds.flatMap((practiceId) =>
    months.map((month) => ({
      practiceId,
      month,
      cents: byPractice.get(practiceId)?.netRevenueCentsByMonth?.[month],
    })),
  );
  const missing = entries.filter(({ cents }) => cents === undefined);
  const [first] = missing;
  if (first !== undefined) {
    const more = missing.length === 1 ? '' : ` and ${missing.length - 1} more`;
    const lacks = `net patient service revenue of practice ${first.practiceId} in ${first.month}${more}: enter it in the settings of the organisation`;
    return { kind: 'lacking', lacks };
  }
  return { kind: 'known', cents: entries.reduce((sum, { cents = 0 }) => sum + cents, 0) };
}

/** Months from a first day to a last day; null where the period begins or ends within one, or is longer than is kept. */
function wholeMonthsOf(from: string, to: string): readonly string[] | null {
  if (from > to || !from.endsWith('-01') || endOfMonth(to as CalendarDate) !== to) return null;
  const first = monthNumberOf(from);
  const months = monthNumberOf(to) - first + 1;
  if (months > MOST_MONTHS_OF_REVENUE) return null;
  return Array.from({ length: months }, (_, n) => {
    const year = Math.floor((first + n) / 12);
    return `${String(year).padStart(4, '0')}-${String(((first + n) % 12) + 1).padStart(2, '0')}`;
  });
}

function monthNumberOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
