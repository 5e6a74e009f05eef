import type { SavedView, ViewLayout, ViewScope } from '../core/views/saved-view.ts';
import { listOf } from '../ports/saved-views.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type Forbidden, refusalOf } from './guard-access.ts';
import { type PracticePorts, strangePractices } from './practices-of-organisation.ts';
import type { SavedViewPorts } from './read-views.ts';

/** More would hide each other in a list. */
export const MOST_VIEWS = 100;

export type SaveViewResult =
  | { readonly kind: 'saved'; readonly view: SavedView }
  /** Somebody was faster; null = there is none. */
  | { readonly kind: 'conflict'; readonly current: SavedView | null }
  | { readonly kind: 'too_many' }
  | { readonly kind: 'unknown_practice' }
  | { readonly kind: 'unknown' }
  | Forbidden;

interface SaveRequest {
  readonly user: UserRecord;
  readonly viewId: string;
  /** 0 = there was none. */
  readonly expectedVersion: number;
}

/** Saves a view as the reader's own or for a practice, over the version that they saw; a deleted one comes back. */
export async function saveView(
  ports: SavedViewPorts & PracticePorts,
  request: SaveRequest & {
    readonly name: string;
    readonly scope: ViewScope;
    readonly layout: ViewLayout;
  },
): Promise<SaveViewResult> {
  const { user, viewId, expectedVersion, name, scope, layout } = request;
  const before = await ports.savedViews.read(viewId);
  const ownerId = before?.ownerId ?? user.userId;
  // Of what is taken out of one list and put into another, both are asked for.
  for (const one of before === null ? [scope] : [before.scope, scope]) {
    const refusal = await refusalOf(ports, user, askedFor(viewId, one, ownerId));
    if (refusal !== null) return refusal;
  }
  if ((before?.version ?? 0) !== expectedVersion) return { kind: 'conflict', current: before };
  if (scope.kind === 'team' && (await strangePractices(ports, [scope.practiceId])).length > 0)
    return { kind: 'unknown_practice' };

  const after = changed(before, request, { name, scope, layout, ownerId, isDeleted: false }, ports);
  const list = await ports.savedViews.listOf(listOf(after));
  if (list.length >= MOST_VIEWS && !list.some((other) => other.viewId === viewId))
    return { kind: 'too_many' };
  return stored(ports, before, after);
}

/** Deletes a view: it leaves its list, and its link leads nowhere. */
export async function deleteView(ports: SavedViewPorts, request: SaveRequest): Promise<SaveViewResult> {
  const { user, viewId, expectedVersion } = request;
  const before = await ports.savedViews.read(viewId);
  const { scope, ownerId } = before ?? { scope: { kind: 'mine' } as const, ownerId: user.userId };
  const refusal = await refusalOf(ports, user, askedFor(viewId, scope, ownerId));
  if (refusal !== null) return refusal;
  if (before === null || before.isDeleted) return { kind: 'unknown' };
  if (before.version !== expectedVersion) return { kind: 'conflict', current: before };
  return stored(ports, before, changed(before, request, { ...before, isDeleted: true }, ports));
}

function askedFor(subject: string, scope: ViewScope, userId: string) {
  return scope.kind === 'mine'
    ? ({ action: 'keep_view', record: { practiceId: null, userId }, subject } as const)
    : ({ action: 'share_view', record: { practiceId: scope.practiceId, userId }, subject } as const);
}

function changed(
  before: SavedView | null,
  { viewId, user }: SaveRequest,
  view: Pick<SavedView, 'name' | 'scope' | 'layout' | 'ownerId' | 'isDeleted'>,
  { clock }: SavedViewPorts,
): SavedView {
  const version = (before?.version ?? 0) + 1;
  const { name, scope, layout, ownerId, isDeleted } = view;
  const changedAt = clock.now();
  return { viewId, version, name, scope, ownerId, layout, isDeleted, changedAt, changedBy: user.userId };
}

async function stored(
  { savedViews }: SavedViewPorts,
  before: SavedView | null,
  after: SavedView,
): Promise<SaveViewResult> {
  return (await savedViews.save(before, after)) === 'saved'
    ? { kind: 'saved', view: after }
    : { kind: 'conflict', current: await savedViews.read(after.viewId) };
}
