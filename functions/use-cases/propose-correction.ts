import type { CorrectionChange } from '../core/correction/correction.ts';
import { raisingChanges } from '../core/correction/raises-payment.ts';
import { changesProblem } from '../core/correction/sending-problems.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { type CorrectionPorts, correctionCaseOf } from './correction-case.ts';

export interface CorrectionProposal {
  readonly changes: readonly CorrectionChange[];
  /** Document, date and page of the record that supports the change. */
  readonly recordCitation: string;
}

/**
 * A biller asks another person for a correction by which more would be paid, with the place in the record that supports
 * it. Nothing leaves before that person has decided.
 */
export function proposeCorrection(
  ports: ActPorts & CorrectionPorts,
  request: ActRequest & CorrectionProposal,
): Promise<ActResult> {
  const { user, changes, recordCitation } = request;
  return actOnDenial(ports, 'propose_correction', request, async (denial, at): Promise<Plan | Refusal> => {
    const { corrections } = ports.casework;
    const problem = changesProblem(changes, corrections);
    if (problem !== null) return refused(problem.code, problem.sentence, problem.field);
    const { claim } = await correctionCaseOf(ports, denial);
    const raising = raisingChanges(changes, claim, corrections);
    if (raising.length === 0) {
      return refused(
        'CHANGE_REFUSED',
        'None of these changes has more paid: correct the claim, send it and record that.',
        'changes',
      );
    }
    return {
      kind: 'plan',
      type: 'CorrectionProposed',
      patch: {
        state: 'awaiting_second_person',
        nextAction: 'A second person approves or rejects the correction, by which more would be paid.',
        correction: {
          changes: [...raising],
          recordCitation,
          proposedBy: user.userId,
          proposedAt: at,
          secondPerson: null,
          secondPersonAt: null,
        },
      },
      reason: recordCitation,
      detail: { changes: raising.length, fields: raising.map(({ field }) => field).join(' ') },
    };
  });
}
