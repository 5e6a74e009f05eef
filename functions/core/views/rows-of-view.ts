import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';
import { bandOf, bucketOf, type FacetRow } from './facets.ts';
import type { RankedRow } from './ranked-row.ts';
import type { ViewFilters } from './saved-view.ts';

/** Who looks, and when. */
export interface Looking {
  readonly userId: string;
  /** yyyy-mm-dd, in the organisation's time zone. */
  readonly today: string;
}

/** What of a row its views are told by; `changedAt` may be its day alone. */
export type ViewRow = FacetRow &
  Pick<RankedRow, 'clockKind' | 'clockBasis' | 'changedAt'> & { readonly practiceId: string };

/**
 * The rows that a view is about, in the order in which they came.
 *
 * @example
 * rowsOfView(rows, { owners: ['me', 'nobody'] }, { userId: 'ana', today: '2026-11-23' })
 */
export function rowsOfView<Row extends ViewRow>(
  rows: readonly Row[],
  filters: ViewFilters,
  { userId, today }: Looking,
): readonly Row[] {
  // Most reads are of no view.
  if (Object.keys(filters).length === 0) return rows;
  const owners = filters.owners?.map((owner) =>
    owner === 'me' ? userId : owner === 'nobody' ? null : owner,
  );
  const { untouchedDays } = filters;
  return rows.filter(
    (row) =>
      fits(filters.buckets, () => bucketOf(row, today)) &&
      fits(filters.practices, () => row.practiceId) &&
      fits(filters.payers, () => row.payerId) &&
      fits(filters.payerTypes, () => row.payerType) &&
      fits(filters.reasons, () => row.reason) &&
      (filters.remarks?.some((remark) => row.remarks.includes(remark)) ?? true) &&
      fits(filters.categories, () => row.category) &&
      fits(filters.routes, () => row.route) &&
      fits(filters.states, () => row.state) &&
      fits(owners, () => row.assignee) &&
      fits(filters.bands, () => bandOf(row.amountCents)) &&
      fits(filters.levels, () => row.level) &&
      fits(filters.missing, () =>
        row.missing === null ? null : row.missing === 0 ? 'complete' : 'incomplete',
      ) &&
      fits(filters.kinds, () => row.followUp ?? 'denial') &&
      fits(filters.clockKinds, () => row.clockKind) &&
      fits(filters.clockBases, () => row.clockBasis) &&
      (untouchedDays === undefined || daysSince(row.changedAt, today) > untouchedDays),
  );
}

function fits<Value>(wanted: readonly Value[] | undefined, value: () => Value | null): boolean {
  return wanted === undefined || (wanted as readonly (Value | null)[]).includes(value());
}

function daysSince(instant: string, today: string): number {
  return daysBetween(instant.slice(0, 10) as CalendarDate, today as CalendarDate);
}
