import { type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';
import { type Sending, type SendingPorts, sendingPlan } from './record-sending.ts';

const CORRECTION = { type: 'CorrectionSent', action: 'correction' } as const;

/** A biller has sent the corrected claim: its reference and the day. From then on the payer is waited for. */
export function confirmCorrection(ports: SendingPorts, request: ActRequest & Sending): Promise<ActResult> {
  return actOnDenial(ports, 'confirm_correction', request, (denial, at) =>
    sendingPlan(ports, CORRECTION, request, denial, at, { mechanism: denial.decision.mechanism }),
  );
}
