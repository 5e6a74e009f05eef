import { type ClockStanding, standingOf } from '../deadline/standing.ts';
import type { OutcomeTable } from '../priority/outcome-shares.ts';
import { type Priority, priorityOf } from '../priority/priority.ts';
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
  const known = new Map<string, Ranking>();
  const ranked = rows.map((row): RankedRow => {
    const { amountCents: _, ...facts } = priorityFactsOfRow(row);
    const { payerId, route, reason, sendBy, safeBy, lastDay, notBefore, clockConfidence } = row;
    // Thousands of rows share a payer, a reason and a day.
    const key = `${payerId}\n${route}\n${reason}\n${sendBy}\n${safeBy}\n${lastDay}\n${notBefore}\n${clockConfidence}\n${facts.isOurMove}`;
    let ranking = known.get(key);
    if (ranking === undefined) {
      ranking = rankingOf(row, today, outcomes);
      known.set(key, ranking);
    }
    const { share, urgency } = ranking;
    const expectedCents = urgency === null ? null : Math.round(row.amountCents * (share ?? 1));
    return {
      ...row,
      score: expectedCents === null || urgency === null ? null : Math.round(expectedCents * urgency),
      expectedCents,
      urgency,
      outcomes: ranking.outcomes,
      standing: ranking.standing,
    };
  });
  return ranked.sort(byScore);
}

interface Ranking {
  readonly share: number | null;
  readonly urgency: number | null;
  readonly outcomes: number | null;
  readonly standing: RankedRow['standing'];
}

function rankingOf(row: QueueRow, today: string, table: OutcomeTable): Ranking {
  const priority: Priority = priorityOf(priorityFactsOfRow(row), today, table);
  if (priority.kind === 'not_our_move') {
    const { clockConfidence: confidence, sendBy, safeBy, lastDay, notBefore } = row;
    const standing =
      confidence === null
        ? 'no_clock'
        : standingOf({ confidence, sendBy, safeBy, lastDay, notBefore }, today);
    return { share: null, urgency: null, outcomes: null, standing };
  }
  const { share, urgency, standing, shares } = priority;
  return { share, urgency, outcomes: shares.at(-1)?.n ?? 0, standing };
}

function byScore(a: RankedRow, b: RankedRow): number {
  if (a.score !== b.score) return (b.score ?? -1) - (a.score ?? -1);
  return a.denialId < b.denialId ? -1 : 1;
}
