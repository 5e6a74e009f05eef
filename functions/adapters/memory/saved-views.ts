import { type SavedView, savedViewSchema } from '../../core/views/saved-view.ts';
import { listOf, type SavedViewStore, type ViewList } from '../../ports/saved-views.ts';

/** Saved views in memory: same contract, same conflicts. */
export class MemorySavedViews implements SavedViewStore {
  readonly #views = new Map<string, SavedView>();

  async read(viewId: string): Promise<SavedView | null> {
    return this.#views.get(viewId) ?? null;
  }

  async listOf(list: ViewList): Promise<readonly SavedView[]> {
    const wanted = JSON.stringify(list);
    return this.all().filter((view) => !view.isDeleted && JSON.stringify(listOf(view)) === wanted);
  }

  async save(before: SavedView | null, after: SavedView): Promise<'saved' | 'conflict'> {
    if ((this.#views.get(after.viewId)?.version ?? 0) !== (before?.version ?? 0)) return 'conflict';
    this.#views.set(after.viewId, savedViewSchema.parse(structuredClone(after)));
    return 'saved';
  }

  /** Every view there ever was. */
  all(): readonly SavedView[] {
    return [...this.#views.values()].sort((a, b) => (a.viewId < b.viewId ? -1 : 1));
  }
}
