import { BEING_ROUTED } from '../core/denial/next-action.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type ActPorts, actOnDenial, type Plan } from './act-on-denial.ts';
import { type ActedOnEach, actOnEach, type SeenDenial } from './act-on-each.ts';

export type HistoryVerdict = 'accept' | 'dismiss';

/**
 * A person goes through the list of history: what is accepted is routed and worked like any denial from now on, what is
 * dismissed is closed with the reason. Each denial is a change of its own, with its own event.
 */
export function reviewHistory(
  ports: ActPorts,
  user: UserRecord,
  request: {
    readonly verdict: HistoryVerdict;
    readonly reason: string;
    readonly denials: readonly SeenDenial[];
  },
): Promise<ActedOnEach> {
  return actOnEach(ports, user, 'review_history', request.denials, (asked) =>
    actOnDenial(ports, 'review_history', asked, (denial) =>
      planOf(request, denial.attempt, denial.history?.before ?? ''),
    ),
  );
}

function planOf(
  { verdict, reason }: { readonly verdict: HistoryVerdict; readonly reason: string },
  attempt: number,
  before: string,
): Plan {
  if (verdict === 'dismiss') {
    return {
      kind: 'plan',
      type: 'HistoryDismissed',
      patch: {
        state: 'closed',
        closedAs: 'left_as_history',
        history: { before, review: 'dismissed' },
        nextAction: 'Nothing: left as history.',
      },
      reason,
    };
  }
  return {
    kind: 'plan',
    type: 'HistoryAccepted',
    // The next attempt starts the execution that its opening did not.
    patch: { history: { before, review: 'accepted' }, nextAction: BEING_ROUTED, attempt: attempt + 1 },
    reason,
  };
}
