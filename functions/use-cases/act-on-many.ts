import type { Action } from '../core/access/may-act.ts';
import type { Route } from '../core/denial/decision.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { ActRequest, ActResult } from './act-on-denial.ts';
import { type ActedOnEach, actOnEach, type SeenDenial } from './act-on-each.ts';
import { assignDenial } from './assign-denial.ts';
import { pendDenial } from './pend-denial.ts';
import { type AskedDocument, requestDocument } from './request-document.ts';
import { type ReroutePorts, rerouteDenial } from './reroute-denial.ts';

/** What is done to each. Letters are never approved, and nothing is written off, by the list. */
export type BulkAction =
  | { readonly kind: 'assign'; readonly assignee: string | null }
  | { readonly kind: 'pend'; readonly pend: { readonly until: string; readonly reason: string } | null }
  | { readonly kind: 'reroute'; readonly route: Route; readonly reason: string }
  | ({ readonly kind: 'request_document' } & AskedDocument);

export interface BulkRequest {
  readonly action: BulkAction;
  /** Says what would become of each, and changes nothing. */
  readonly preview: boolean;
  readonly items: readonly SeenDenial[];
}

/** The same act on several denials: says for each what became of it. */
export function actOnMany(
  ports: ReroutePorts,
  user: UserRecord,
  { action, preview, items }: BulkRequest,
): Promise<ActedOnEach> {
  return actOnEach(ports, user, rightFor(action, user), items, (request) =>
    act(ports, action, { ...request, preview }),
  );
}

function act(ports: ReroutePorts, action: BulkAction, request: ActRequest): Promise<ActResult> {
  switch (action.kind) {
    case 'assign':
      return assignDenial(ports, { ...request, assignee: action.assignee });
    case 'pend':
      return pendDenial(ports, { ...request, pend: action.pend });
    case 'reroute':
      return rerouteDenial(ports, { ...request, route: action.route, reason: action.reason });
    case 'request_document': {
      const { document, holder, dueOn } = action;
      return requestDocument(ports, { ...request, document, holder, dueOn });
    }
  }
}

function rightFor(action: BulkAction, { userId }: UserRecord): Action {
  if (action.kind !== 'assign') return action.kind;
  // Back to the queue anybody may give what is their own: each denial says whether it is.
  return action.assignee === userId || action.assignee === null ? 'take' : 'assign';
}
