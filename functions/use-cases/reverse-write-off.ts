import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';

/** A write-off that is not posted yet is taken back with a written reason: the denial is open work again. */
export function reverseWriteOff(
  ports: ActPorts,
  request: ActRequest & { readonly reason: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'reverse_write_off', request, (denial) => ({
    kind: 'plan',
    type: 'WriteOffReversed',
    patch: {
      state: 'needs_review',
      closedAs: null,
      writeOff: null,
      // Its execution has ended with the closing.
      attempt: denial.attempt + 1,
      nextAction: 'The write-off was reversed (see the timeline): choose a route, or confirm it again.',
    },
    reason: request.reason,
    detail: {
      amountCents: denial.writeOff?.amountCents ?? denial.amountCents,
      confirmedBy: denial.writeOff?.confirmedBy ?? null,
      secondPerson: denial.writeOff?.secondPerson ?? null,
    },
  }));
}
