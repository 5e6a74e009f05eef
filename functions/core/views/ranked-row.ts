import type { ClockStanding } from '../deadline/standing.ts';
import { isOurMove } from '../denial/our-move.ts';
import type { OutcomeTable } from '../priority/outcome-shares.ts';
import { type Expectation, expectationOf, type Urgency, urgencyOf } from '../priority/priority.ts';
import { priorityFactsOfRow, type QueueRow } from './queue-row.ts';

/** A row with what is reckoned of it on the day of the read. */
export interface RankedRow extends QueueRow {
  /** Cents; higher comes first. Null while the payer has the next move. */
  readonly score: number | null;
  readonly expectedCents: number | null;
  /** 1 to 10. */
  readonly urgency: number | null;
  /** Outcomes of this payer, reason and route behind the expectation. */
  readonly outcomes: number | null;
  readonly standing: ClockStanding | 'no_clock';
}

/**
 * The rows with their priority, the most pressing first: the same scores as of their records. What the payer has to
 * answer comes last.
 *
 * @param today yyyy-mm-dd, in the organisation's time zone
 */
export function rankRows(
  rows: readonly QueueRow[],
  today: string,
  outcomes: OutcomeTable,
): readonly RankedRow[] {
  // Thousands of rows share a payer's reason, and thousands a day.
  const shares = new Map<string, Expectation>();
  const clocks = new Map<string, Urgency>();
  const ranked = rows.map((row): RankedRow => {
    const { payerId, route, reason, sendBy, safeBy, lastDay, notBefore, clockConfidence } = row;
    const clock = remembered(
      clocks,
      `${sendBy}\n${safeBy}\n${lastDay}\n${notBefore}\n${clockConfidence}`,
      () => urgencyOf(priorityFactsOfRow(row).deadlines, today),
    );
    const { standing } = clock;
    if (!isOurMove(row)) {
      return { ...row, score: null, expectedCents: null, urgency: null, outcomes: null, standing };
    }
    const expected = remembered(shares, `${payerId}\n${route}\n${reason}`, () =>
      expectationOf({ payerId, route, reason }, outcomes),
    );
    const { urgency } = clock;
    const expectedCents = Math.round(row.amountCents * (expected.share ?? 1));
    const score = Math.round(expectedCents * urgency);
    return { ...row, score, expectedCents, urgency, outcomes: expected.shares.at(-1)?.n ?? 0, standing };
  });
  return ranked.sort(byScore);
}

function remembered<T>(known: Map<string, T>, key: string, reckon: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const reckoned = reckon();
  known.set(key, reckoned);
  return reckoned;
}

function byScore(a: RankedRow, b: RankedRow): number {
  if (a.score !== b.score) return (b.score ?? -1) - (a.score ?? -1);
  return a.denialId < b.denialId ? -1 : 1;
}
