import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';

export type WriteOffVerdict =
  | { readonly verdict: 'approve' }
  | { readonly verdict: 'reject'; readonly reason: string };

/** The second person's word on a write-off: closed, or back to review with a written reason. */
export function decideWriteOff(ports: ActPorts, request: ActRequest & WriteOffVerdict): Promise<ActResult> {
  return actOnDenial(ports, 'decide_write_off', request, (denial, at) => {
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
