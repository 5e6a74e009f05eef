import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import type { RankedRow } from './ranked-row.ts';

export const BUCKETS = [
  'overdue',
  'due_in_7_days',
  'due_in_30_days',
  'later',
  'no_date',
  'no_clock',
  'with_payer',
] as const;
export type Bucket = (typeof BUCKETS)[number];

export const BANDS = ['under_100', '100_to_500', '500_to_1000', '1000_to_5000', 'from_5000'] as const;
export type Band = (typeof BANDS)[number];

/** How many rows and cents carry a value. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly amountCents: number;
}

export const FACETS = [
  'bucket',
  'payer',
  'payerType',
  'reason',
  'remark',
  'category',
  'route',
  'state',
  'owner',
  'band',
  'level',
  'missing',
  'kind',
] as const;
/** What of a row its facets are read from. */
export type FacetRow = Pick<
  RankedRow,
  | 'amountCents'
  | 'assignee'
  | 'category'
  | 'followUp'
  | 'level'
  | 'missing'
  | 'payerId'
  | 'payerType'
  | 'reason'
  | 'remarks'
  | 'route'
  | 'score'
  | 'sendBy'
  | 'standing'
  | 'state'
>;
export type Facets = { readonly [facet in (typeof FACETS)[number]]: readonly FacetValue[] };

/** Each facet with its values, the most rows first. `owner` has the empty value for what nobody owns. */
export function facetsOf(rows: readonly FacetRow[], today: string): Facets {
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, { count: number; cents: number }>()]));
  for (const row of rows) {
    for (const facet of FACETS) {
      for (const value of valuesOf(row, facet, today)) {
        const values = counts.get(facet);
        const before = values?.get(value) ?? { count: 0, cents: 0 };
        values?.set(value, { count: before.count + 1, cents: before.cents + row.amountCents });
      }
    }
  }
  return Object.fromEntries(
    [...counts].map(([facet, values]) => [
      facet,
      [...values]
        .map(([value, { count, cents }]) => ({ value, count, amountCents: cents }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    ]),
  ) as unknown as Facets;
}

/** How soon a row must leave, in the words of the list. */
export function bucketOf(row: Pick<RankedRow, 'score' | 'standing' | 'sendBy'>, today: string): Bucket {
  if (row.score === null) return 'with_payer';
  if (row.standing === 'no_clock') return 'no_clock';
  if (row.sendBy === null) return 'no_date';
  if (row.sendBy < today) return 'overdue';
  if (ends.today !== today) ends = endsOf(today);
  if (row.sendBy <= ends.in7Days) return 'due_in_7_days';
  return row.sendBy <= ends.in30Days ? 'due_in_30_days' : 'later';
}

const endsOf = (today: string) => ({
  today,
  in7Days: addDays(today as CalendarDate, 7),
  in30Days: addDays(today as CalendarDate, 30),
});

/** Reckoned once for all rows of a day. */
let ends = endsOf('1970-01-01');

/** What a row stands under in one facet; none where it says nothing of it. */
export function valuesOf(row: FacetRow, facet: (typeof FACETS)[number], today: string): readonly string[] {
  switch (facet) {
    case 'bucket':
      return [bucketOf(row, today)];
    case 'payer':
      return [row.payerId];
    case 'remark':
      return row.remarks;
    case 'owner':
      return [row.assignee ?? ''];
    case 'band':
      return [bandOf(row.amountCents)];
    case 'level':
      return [String(row.level)];
    case 'missing':
      return row.missing === null ? [] : [row.missing === 0 ? 'complete' : 'incomplete'];
    case 'kind':
      return [row.followUp === null ? 'denial' : row.followUp];
    case 'payerType':
    case 'reason':
    case 'category':
    case 'route':
    case 'state':
      return [row[facet]];
  }
}

export function bandOf(cents: number): Band {
  if (cents < 100_00) return 'under_100';
  if (cents < 500_00) return '100_to_500';
  if (cents < 1000_00) return '500_to_1000';
  return cents < 5000_00 ? '1000_to_5000' : 'from_5000';
}
