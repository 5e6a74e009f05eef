import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';
import { type Sending, sendingPlan } from './record-sending.ts';

/** A biller has sent the corrected claim: its reference and the day. From then on the payer is waited for. */
export function confirmCorrection(ports: ActPorts, request: ActRequest & Sending): Promise<ActResult> {
  return actOnDenial(ports, 'confirm_correction', request, (denial, at) =>
    sendingPlan('CorrectionSent', request, denial, ports.clock.today(), at, {
      mechanism: denial.decision.mechanism,
    }),
  );
}
