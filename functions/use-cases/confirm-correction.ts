import type { CorrectionChange } from '../core/correction/correction.ts';
import type { Frequency } from '../core/correction/frequency.ts';
import { raisingChanges } from '../core/correction/raises-payment.ts';
import { sendingProblem } from '../core/correction/sending-problems.ts';
import {
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';
import { type CorrectionPorts, correctionCaseOf } from './correction-case.ts';
import { type Sending, type SendingPorts, sendingPlan } from './record-sending.ts';

const CORRECTION = { type: 'CorrectionSent', action: 'correction' } as const;

/** What a biller says of the corrected claim. */
export interface CorrectionSent extends Sending {
  readonly frequency: Frequency;
  /** As in REF*F8. @default none */
  readonly payerClaimNumber?: string | undefined;
  /** Of the void that went before. @default none */
  readonly voidReference?: string | undefined;
  /** @default false */
  readonly deniedLinesOnly?: boolean | undefined;
  readonly changes: readonly CorrectionChange[];
}

/**
 * A biller has sent the corrected claim: how, under which reference, on which day and with which changes. From then on
 * the payer is waited for. Refused with words where it would deny as a duplicate, names another claim than the payer's
 * last decision, or has more paid without a second person.
 */
export function confirmCorrection(
  ports: SendingPorts & CorrectionPorts,
  request: ActRequest & CorrectionSent,
): Promise<ActResult> {
  const { reference, frequency, changes } = request;
  return actOnDenial(ports, 'confirm_correction', request, async (denial, at): Promise<Plan | Refusal> => {
    const { corrections } = ports.casework;
    const about = await correctionCaseOf(ports, denial);
    const { mechanism, says: mechanismSays } = about.mechanism;
    const raising = raisingChanges(changes, about.claim, corrections);
    const sent = {
      reference,
      frequency,
      payerClaimNumber: request.payerClaimNumber ?? null,
      voidReference: request.voidReference ?? null,
      deniedLinesOnly: request.deniedLinesOnly ?? false,
      changes,
    };
    const problem = sendingProblem(
      denial,
      sent,
      { ...about, mechanism, mechanismSays, raising },
      corrections,
    );
    if (problem !== null) return refused(problem.code, problem.sentence, problem.field);
    return sendingPlan(ports, CORRECTION, request, denial, at, {
      mechanism,
      frequency,
      fields: [...new Set(changes.map(({ field }) => field))].join(' '),
    });
  });
}
