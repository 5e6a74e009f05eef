import { FACETS, valuesOf } from '../../../functions/core/views/facets.ts';
import {
  BAND_IN_WORDS,
  BUCKET_IN_WORDS,
  CATEGORY_IN_WORDS,
  FOLLOW_UP_IN_WORDS,
  PAYER_TYPE_IN_WORDS,
  ROUTE_IN_WORDS,
  STATE_IN_WORDS,
} from '../ui/words.ts';
import { facetCounts } from './facet-counts.ts';
import type { QueueItem } from './queue-item.ts';

export type Facet = (typeof FACETS)[number];

const FACET_IN_WORDS: { readonly [facet in Facet]: string } = {
  bucket: 'Send by',
  route: 'Route',
  state: 'State',
  payer: 'Payer',
  owner: 'Owner',
  category: 'Reason',
  reason: 'Reason code',
  remark: 'Remark',
  payerType: 'Line of business',
  band: 'Denied',
  level: 'Level',
  missing: 'Letter',
  kind: 'Kind',
};

/** In the order in which people narrow a list; the server's, which the core settles, is by field. */
export const SHOWN_FACETS = Object.entries(FACET_IN_WORDS) as readonly [Facet, string][];

const WORDS: { readonly [facet in Facet]?: Readonly<Record<string, string>> } = {
  bucket: BUCKET_IN_WORDS,
  route: ROUTE_IN_WORDS,
  state: STATE_IN_WORDS,
  category: CATEGORY_IN_WORDS,
  payerType: PAYER_TYPE_IN_WORDS,
  band: BAND_IN_WORDS,
  missing: { complete: 'Complete', incomplete: 'Something is missing' },
  kind: { denial: 'Denial', ...FOLLOW_UP_IN_WORDS },
  owner: { '': 'Unowned' },
};

function inWords(facet: Facet, value: string, items: readonly QueueItem[]): string {
  if (facet === 'payer') return items.find(({ payerId }) => payerId === value)?.payerName ?? value;
  return WORDS[facet]?.[value] ?? value;
}

/** Chosen values by facet: any of a facet, all facets together. */
export type Filters = ReadonlyMap<Facet, ReadonlySet<string>>;

/** What the address of the page says: codes and enums alone, no word of a patient; what is no facet is left alone. */
export function filtersOf(query: URLSearchParams): Filters {
  const filters = new Map<Facet, ReadonlySet<string>>();
  for (const facet of FACETS) {
    const values = query.getAll(facet);
    if (values.length > 0) filters.set(facet, new Set(values));
  }
  return filters;
}

export function matching(
  items: readonly QueueItem[],
  filters: Filters,
  claim: string,
  asOf: string,
): readonly QueueItem[] {
  const wanted = claim.trim().toLowerCase();
  if (filters.size === 0 && wanted === '') return items;
  return items.filter(
    (item) =>
      (wanted === '' || item.claimId.toLowerCase().includes(wanted)) &&
      [...filters].every(([facet, chosen]) => valuesOf(item, facet, asOf).some((value) => chosen.has(value))),
  );
}

export interface FacetChoice {
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
): ReadonlyMap<Facet, readonly FacetChoice[]> {
  const wanted = claim.trim().toLowerCase();
  const chosen = [...filters];
  const counts = facetCounts(items, asOf, (item) => {
    if (wanted !== '' && !item.claimId.toLowerCase().includes(wanted)) return 'several';
    let left: Facet | null = null;
    for (const [facet, values] of chosen) {
      if (valuesOf(item, facet, asOf).some((value) => values.has(value))) continue;
      if (left !== null) return 'several';
      left = facet;
    }
    return left;
  });
  return new Map(
    FACETS.map((facet) => {
      const found = counts.get(facet) ?? new Map<string, number>();
      for (const value of filters.get(facet) ?? []) if (!found.has(value)) found.set(value, 0);
      const choices = [...found].map(([value, count]) => ({
        value,
        count,
        words: inWords(facet, value, items),
      }));
      return [facet, choices.sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))] as const;
    }),
  );
}
