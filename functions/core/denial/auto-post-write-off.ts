import { openClocksOf, proposalBarsOf } from '../write-off/guards.ts';
import type { Denial } from './denial.ts';

/**
 * The closing of a small write-off that a rule proposed, without a person: only where the organisation set a limit
 * (ships as 0: never), the amount is within it, and nothing bars a rule (group PI, records asked for and not sent). The
 * clocks that it gives up stand in it. Null where a person decides.
 *
 * @example
 * autoPostWriteOff({ ...denial, amountCents: 500 }, 500, at, today) // closes as written_off
 * autoPostWriteOff({ ...denial, amountCents: 500 }, 0, at, today) // null
 */
export function autoPostWriteOff(
  denial: Pick<
    Denial,
    'amountCents' | 'route' | 'decision' | 'deadlines' | 'sendings' | 'handover' | 'level'
  >,
  limitCents: number,
  at: string,
  today: string,
): Pick<Denial, 'state' | 'closedAs' | 'nextAction' | 'writeOff'> | null {
  const { amountCents, route, decision } = denial;
  if (limitCents <= 0 || amountCents > limitCents) return null;
  if (route !== 'write_off' || decision.route !== 'write_off') return null;
  if (proposalBarsOf(denial).length > 0) return null;
  return {
    state: 'closed',
    closedAs: 'written_off',
    nextAction: 'Nothing: written off within the limit for small amounts.',
    writeOff: {
      amountCents,
      reasonCode: null,
      reason: decision.explanation,
      acknowledgedClocks: openClocksOf(denial, today).map(({ clock }) => clock),
      proposedBy: decision.ruleId,
      proposedAt: at,
      confirmedBy: null,
      confirmedAt: null,
      secondPerson: null,
      secondPersonAt: null,
      posted: null,
    },
  };
}
