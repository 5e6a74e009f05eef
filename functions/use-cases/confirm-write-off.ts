import type { WriteOff } from '../core/denial/denial.ts';
import type { Settings } from '../ports/settings.ts';
import { type ActPorts, type ActRequest, type ActResult, actOnDenial, type Plan } from './act-on-denial.ts';

/**
 * A person confirms a write-off with a reason. Above the organisation's limit (ships as 0: always) it then waits for
 * a second person; otherwise it is closed.
 */
export function confirmWriteOff(
  ports: ActPorts & { readonly settings: Settings },
  request: ActRequest & { readonly reason: string },
): Promise<ActResult> {
  const { user, reason } = request;
  return actOnDenial(ports, 'confirm_write_off', request, async (denial, at): Promise<Plan> => {
    const { writeOffSecondPersonAboveCents } = await ports.settings.organisation();
    const { amountCents, decision } = denial;
    const writeOff: WriteOff = {
      amountCents,
      reason,
      proposedBy: denial.routedBy ?? decision.ruleId,
      proposedAt: denial.changedAt,
      confirmedBy: user.userId,
      confirmedAt: at,
      secondPerson: null,
      secondPersonAt: null,
    };
    const common = { kind: 'plan', type: 'WriteOffConfirmed', reason, detail: { amountCents } } as const;
    return amountCents > writeOffSecondPersonAboveCents
      ? {
          ...common,
          patch: {
            state: 'awaiting_second_person',
            nextAction: 'A second person approves or rejects the write-off.',
            writeOff,
          },
        }
      : {
          ...common,
          patch: { state: 'closed', closedAs: 'written_off', nextAction: 'Nothing: written off.', writeOff },
        };
  });
}
