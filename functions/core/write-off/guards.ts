import { sendingsOf } from '../answer/sendings.ts';
import type { DeadlineKind } from '../deadline/deadline.ts';
import { type ClockStanding, standingOf } from '../deadline/standing.ts';
import type { Denial } from '../denial/denial.ts';
import { dollars } from '../money/dollars.ts';
import { NO_OUTCOMES } from '../priority/outcome-shares.ts';
import { priorityFactsOf, priorityOf } from '../priority/priority.ts';
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';

/** A clock that has not certainly run out, and what a write-off would give up with it. */
export interface OpenClock {
  /** The clock's rule, by which it is acknowledged; its kind and level where it has none. */
  readonly clock: string;
  readonly kind: DeadlineKind;
  readonly level: number | null;
  readonly standing: ClockStanding;
  readonly sendBy: string | null;
  readonly lastDay: string | null;
  /** Calendar days to lastDay, negative where a rule too weak to say so has it passed; null without a date. */
  readonly daysLeft: number | null;
}

const RUN_OUT: ClockStanding = 'past_last_day';

/**
 * The clocks that a write-off would let run out, the soonest first: also those without a date, because nothing shows
 * that they have, and those that only a weak rule calls passed.
 *
 * @param today yyyy-mm-dd, in the organisation's time zone
 */
export function openClocksOf(denial: Pick<Denial, 'deadlines'>, today: string): readonly OpenClock[] {
  return denial.deadlines
    .map((deadline): OpenClock => {
      const { kind, level, sendBy, lastDay, ruleId } = deadline;
      const daysLeft = lastDay === null ? null : daysBetween(today as CalendarDate, lastDay as CalendarDate);
      const clock = ruleId ?? `${kind}-${level ?? 0}`;
      return { clock, kind, level, standing: standingOf(deadline, today), sendBy, lastDay, daysLeft };
    })
    .filter(({ standing }) => standing !== RUN_OUT)
    .toSorted((a, b) => ((a.lastDay ?? '9999-12-31') < (b.lastDay ?? '9999-12-31') ? -1 : 1));
}

/** What is expected back while a clock is open, in cents: amount × share of the outcomes, the amount without any. */
export function expectedCentsOf(denial: Denial, today: string): number {
  const priority = priorityOf({ ...priorityFactsOf(denial), isOurMove: true }, today, NO_OUTCOMES);
  return priority.kind === 'ranked' ? priority.expectedCents : denial.amountCents;
}

/** Open clocks, worth something, of which the person has not said that they saw them. */
export function unacknowledged(
  denial: Denial,
  acknowledged: readonly string[],
  today: string,
): readonly OpenClock[] {
  if (expectedCentsOf(denial, today) <= 0) return [];
  return openClocksOf(denial, today).filter(({ clock }) => !acknowledged.includes(clock));
}

/** Which clocks stop it: by name, days and money, and what to do. */
export function sayOpen(open: readonly OpenClock[], expectedCents: number): string {
  const clocks = open.map(inWords).join('; ');
  return `Still open: ${clocks}. Expected: ${dollars(expectedCents)}. Work it, or acknowledge each clock by its name.`;
}

function inWords({ clock, kind, level, lastDay, daysLeft }: OpenClock): string {
  const name = `${kind.replaceAll('_', ' ')}${level === null ? '' : ` (level ${level})`} [${clock}]`;
  if (daysLeft === null) return `${name}, without a date: nothing shows that it has run out`;
  if (daysLeft < 0) return `${name}, passed on ${lastDay} by a rule that must be verified first`;
  return `${name}, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} until ${lastDay}`;
}

/** Why no rule may propose this write-off; a person may, with a written reason. */
export type ProposalBar = 'group_pi' | 'records_request_unanswered';

/**
 * What bars a rule: the payer reduced it by itself (group PI: no contract says that anybody absorbs it), or it asks for
 * records that were never sent.
 */
export function proposalBarsOf(
  denial: Pick<Denial, 'decision' | 'sendings' | 'handover' | 'level'>,
): readonly ProposalBar[] {
  const { decision } = denial;
  const bars: ProposalBar[] = [];
  if (decision.reasons.some(({ group }) => group === 'PI')) bars.push('group_pi');
  const asks =
    decision.category === 'documentation' ||
    decision.route === 'documentation' ||
    decision.alsoRoutes.some(({ route }) => route === 'documentation');
  if (asks && !sendingsOf(denial).some(({ action }) => action === 'documents')) {
    bars.push('records_request_unanswered');
  }
  return bars;
}
