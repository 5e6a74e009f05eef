import { letterName } from '../core/appeal/letter-name.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial } from './act-on-denial.ts';

/** The reader of a letter sends it back with a written reason: somebody edits it before it can be approved. */
export function requestChanges(
  ports: ActPorts,
  request: ActRequest & { readonly reason: string },
): Promise<ActResult> {
  return actOnDenial(ports, 'request_changes', request, (denial) => ({
    kind: 'plan',
    type: 'ChangesRequested',
    patch: {
      state: 'drafting',
      nextAction: `Change the ${letterName(denial)} as the reviewer asks (see the timeline), then save it.`,
    },
    reason: request.reason,
  }));
}
