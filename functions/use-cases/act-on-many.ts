import { type Action, mayAct } from '../core/access/may-act.ts';
import type { Route } from '../core/denial/decision.ts';
import type { DenialId } from '../core/ids.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type ActRequest, type ActResult, recordRefusal } from './act-on-denial.ts';
import { assignDenial } from './assign-denial.ts';
import { InFlight } from './in-flight.ts';
import { pendDenial } from './pend-denial.ts';
import { type ReroutePorts, rerouteDenial } from './reroute-denial.ts';

/** What is done to each. Letters are never approved, and nothing is written off, by the list. */
export type BulkAction =
  | { readonly kind: 'assign'; readonly assignee: string | null }
  | { readonly kind: 'pend'; readonly pend: { readonly until: string; readonly reason: string } | null }
  | { readonly kind: 'reroute'; readonly route: Route; readonly reason: string };

export interface BulkRequest {
  readonly action: BulkAction;
  /** Says what would become of each, and changes nothing. */
  readonly preview: boolean;
  /** Each with the version that the person saw. */
  readonly items: readonly { readonly denialId: DenialId; readonly version: number }[];
}

export type BulkResult =
  | {
      readonly kind: 'acted';
      /** One for each item, in that order; each stands alone. */
      readonly results: readonly { readonly denialId: DenialId; readonly result: ActResult }[];
    }
  | { readonly kind: 'forbidden'; readonly reason: string };

const CALLS_AT_ONCE = 8;

/** The same act on several denials, each by its own version, with its own event and its own refusal. */
export async function actOnMany(
  ports: ReroutePorts,
  user: UserRecord,
  { action, preview, items }: BulkRequest,
): Promise<BulkResult> {
  // The role first, so that nobody learns by trying which denials there are.
  const right = rightFor(action, user);
  const byRole = mayAct(user, right, { practiceId: user.practices[0] ?? null });
  if (!byRole.allowed) {
    await recordRefusal(ports, user, right, null, byRole.reason);
    return { kind: 'forbidden', reason: byRole.reason };
  }
  const results = new Map<DenialId, ActResult>();
  const calls = new InFlight(CALLS_AT_ONCE);
  for (const { denialId, version: expectedVersion } of items) {
    await calls.add(async () => {
      results.set(denialId, await act(ports, action, { user, denialId, expectedVersion, preview }));
    });
  }
  await calls.drain();
  return {
    kind: 'acted',
    results: items.map(({ denialId }) => ({
      denialId,
      result: results.get(denialId) ?? { kind: 'unknown' },
    })),
  };
}

function act(ports: ReroutePorts, action: BulkAction, request: ActRequest): Promise<ActResult> {
  switch (action.kind) {
    case 'assign':
      return assignDenial(ports, { ...request, assignee: action.assignee });
    case 'pend':
      return pendDenial(ports, { ...request, pend: action.pend });
    case 'reroute':
      return rerouteDenial(ports, { ...request, route: action.route, reason: action.reason });
  }
}

function rightFor(action: BulkAction, { userId }: UserRecord): Action {
  if (action.kind !== 'assign') return action.kind;
  return action.assignee === userId ? 'take' : 'assign';
}
