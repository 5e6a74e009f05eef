import type { Denial } from '../core/denial/denial.ts';
import type { DenialId, PracticeId } from '../core/ids.ts';
import type { FigureRow } from '../core/views/figure-row.ts';
import type { OutcomeCount } from '../core/views/outcome-cells.ts';
import type { Entry } from '../core/views/page.ts';
import type { QueueRow } from '../core/views/queue-row.ts';

/** Views are built whole, beside those in use, and then switched: each such set is a generation. */
export interface Generations {
  /** The one that answers. */
  readonly current: number;
  /** The one that is being built; what changes meanwhile goes into both. */
  readonly building: number | null;
}

export interface QueuePageKey {
  readonly generation: number;
  readonly practiceId: PracticeId;
  readonly page: number;
}

export interface FigurePageKey extends QueuePageKey {
  /** yyyy-mm-dd */
  readonly deniedOn: string;
}

export interface StoredPage<Row> {
  readonly rows: readonly Row[];
  /** Counts the writes; 0 = there is no such page yet. */
  readonly version: number;
}

/** An entry of the change feed. */
export interface QueueChange extends Entry<QueueRow> {
  /** When it was projected. */
  readonly at: string;
}

/** What was made of one read: a page is written only if it is still the one that was read. */
export type PageResult = 'written' | 'conflict';

/** The read models (DESIGN: Views). Whatever is in them can be made anew from the records. */
export interface ViewStore {
  generations(): Promise<Generations>;

  queuePage(key: QueuePageKey): Promise<StoredPage<QueueRow>>;
  /** The page, and what changed in it for the feed, as one write. At most 90 changes. */
  putQueuePage(
    key: QueuePageKey,
    read: StoredPage<QueueRow>,
    rows: readonly QueueRow[],
    changes: readonly QueueChange[],
  ): Promise<PageResult>;
  /** Open work of one practice, in no order. */
  queue(generation: number, practiceId: PracticeId): Promise<readonly QueueRow[]>;
  /** The feed from an instant on, oldest first; kept for two days. */
  changesSince(
    generation: number,
    practiceId: PracticeId,
    since: string,
    limit: number,
  ): Promise<readonly QueueChange[]>;

  figurePage(key: FigurePageKey): Promise<StoredPage<FigureRow>>;
  /** The page, and what it adds to the counts of outcomes, as one write. At most 90 outcomes. */
  putFigurePage(
    key: FigurePageKey,
    read: StoredPage<FigureRow>,
    rows: readonly FigureRow[],
    outcomes: readonly OutcomeCount[],
  ): Promise<PageResult>;
  /** Denials of one practice by the day of the payer's decision, both days included. */
  figures(
    generation: number,
    practiceId: PracticeId,
    from: string,
    to: string,
  ): Promise<readonly FigureRow[]>;
  /** What became of closed denials, over all practices. */
  outcomes(generation: number): Promise<readonly OutcomeCount[]>;
}

/** The records that views are made from. */
export interface RecordSource {
  /** As they stand now. `unreadable` are there, and not as a record should be. */
  readMany(
    denialIds: readonly DenialId[],
  ): Promise<{ readonly denials: readonly Denial[]; readonly unreadable: readonly DenialId[] }>;
  /** Every record that there is, some at a time. Walks the whole table: for rebuilding alone. */
  allIds(
    cursor: string | null,
  ): Promise<{ readonly ids: readonly DenialId[]; readonly cursor: string | null }>;
}
