import { mayBeTakenBack } from '../core/appeal/hold.ts';
import { letterName } from '../core/appeal/letter-name.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

/** Takes an approval back before its hold ends. A letter that left cannot be called back. */
export function undoApproval(ports: ActPorts, request: ActRequest): Promise<ActResult> {
  return actOnDenial(ports, 'undo_approval', request, (denial, at) => {
    const inTime = mayBeTakenBack(denial.approval, at);
    if (!inTime.allowed) return refused('HOLD_ENDED', inTime.reason);
    return {
      kind: 'plan',
      type: 'ApprovalUndone',
      patch: {
        state: 'ready_to_approve',
        nextAction: `Read the ${letterName(denial)} and approve it.`,
        approval: null,
      },
      detail: { candidateSha256: denial.approval?.sha256 ?? null },
    };
  });
}
