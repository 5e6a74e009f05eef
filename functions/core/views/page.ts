import { createHash } from 'node:crypto';
import type { DenialId } from '../ids.ts';

/** What a page is to say of one record: its row, or null where it has none here any more. */
export interface Entry<Row> {
  readonly denialId: DenialId;
  readonly row: Row | null;
}

/**
 * A page once records were looked at. `changed` holds the entries that made a difference: the same once more makes none.
 *
 * Rows carry no order of their own. The page is read first and the records after it, and it is written only if it is
 * still the page that was read; so what is written is never older than what stands there.
 */
export function applyEntries<Row extends { readonly denialId: DenialId }>(
  rows: readonly Row[],
  entries: readonly Entry<Row>[],
): { readonly rows: readonly Row[]; readonly changed: readonly Entry<Row>[] } {
  const byId = new Map(rows.map((row) => [row.denialId, row]));
  const changed = entries.filter(
    ({ denialId, row }) => JSON.stringify(byId.get(denialId) ?? null) !== JSON.stringify(row),
  );
  if (changed.length === 0) return { rows, changed };
  for (const { denialId, row } of changed) {
    if (row === null) byId.delete(denialId);
    else byId.set(denialId, row);
  }
  return { rows: [...byId.values()].sort((a, b) => (a.denialId < b.denialId ? -1 : 1)), changed };
}

/** So many pages hold the open work of a practice: a change rewrites one, a snapshot reads all in one query. */
export const QUEUE_PAGES = 64;
/** So many hold what a practice was denied on one day. */
export const FIGURE_PAGES = 8;

/**
 * The page of a record, from 0. The claims of one remittance share the beginning of their ids: only a hash spreads them.
 *
 * @param pages a power of two, up to 256
 */
export function pageOf(denialId: DenialId, pages: number): number {
  return (createHash('sha256').update(denialId).digest()[0] ?? 0) % pages;
}
