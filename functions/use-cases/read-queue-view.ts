import type { DenialId, PracticeId } from '../core/ids.ts';
import { NO_OUTCOMES, type OutcomeTable, outcomeTableOf } from '../core/priority/outcome-shares.ts';
import { secondsAfter } from '../core/time/instant.ts';
import { outcomeCellsOf } from '../core/views/outcome-cells.ts';
import type { QueueRow } from '../core/views/queue-row.ts';
import { type RankedRow, rankRows } from '../core/views/ranked-row.ts';
import { rowsOfView } from '../core/views/rows-of-view.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { ViewStore } from '../ports/view-store.ts';
import { recordAccess } from './guard-access.ts';
import { permittedReach, reachOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';
import { filtersOf, type SavedViewPorts } from './read-views.ts';

export interface ViewPorts extends SavedViewPorts {
  readonly views: ViewStore;
  readonly remittances: RemittanceStore;
}

export interface QueueQuery {
  /** `open`: what stands in the list of a state. `history_review`: what came as history and waits there. */
  readonly scope: 'open' | 'history_review';
  /** Null = every practice within reach. */
  readonly practice: PracticeId | null;
}

export interface QueueView {
  readonly asOf: string;
  /** Where the change feed goes on from. */
  readonly cursor: FeedCursor;
  /** The most pressing first. */
  readonly rows: readonly RankedRow[];
}

export interface FeedCursor {
  readonly generation: number;
  readonly at: string;
}

/**
 * Open work of a user's practices from the views, ranked on the day of the read.
 *
 * @param query.view only the rows that this saved or built-in view is about; null = all
 */
export async function readQueueView(
  ports: ViewPorts,
  user: UserRecord,
  operation: string,
  { scope, practice, view = null }: QueueQuery & { readonly view?: string | null },
): Promise<ReadResult<QueueView>> {
  const filters = await filtersOf(ports, user, view);
  if (filters.kind !== 'read') return filters;
  // Before the pages: what changes while they are read comes by the feed.
  const at = ports.clock.now();
  const reach = await permittedReach(ports, user, operation, practice);
  if ('kind' in reach) return reach;
  const [{ generation, outcomes, pages }] = await Promise.all([
    readPages(ports, reach.practices),
    recordAccess(ports, user, operation, null),
  ]);
  const asOf = ports.clock.today();
  const rows = pages.flat().filter(({ isHistory }) => isHistory === (scope === 'history_review'));
  const ranked = rankRows(rows, asOf, outcomes);
  const looking = { userId: user.userId, today: asOf };
  return {
    kind: 'read',
    value: { asOf, cursor: { generation, at }, rows: rowsOfView(ranked, filters.value, looking) },
  };
}

async function readPages(
  ports: Pick<ViewPorts, 'views'>,
  practices: readonly PracticeId[],
): Promise<{
  readonly generation: number;
  readonly outcomes: OutcomeTable;
  readonly pages: readonly (readonly QueueRow[])[];
}> {
  const { current: generation } = await ports.views.generations();
  const [outcomes, ...pages] = await Promise.all([
    outcomesOf(ports, generation),
    ...practices.map((practiceId) => ports.views.queue(generation, practiceId)),
  ]);
  return { generation, outcomes, pages };
}

export type QueueChanges =
  /** Rows as they are now, ranked; null = it left the list. Oldest change first; one may be told twice. */
  | {
      readonly kind: 'changes';
      readonly asOf: string;
      readonly cursor: FeedCursor;
      readonly changes: readonly { readonly denialId: DenialId; readonly row: RankedRow | null }[];
    }
  /** More than a feed is for, or the views were made anew: take a new snapshot. */
  | { readonly kind: 'reload' };

// Two functions may project at once: what the slower one writes carries an earlier instant.
const OVERLAP_SECONDS = 10;
// The feed forgets after two days; an hour less leaves nothing to chance.
const FEED_READ_SECONDS = 47 * 60 * 60;
const MOST_CHANGES = 1000;

/** What became of the queue since a cursor. */
export async function readQueueChanges(
  ports: ViewPorts,
  user: UserRecord,
  { cursor, scope, practice }: QueueQuery & { readonly cursor: FeedCursor },
): Promise<ReadResult<QueueChanges>> {
  const at = ports.clock.now();
  const [reach, { current: generation }] = await Promise.all([
    reachOf(ports, user, 'queue_changes', practice),
    ports.views.generations(),
  ]);
  if ('kind' in reach) return reach;
  if (cursor.generation !== generation || cursor.at < secondsAfter(at, -FEED_READ_SECONDS)) {
    return { kind: 'read', value: { kind: 'reload' } };
  }
  const since = secondsAfter(cursor.at, -OVERLAP_SECONDS);
  const [outcomes, ...feeds] = await Promise.all([
    outcomesOf(ports, generation),
    ...reach.practices.map((id) => ports.views.changesSince(generation, id, since, MOST_CHANGES + 1)),
  ]);
  if (feeds.some(({ length }) => length > MOST_CHANGES)) return { kind: 'read', value: { kind: 'reload' } };

  const asOf = ports.clock.today();
  const newest = new Map(feeds.flat().map((change) => [change.denialId, change]));
  const here = [...newest.values()].flatMap(({ row }) =>
    row !== null && row.isHistory === (scope === 'history_review') ? [row] : [],
  );
  const ranked = new Map(rankRows(here, asOf, outcomes).map((row) => [row.denialId, row]));
  const changes = [...newest.keys()].map((denialId) => ({ denialId, row: ranked.get(denialId) ?? null }));
  return { kind: 'read', value: { kind: 'changes', asOf, cursor: { generation, at }, changes } };
}

/** What became of closed denials, from which expectations are reckoned: counts over all practices, of nobody. */
export async function readOutcomes({
  views,
}: {
  readonly views: Pick<ViewStore, 'generations' | 'outcomes'>;
}): Promise<OutcomeTable> {
  return outcomesOf({ views }, (await views.generations()).current);
}

async function outcomesOf(
  { views }: { readonly views: Pick<ViewStore, 'outcomes'> },
  generation: number,
): Promise<OutcomeTable> {
  const counts = await views.outcomes(generation);
  return counts.length === 0 ? NO_OUTCOMES : outcomeTableOf(outcomeCellsOf(counts));
}
