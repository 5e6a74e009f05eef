import { expectedCentsOf, sayOpen, unacknowledged } from '../core/write-off/guards.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';

export type WriteOffVerdict =
  | { readonly verdict: 'approve' }
  | { readonly verdict: 'reject'; readonly reason: string };

/**
 * The second person's word on a write-off: closed, or back to review with a written reason. A clock that has opened
 * since it was asked for was acknowledged by nobody: then it goes back.
 */
export function decideWriteOff(ports: ActPorts, request: ActRequest & WriteOffVerdict): Promise<ActResult> {
  return actOnDenial(ports, 'decide_write_off', request, (denial, at): Plan | Refusal => {
    const detail = { amountCents: denial.writeOff?.amountCents ?? denial.amountCents };
    if (request.verdict === 'reject') {
      return {
        kind: 'plan',
        type: 'WriteOffRejected',
        patch: {
          state: 'needs_review',
          nextAction: 'The write-off was rejected (see the timeline): choose a route, or confirm it again.',
          writeOff: null,
        },
        reason: request.reason,
        detail,
      };
    }
    const today = ports.clock.today();
    const unseen = unacknowledged(denial, denial.writeOff?.acknowledgedClocks ?? [], today);
    if (unseen.length > 0) {
      const open = sayOpen(unseen, expectedCentsOf(denial, today));
      return refused('CLOCK_STILL_OPEN', `Reject it, so that it is looked at again. ${open}`);
    }
    return {
      kind: 'plan',
      type: 'WriteOffApproved',
      patch: {
        state: 'closed',
        closedAs: 'written_off',
        nextAction: 'Nothing: written off.',
        writeOff: denial.writeOff && {
          ...denial.writeOff,
          secondPerson: request.user.userId,
          secondPersonAt: at,
        },
      },
      detail,
    };
  });
}
