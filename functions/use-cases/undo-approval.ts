import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

/** Takes an approval back before its hold ends. A letter that left cannot be called back. */
export function undoApproval(ports: ActPorts, request: ActRequest): Promise<ActResult> {
  return actOnDenial(ports, 'undo_approval', request, (denial, at) => {
    if (denial.approval === null || at >= denial.approval.holdUntil) {
      return refused('HOLD_ENDED', 'The hold has ended: the letter is on its way.');
    }
    return {
      kind: 'plan',
      type: 'ApprovalUndone',
      patch: { state: 'ready_to_approve', nextAction: 'Read the letter and approve it.', approval: null },
      detail: { candidateSha256: denial.approval.sha256 },
    };
  });
}
