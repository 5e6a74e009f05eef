import type { Denial } from '../core/denial/denial.ts';
import { expectedCentsOf, sayOpen, unacknowledged } from '../core/write-off/guards.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { decideAsSecondPerson, type Verdict } from './decide-as-second-person.ts';

/**
 * The second person's word on a write-off: closed, or back to review with a written reason. A clock that has opened
 * since it was asked for was acknowledged by nobody: then it goes back.
 */
export function decideWriteOff(ports: ActPorts, request: ActRequest & Verdict): Promise<ActResult> {
  return decideAsSecondPerson(ports, 'decide_write_off', request, {
    approval(denial, at): Plan | Refusal {
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
        detail: amountOf(denial),
      };
    },
    rejection: (denial) => ({
      kind: 'plan',
      type: 'WriteOffRejected',
      patch: {
        state: 'needs_review',
        nextAction: 'The write-off was rejected (see the timeline): choose a route, or confirm it again.',
        writeOff: null,
      },
      detail: amountOf(denial),
    }),
  });
}

function amountOf({ writeOff, amountCents }: Denial) {
  return { amountCents: writeOff?.amountCents ?? amountCents };
}
