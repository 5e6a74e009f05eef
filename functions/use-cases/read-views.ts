import { mayAct, type Permission } from '../core/access/may-act.ts';
import { BUILT_IN_VIEWS, type BuiltInView } from '../core/views/built-in-views.ts';
import type { SavedView, ViewFilters } from '../core/views/saved-view.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { SavedViewStore } from '../ports/saved-views.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type AccessPorts, refusalOf } from './guard-access.ts';
import { practicesOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';

export interface SavedViewPorts extends AccessPorts {
  readonly savedViews: SavedViewStore;
}

export type AnyView =
  | { readonly kind: 'built_in'; readonly view: BuiltInView }
  | { readonly kind: 'saved'; readonly view: SavedView };

/** Views in the order in which they are offered: the reader's own, those of their practices, the built-in ones. */
export async function listViews(
  ports: SavedViewPorts & { readonly remittances: RemittanceStore },
  user: UserRecord,
): Promise<readonly AnyView[]> {
  const practices = await practicesOf(ports, user);
  const lists = await Promise.all([
    ports.savedViews.listOf({ ownerId: user.userId }),
    ...practices.map((practiceId) => ports.savedViews.listOf({ practiceId })),
  ]);
  const saved = lists.flatMap((views) => views.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  return [
    ...saved.map((view): AnyView => ({ kind: 'saved', view })),
    ...BUILT_IN_VIEWS.map((view): AnyView => ({ kind: 'built_in', view })),
  ];
}

/**
 * One view by its id, as a link carries it. Whoever has the link of a person's own view sees it too: a view holds codes
 * alone, and what it shows is what its reader may see.
 */
export async function readView(
  ports: SavedViewPorts,
  user: UserRecord,
  viewId: string,
): Promise<ReadResult<AnyView>> {
  const builtIn = BUILT_IN_VIEWS.find((known) => known.viewId === viewId);
  if (builtIn !== undefined) return { kind: 'read', value: { kind: 'built_in', view: builtIn } };
  const view = await ports.savedViews.read(viewId);
  if (view === null || view.isDeleted) return { kind: 'unknown' };
  if (view.scope.kind === 'team') {
    const { practiceId } = view.scope;
    const asked = {
      action: 'read',
      record: { practiceId },
      operation: 'read_view',
      subject: viewId,
    } as const;
    const refusal = await refusalOf(ports, user, asked);
    if (refusal !== null) return refusal;
  }
  return { kind: 'read', value: { kind: 'saved', view } };
}

/** The filters of a view by its id; none where no view is asked for. */
export async function filtersOf(
  ports: SavedViewPorts,
  user: UserRecord,
  viewId: string | null,
): Promise<ReadResult<ViewFilters>> {
  if (viewId === null) return { kind: 'read', value: {} };
  const read = await readView(ports, user, viewId);
  return read.kind === 'read' ? { kind: 'read', value: read.value.view.layout.filters } : read;
}

/** Whether the reader may change this view, or delete it. */
export function mayChangeView(user: UserRecord, { scope, ownerId }: SavedView): Permission {
  return scope.kind === 'mine'
    ? mayAct(user, 'keep_view', { practiceId: null, userId: ownerId })
    : mayAct(user, 'share_view', { practiceId: scope.practiceId, userId: ownerId });
}
