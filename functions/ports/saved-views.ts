import type { SavedView, ViewScope } from '../core/views/saved-view.ts';

/** Views that people saved. Nothing is ever removed: what was deleted says so, and its version goes on. */
export interface SavedViewStore {
  /** Deleted ones too. */
  read(viewId: string): Promise<SavedView | null>;
  /** What stands in one list, without what was deleted, in order of ids. */
  listOf(list: ViewList): Promise<readonly SavedView[]>;
  /** Conditional on before.version; a view stands in the list of its scope alone. */
  save(before: SavedView | null, after: SavedView): Promise<'saved' | 'conflict'>;
}

export type ViewList = { readonly ownerId: string } | { readonly practiceId: string };

/** The list in which a view stands. */
export function listOf({
  scope,
  ownerId,
}: {
  readonly scope: ViewScope;
  readonly ownerId: string;
}): ViewList {
  return scope.kind === 'mine' ? { ownerId } : { practiceId: scope.practiceId };
}
