import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';

/** A biller has done what a follow-up asked for, and says what. */
export function closeFollowUp(
  ports: ActPorts,
  request: ActRequest & { readonly note: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'close_follow_up', request, () => ({
    kind: 'plan',
    type: 'FollowUpClosed',
    patch: { state: 'closed', closedAs: 'followed_up', nextAction: 'Nothing: followed up.' },
    reason: request.note,
  }));
}
