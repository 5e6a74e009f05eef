import type { PracticeId } from '../../core/ids.ts';
import { type FigureRow, figureRowSchema } from '../../core/views/figure-row.ts';
import { type OutcomeCount, outcomeKeyOf } from '../../core/views/outcome-cells.ts';
import { type QueueRow, queueRowSchema } from '../../core/views/queue-row.ts';
import {
  isSuperseded,
  type LeaseResult,
  type RebuildLease,
  type ViewGenerations,
} from '../../ports/view-generations.ts';
import type {
  FigurePageKey,
  Generations,
  PageResult,
  QueueChange,
  QueuePageKey,
  StoredPage,
  ViewStore,
} from '../../ports/view-store.ts';

interface Of<Key, Row> {
  readonly generation: number;
  readonly key: Key;
  readonly page: StoredPage<Row>;
}

const NO_PAGE = { rows: [], version: 0 };

/** The view store in memory: same contract, same conflicts. Rows pass through their schemas. */
export class MemoryViewStore implements ViewStore, ViewGenerations {
  #lease: RebuildLease | null = null;
  #switchedAt: string | null = null;
  #generations: Generations = { current: 1, building: null };
  readonly #queuePages = new Map<string, Of<QueuePageKey, QueueRow>>();
  readonly #figurePages = new Map<string, Of<FigurePageKey, FigureRow>>();
  readonly #outcomes = new Map<string, { generation: number; count: OutcomeCount }>();
  readonly #changes = new Map<object, { generation: number; practiceId: PracticeId; change: QueueChange }>();

  async generations(): Promise<Generations> {
    return this.#generations;
  }

  async lease(lease: RebuildLease, now: string): Promise<LeaseResult> {
    const by = this.#lease;
    if (by !== null && by.until > now && by.holder !== lease.holder) return { kind: 'taken', by };
    this.#lease = lease;
    return { kind: 'leased' };
  }

  async begin(): Promise<number> {
    const { current, building } = this.#generations;
    const next = Math.max(current, building ?? 0) + 1;
    this.#generations = { current, building: next };
    return next;
  }

  async switchTo(generation: number, at: string): Promise<'switched' | 'lost'> {
    if (this.#generations.building !== generation) return 'lost';
    this.#generations = { current: generation, building: null };
    this.#switchedAt = at;
    return 'switched';
  }

  async switchedAt(): Promise<string | null> {
    return this.#switchedAt;
  }

  /** One kind of item at a time, so that a walk can end half-way here too. */
  async deleteSome(cursor: string | null): Promise<{ deleted: number; cursor: string | null }> {
    const kinds = [this.#queuePages, this.#figurePages, this.#outcomes, this.#changes];
    const at = cursor === null ? 0 : Number(cursor);
    const items: Map<unknown, { readonly generation: number }> = kinds[at] ?? new Map();
    const superseded = [...items].filter(([, { generation }]) => isSuperseded(generation, this.#generations));
    for (const [key] of superseded) items.delete(key);
    return { deleted: superseded.length, cursor: at + 1 < kinds.length ? String(at + 1) : null };
  }

  async queuePage(key: QueuePageKey): Promise<StoredPage<QueueRow>> {
    return this.#queuePages.get(JSON.stringify(key))?.page ?? NO_PAGE;
  }

  async putQueuePage(
    key: QueuePageKey,
    read: StoredPage<QueueRow>,
    rows: readonly QueueRow[],
    changes: readonly QueueChange[],
  ): Promise<PageResult> {
    const text = JSON.stringify(key);
    if ((this.#queuePages.get(text)?.page.version ?? 0) !== read.version) return 'conflict';
    const kept = rows.map((row) => queueRowSchema.parse(structuredClone(row)));
    this.#queuePages.set(text, {
      generation: key.generation,
      key,
      page: { rows: kept, version: read.version + 1 },
    });
    const { generation, practiceId } = key;
    for (const change of changes) this.#changes.set({}, { generation, practiceId, change });
    return 'written';
  }

  async queue(generation: number, practiceId: PracticeId): Promise<readonly QueueRow[]> {
    return [...this.#queuePages.values()]
      .filter(({ key }) => key.generation === generation && key.practiceId === practiceId)
      .flatMap(({ page }) => page.rows);
  }

  async changesSince(generation: number, practiceId: PracticeId, since: string, limit: number) {
    return [...this.#changes.values()]
      .filter((c) => c.generation === generation && c.practiceId === practiceId && c.change.at >= since)
      .map(({ change }) => change)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .slice(0, limit);
  }

  async figurePage(key: FigurePageKey): Promise<StoredPage<FigureRow>> {
    return this.#figurePages.get(JSON.stringify(key))?.page ?? NO_PAGE;
  }

  async putFigurePage(
    key: FigurePageKey,
    read: StoredPage<FigureRow>,
    rows: readonly FigureRow[],
    outcomes: readonly OutcomeCount[],
  ): Promise<PageResult> {
    const text = JSON.stringify(key);
    if ((this.#figurePages.get(text)?.page.version ?? 0) !== read.version) return 'conflict';
    const kept = rows.map((row) => figureRowSchema.parse(structuredClone(row)));
    this.#figurePages.set(text, {
      generation: key.generation,
      key,
      page: { rows: kept, version: read.version + 1 },
    });
    for (const count of outcomes) {
      const cell = `${key.generation}#${outcomeKeyOf(count)}`;
      const none = { ...count, n: 0, overturned: 0, recoveredParts: 0 };
      const before = this.#outcomes.get(cell)?.count ?? none;
      this.#outcomes.set(cell, {
        generation: key.generation,
        count: {
          ...before,
          n: before.n + count.n,
          overturned: before.overturned + count.overturned,
          recoveredParts: before.recoveredParts + count.recoveredParts,
        },
      });
    }
    return 'written';
  }

  async figures(generation: number, practiceId: PracticeId, from: string, to: string) {
    return [...this.#figurePages.values()]
      .filter(
        ({ key }) =>
          key.generation === generation &&
          key.practiceId === practiceId &&
          key.deniedOn >= from &&
          key.deniedOn <= to,
      )
      .flatMap(({ page }) => page.rows);
  }

  async outcomes(generation: number): Promise<readonly OutcomeCount[]> {
    return [...this.#outcomes.values()]
      .filter((cell) => cell.generation === generation)
      .map(({ count }) => count);
  }
}
