import { daysFrom } from '../ui/day.ts';
import { urgencyLevel } from '../ui/urgency.tsx';
import { CATEGORY_IN_WORDS, PAYER_TYPE_IN_WORDS, ROUTE_IN_WORDS, STATE_IN_WORDS } from '../ui/words.ts';
import type { QueueItem } from './queue-item.ts';

interface Facet {
  readonly id: string;
  readonly name: string;
  /** The value of a row; codes and enums alone, because the address of the page carries it. */
  readonly read: (item: QueueItem, asOf: string) => string;
  readonly inWords: (value: string, items: readonly QueueItem[]) => string;
}

const LEVEL_IN_WORDS: Readonly<Record<string, string>> = {
  overdue: 'Overdue',
  today: 'Today',
  soon: 'In 1 to 3 days',
  week: 'In 4 to 7 days',
  fortnight: 'In 8 to 14 days',
  later: 'Later',
  not_configured: 'Not configured',
};

const of =
  (words: Readonly<Record<string, string>>) =>
  (value: string): string =>
    words[value] ?? value;

export const UNOWNED = '-';

export const FACETS: readonly Facet[] = [
  {
    id: 'due',
    name: 'Send by',
    read: ({ sendBy }, asOf) => urgencyLevel(sendBy === null ? null : daysFrom(asOf, sendBy)),
    inWords: of(LEVEL_IN_WORDS),
  },
  { id: 'route', name: 'Route', read: ({ route }) => route, inWords: of(ROUTE_IN_WORDS) },
  { id: 'state', name: 'State', read: ({ state }) => state, inWords: of(STATE_IN_WORDS) },
  {
    id: 'payer',
    name: 'Payer',
    read: ({ payerId }) => payerId,
    inWords: (value, items) => items.find(({ payerId }) => payerId === value)?.payerName ?? value,
  },
  {
    id: 'lob',
    name: 'Line of business',
    read: ({ payerType }) => payerType,
    inWords: of(PAYER_TYPE_IN_WORDS),
  },
  { id: 'category', name: 'Reason', read: ({ category }) => category, inWords: of(CATEGORY_IN_WORDS) },
  {
    id: 'owner',
    name: 'Owner',
    read: ({ assignee }) => assignee ?? UNOWNED,
    inWords: (value) => (value === UNOWNED ? 'Unowned' : value),
  },
];

/** Chosen values by facet: any of a facet, all facets together. */
export type Filters = ReadonlyMap<string, ReadonlySet<string>>;

/** What the address of the page says; parameters of no facet are left alone. */
export function filtersOf(query: URLSearchParams): Filters {
  const filters = new Map<string, ReadonlySet<string>>();
  for (const { id } of FACETS) {
    const values = query.getAll(id);
    if (values.length > 0) filters.set(id, new Set(values));
  }
  return filters;
}

export function matching(
  items: readonly QueueItem[],
  filters: Filters,
  claim: string,
  asOf: string,
): QueueItem[] {
  const chosen = FACETS.filter(({ id }) => filters.has(id));
  const wanted = claim.trim().toLowerCase();
  return items.filter(
    (item) =>
      (wanted === '' || item.claimId.toLowerCase().includes(wanted)) &&
      chosen.every(({ id, read }) => filters.get(id)?.has(read(item, asOf)) === true),
  );
}

export interface FacetValue {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

/** How many rows each value has among those that the other facets leave: what choosing it would show. */
export function countsOf(
  items: readonly QueueItem[],
  filters: Filters,
  claim: string,
  asOf: string,
): ReadonlyMap<string, readonly FacetValue[]> {
  return new Map(
    FACETS.map((facet) => {
      const others = new Map([...filters].filter(([id]) => id !== facet.id));
      const counts = new Map<string, number>();
      for (const item of matching(items, others, claim, asOf)) {
        const value = facet.read(item, asOf);
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const value of filters.get(facet.id) ?? []) if (!counts.has(value)) counts.set(value, 0);
      const values = [...counts].map(([value, count]) => ({
        value,
        count,
        words: facet.inWords(value, items),
      }));
      return [facet.id, values.sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))] as const;
    }),
  );
}
