import type { CompiledClocks } from '../core/deadline/compile.ts';
import { pendRefusal } from '../core/denial/pend.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, refused } from './act-on-denial.ts';

/** Puts a denial or follow-up off until a day, with a reason; or takes it up again (null). Its clocks run on. */
export function pendDenial(
  ports: ActPorts & { readonly clocks: CompiledClocks },
  request: ActRequest & { readonly pend: { readonly until: string; readonly reason: string } | null },
): Promise<ActResult> {
  const { user, pend } = request;
  return actOnDenial(ports, 'pend', request, (denial, at) => {
    if (pend === null) {
      return denial.pend === null
        ? refused('NOT_IN_THIS_STATE', 'This is not put off.')
        : { kind: 'plan', type: 'PendEnded', patch: { pend: null } };
    }
    const { until, reason } = pend;
    const refusal = pendRefusal(denial, until, ports.clock.today(), ports.clocks.workdays);
    if (refusal !== null) return refused('DATE_REFUSED', refusal, 'until');
    return {
      kind: 'plan',
      type: 'DenialPended',
      patch: { pend: { until, reason, pendedBy: user.userId, pendedAt: at } },
      reason,
      detail: { until },
    };
  });
}
