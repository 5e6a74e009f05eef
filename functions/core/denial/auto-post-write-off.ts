import type { Denial } from './denial.ts';

/**
 * The closing of a small write-off that a rule proposed, without a person: only where the organisation set a limit
 * (ships as 0: never) and the amount is within it. Null where a person decides.
 *
 * @example
 * autoPostWriteOff({ ...denial, amountCents: 500 }, 500, at) // closes as written_off
 * autoPostWriteOff({ ...denial, amountCents: 500 }, 0, at) // null
 */
export function autoPostWriteOff(
  denial: Pick<Denial, 'amountCents' | 'route' | 'decision'>,
  limitCents: number,
  at: string,
): Pick<Denial, 'state' | 'closedAs' | 'nextAction' | 'writeOff'> | null {
  const { amountCents, route, decision } = denial;
  if (limitCents <= 0 || amountCents > limitCents) return null;
  if (route !== 'write_off' || decision.route !== 'write_off') return null;
  return {
    state: 'closed',
    closedAs: 'written_off',
    nextAction: 'Nothing: written off within the limit for small amounts.',
    writeOff: {
      amountCents,
      reason: decision.explanation,
      proposedBy: decision.ruleId,
      proposedAt: at,
      confirmedBy: null,
      confirmedAt: null,
      secondPerson: null,
      secondPersonAt: null,
    },
  };
}
