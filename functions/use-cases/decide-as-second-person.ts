import type { Denial } from '../core/denial/denial.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
} from './act-on-denial.ts';

export type Verdict =
  | { readonly verdict: 'approve' }
  | { readonly verdict: 'reject'; readonly reason: string };

/**
 * The word of a second person on what another one asked for. Who may not be that person (`mayAct`) is refused before;
 * a rejection carries their reason.
 */
export function decideAsSecondPerson(
  ports: ActPorts,
  action: 'decide_write_off' | 'decide_correction',
  request: ActRequest & Verdict,
  on: {
    readonly approval: (denial: Denial, at: string) => Plan | Refusal;
    readonly rejection: (denial: Denial) => Omit<Plan, 'reason'>;
  },
): Promise<ActResult> {
  return actOnDenial(ports, action, request, (denial, at): Plan | Refusal =>
    request.verdict === 'reject'
      ? { ...on.rejection(denial), reason: request.reason }
      : on.approval(denial, at),
  );
}
