import { FACETS, valuesOf } from '../../../functions/core/views/facets.ts';
import type { Facet } from './filters.ts';
import type { QueueItem } from './queue-item.ts';

/**
 * How many rows each value of each facet has among those that the other facets leave, in one walk over all rows: one
 * that nothing leaves out counts everywhere, one that a single facet leaves out counts in that facet alone.
 *
 * @param leavesOut the first filters that leave the row out: null = none, or the facet where it is that alone, or
 * `several`
 */
export function facetCounts(
  items: readonly QueueItem[],
  asOf: string,
  leavesOut: (item: QueueItem) => Facet | 'several' | null,
): ReadonlyMap<Facet, Map<string, number>> {
  const counts = new Map(FACETS.map((facet) => [facet, new Map<string, number>()]));
  const count = (item: QueueItem, facet: Facet) => {
    const values = counts.get(facet);
    for (const value of valuesOf(item, facet, asOf)) values?.set(value, (values.get(value) ?? 0) + 1);
  };
  for (const item of items) {
    const left = leavesOut(item);
    if (left === null) for (const facet of FACETS) count(item, facet);
    else if (left !== 'several') count(item, left);
  }
  return counts;
}
