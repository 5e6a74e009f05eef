import { nextActionOf } from '../core/denial/next-action.ts';
import type { ActPorts, ActRequest, ActResult } from './act-on-denial.ts';
import { decideAsSecondPerson, type Verdict } from './decide-as-second-person.ts';

/**
 * The second person's word on a correction by which more would be paid: it may be sent as proposed, or goes back to
 * the biller with a written reason.
 */
export function decideCorrection(ports: ActPorts, request: ActRequest & Verdict): Promise<ActResult> {
  return decideAsSecondPerson(ports, 'decide_correction', request, {
    approval: (denial, at) => ({
      kind: 'plan',
      type: 'CorrectionApproved',
      patch: {
        state: 'correcting',
        nextAction: nextActionOf('correct_resubmit', denial.decision.mechanism),
        correction: denial.correction && {
          ...denial.correction,
          secondPerson: request.user.userId,
          secondPersonAt: at,
        },
      },
      detail: { changes: denial.correction?.changes.length ?? 0 },
    }),
    rejection: (denial) => ({
      kind: 'plan',
      type: 'CorrectionRejected',
      patch: {
        state: 'correcting',
        nextAction:
          'The correction was rejected (see the timeline): correct the claim otherwise, propose it again, or choose another route.',
        correction: null,
      },
      detail: { changes: denial.correction?.changes.length ?? 0 },
    }),
  });
}
