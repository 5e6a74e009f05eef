import type { WriteOff } from '../core/denial/denial.ts';
import { expectedCentsOf, openClocksOf, sayOpen, unacknowledged } from '../core/write-off/guards.ts';
import { secondPersonAboveCents, type WriteOffReasonCode } from '../core/write-off/reasons.ts';
import type { Settings } from '../ports/settings.ts';
import {
  type ActPorts,
  type ActRequest,
  type ActResult,
  actOnDenial,
  type Plan,
  type Refusal,
  refused,
} from './act-on-denial.ts';

export interface WriteOffRequest {
  readonly reasonCode: WriteOffReasonCode;
  /** In the person's own words. */
  readonly reason: string;
  /** Open clocks that the person has seen and gives up. @default none */
  readonly acknowledgedClocks?: readonly string[] | undefined;
}

/**
 * A person confirms a write-off with a reason of the taxonomy and in words, and acknowledges every clock that is still
 * open. Above the limit of the reason (ships as 0: always) it then waits for a second person; otherwise it is closed.
 */
export function confirmWriteOff(
  ports: ActPorts & { readonly settings: Settings },
  request: ActRequest & WriteOffRequest,
): Promise<ActResult> {
  const { user, reason, reasonCode, acknowledgedClocks = [] } = request;
  return actOnDenial(ports, 'confirm_write_off', request, async (denial, at): Promise<Plan | Refusal> => {
    const today = ports.clock.today();
    const expectedCents = expectedCentsOf(denial, today);
    const unseen = unacknowledged(denial, acknowledgedClocks, today);
    if (unseen.length > 0) {
      return refused('CLOCK_STILL_OPEN', sayOpen(unseen, expectedCents), 'acknowledgedClocks');
    }
    const limitCents = secondPersonAboveCents(await ports.settings.organisation(), reasonCode);
    const { amountCents, decision } = denial;
    const openClocks = openClocksOf(denial, today).map(({ clock }) => clock);
    const writeOff: WriteOff = {
      amountCents,
      reasonCode,
      reason,
      acknowledgedClocks: openClocks,
      proposedBy: denial.routedBy ?? decision.ruleId,
      proposedAt: denial.changedAt,
      confirmedBy: user.userId,
      confirmedAt: at,
      secondPerson: null,
      secondPersonAt: null,
      posted: null,
    };
    const detail = { amountCents, reasonCode, openClocks: openClocks.length, expectedCents };
    const common = { kind: 'plan', type: 'WriteOffConfirmed', reason, detail } as const;
    return amountCents > limitCents
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
