import { expiryRefusal } from '../core/denial/expiry.ts';
import { lastDayOf } from '../core/denial/reminders.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

/** A person gives up a denial whose last day has passed, and says that there is no good cause for the lateness. */
export function closeAsExpired(
  ports: ActPorts,
  request: ActRequest & { readonly reason: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'close_as_expired', request, (denial) => {
    const refusal = expiryRefusal(denial, ports.clock.today());
    if (refusal !== null) return refused('NOT_IN_THIS_STATE', refusal);
    return {
      kind: 'plan',
      type: 'ClosedAsExpired',
      patch: { state: 'closed', closedAs: 'expired', nextAction: 'Nothing: the last day has passed.' },
      reason: request.reason,
      detail: { lastDay: lastDayOf(denial.deadlines), amountCents: denial.amountCents },
    };
  });
}
