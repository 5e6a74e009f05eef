import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';

/** A biller has billed whoever owes this: the other payer, or the patient, as the denial's route says. */
export function closeAsBilled(
  ports: ActPorts,
  request: ActRequest & { readonly note: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'close_as_billed', request, (denial) => ({
    kind: 'plan',
    type: 'ClosedAsBilled',
    patch: {
      state: 'closed',
      closedAs: denial.route === 'bill_other_payer' ? 'billed_other_payer' : 'billed_patient',
      nextAction: 'Nothing: billed elsewhere.',
    },
    reason: request.note,
  }));
}
