import { endByRemittanceOf, lastAdverseDecisionOf, lastDecisionOf } from '../core/answer/last-decision.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, type Plan } from './act-on-denial.ts';

/**
 * A person accepts what the payer decided, by letter or by a remittance that came after the denial was given up, and
 * closes the denial by it with a reason. No cents follow from that.
 */
export function closeAsAnswered(
  ports: ActPorts,
  request: ActRequest & { readonly reason: string },
): Promise<ActResult> {
  const { reason } = request;
  return actOnDenial(ports, 'close_as_answered', request, (denial): Plan => {
    const closedAs = endByRemittanceOf(denial) ?? lastAdverseDecisionOf(denial)?.decision ?? 'overturned';
    const last = lastDecisionOf(denial);
    return {
      kind: 'plan',
      type: 'ClosedAsAnswered',
      patch: { state: 'closed', closedAs, nextAction: 'Nothing: closed as the payer decided.' },
      reason,
      detail: {
        closedAs,
        level: last?.level ?? denial.level,
        decidedOn: last?.decidedOn ?? null,
        recoveredCents: denial.resolution?.recoveredCents ?? 0,
      },
    };
  });
}
