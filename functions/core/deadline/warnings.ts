import type { Route } from '../denial/decision.ts';
import type { PayerType } from '../payer/profile.ts';
import type { CompiledClocks } from './compile.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';

/** A clock that runs out while another is being met. */
export interface ClockWarning {
  /** Id in rulebook/deadlines/interactions.json. */
  readonly id: string;
  readonly kind: DeadlineKind;
  readonly level: number | null;
  /** `lapses_first`: before the clock that the route uses; `runs_on`: beside it; `undated`: nobody knows when. */
  readonly urgency: 'lapses_first' | 'runs_on' | 'undated';
  readonly sendBy: string | null;
  readonly lastDay: string | null;
  readonly says: string;
  readonly source: string;
}

/** Routes that meet no clock of the payer: a person decides while the first one still runs. */
const WITHOUT_CLOCK: readonly Route[] = ['review', 'write_off', 'patient_responsibility', 'not_a_denial'];

/** Whether the route meets a clock of the payer, so that there is something to warn of beside it. */
export function usesClock(route: Route): boolean {
  return !WITHOUT_CLOCK.includes(route);
}

/**
 * What the governing clock does not stop, worst first. Of the clocks as listed, the first governs. Where the route
 * uses no clock (`usesClock`) nothing is being met, and nobody is to be warned.
 *
 * @example
 * // A reopening of Medicare Part B governs, the redetermination runs out first:
 * warningsOf(clocksOf(…), 'medicare_ffs', clocks)[0].urgency // 'lapses_first'
 */
export function warningsOf(
  deadlines: readonly Deadline[],
  payerType: PayerType,
  { interactions }: Pick<CompiledClocks, 'interactions'>,
): readonly ClockWarning[] {
  const governing = deadlines.find(({ governs }) => governs);
  if (governing === undefined) return [];
  return deadlines
    .flatMap((other) => {
      const interaction = interactions.find(
        ({ whileMeeting, runsOn, payerTypes }) =>
          other !== governing &&
          whileMeeting.includes(governing.kind) &&
          runsOn.includes(other.kind) &&
          (payerTypes === undefined || payerTypes.includes(payerType)),
      );
      if (interaction === undefined) return [];
      const { id, says, source } = interaction;
      const { kind, level, sendBy, lastDay } = other;
      return [{ id, kind, level, urgency: urgencyOf(other, governing), sendBy, lastDay, says, source }];
    })
    .sort((a, b) => RANK[a.urgency] - RANK[b.urgency] || (a.sendBy ?? '').localeCompare(b.sendBy ?? ''));
}

const RANK: { readonly [urgency in ClockWarning['urgency']]: number } = {
  lapses_first: 0,
  runs_on: 1,
  undated: 2,
};

function urgencyOf(other: Deadline, governing: Deadline): ClockWarning['urgency'] {
  if (other.sendBy === null) return 'undated';
  return governing.sendBy === null || other.sendBy < governing.sendBy ? 'lapses_first' : 'runs_on';
}
