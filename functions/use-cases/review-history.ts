import { mayAct } from '../core/access/may-act.ts';
import { BEING_ROUTED } from '../core/denial/next-action.ts';
import type { DenialId } from '../core/ids.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type ActPorts, type ActResult, actOnDenial, type Plan, recordRefusal } from './act-on-denial.ts';
import { InFlight } from './in-flight.ts';

export type HistoryVerdict = 'accept' | 'dismiss';

export type HistoryReviewed =
  | {
      readonly kind: 'reviewed';
      /** One for each denial that was named, in that order; each stands alone. */
      readonly results: readonly { readonly denialId: DenialId; readonly result: ActResult }[];
    }
  | { readonly kind: 'forbidden'; readonly reason: string };

const CALLS_AT_ONCE = 8;

/**
 * A person goes through the list of history: what is accepted is routed and worked like any denial from now on, what is
 * dismissed is closed with the reason. Each denial is a change of its own, with its own event.
 */
export async function reviewHistory(
  ports: ActPorts,
  user: UserRecord,
  request: {
    readonly verdict: HistoryVerdict;
    readonly reason: string;
    /** Each with the version that the person saw. */
    readonly denials: readonly { readonly denialId: DenialId; readonly version: number }[];
  },
): Promise<HistoryReviewed> {
  // The role first, so that nobody learns by trying which denials there are.
  const byRole = mayAct(user, 'review_history', { practiceId: user.practices[0] ?? null });
  if (!byRole.allowed) {
    await recordRefusal(ports, user, 'review_history', null, byRole.reason);
    return { kind: 'forbidden', reason: byRole.reason };
  }
  const results = new Map<DenialId, ActResult>();
  const calls = new InFlight(CALLS_AT_ONCE);
  for (const { denialId, version: expectedVersion } of request.denials) {
    await calls.add(async () => {
      const asked = { user, denialId, expectedVersion };
      const result = await actOnDenial(ports, 'review_history', asked, (denial) =>
        planOf(request, denial.attempt, denial.history?.before ?? ''),
      );
      results.set(denialId, result);
    });
  }
  await calls.drain();
  return {
    kind: 'reviewed',
    results: request.denials.map(({ denialId }) => ({
      denialId,
      result: results.get(denialId) ?? { kind: 'unknown' },
    })),
  };
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
