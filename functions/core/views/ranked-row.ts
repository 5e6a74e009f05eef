import type { ClockStanding } from '../deadline/standing.ts';
import { isOurMove } from '../denial/our-move.ts';
import type { OutcomeTable } from '../priority/outcome-shares.ts';
import { type Expectation, expectationOf, type Urgency, urgencyOf } from '../priority/priority.ts';
import { priorityFactsOfRow, type QueueRow } from './queue-row.ts';

/** What is reckoned of a row on the day of the read. */
interface Reckoned {
  /** Cents; higher comes first. Null while the payer has the next move. */
  readonly score: number | null;
  readonly expectedCents: number | null;
  /** 1 to 10. */
  readonly urgency: number | null;
  /** Outcomes of this payer, reason and route behind the expectation. */
  readonly outcomes: number | null;
  readonly standing: ClockStanding | 'no_clock';
}
export type RankedRow = QueueRow & Reckoned;

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
    const known = ranks.get(row) ?? unranked(row);
    const { urgency, standing } = remembered(clocks, known.clock, () =>
      urgencyOf(priorityFactsOfRow(row).deadlines, today),
    );
    if (!isOurMove(row)) {
      const nothing = { score: null, expectedCents: null, urgency: null, outcomes: null, standing };
      return kept(known, row, nothing);
    }
    const expected = remembered(shares, known.share, () => expectationOf(row, outcomes));
    const expectedCents = Math.round(row.amountCents * (expected.share ?? 1));
    const score = Math.round(expectedCents * urgency);
    const n = expected.shares.at(-1)?.n ?? 0;
    return kept(known, row, { score, expectedCents, urgency, outcomes: n, standing });
  });
  return ranked.sort(byScore);
}

/** What is reckoned of a row alike on every day, and what came out the last time. */
interface Rank {
  /** What its clock is reckoned from, in one text. */
  readonly clock: string;
  /** Payer, route and reason. */
  readonly share: string;
  ranked: RankedRow | null;
}

// A process that answers again has most rows still: to make ten thousand anew takes longer than to reckon them.
const ranks = new WeakMap<QueueRow, Rank>();

function unranked(row: QueueRow): Rank {
  const { payerId, route, reason, sendBy, safeBy, lastDay, notBefore, clockConfidence } = row;
  const rank: Rank = {
    clock: `${sendBy}\n${safeBy}\n${lastDay}\n${notBefore}\n${clockConfidence}`,
    share: `${payerId}\n${route}\n${reason}`,
    ranked: null,
  };
  ranks.set(row, rank);
  return rank;
}

/** The ranked row of last time, where the same comes out. */
function kept(rank: Rank, row: QueueRow, reckoned: Reckoned): RankedRow {
  const { ranked } = rank;
  if (
    ranked !== null &&
    ranked.score === reckoned.score &&
    ranked.expectedCents === reckoned.expectedCents &&
    ranked.urgency === reckoned.urgency &&
    ranked.outcomes === reckoned.outcomes &&
    ranked.standing === reckoned.standing
  ) {
    return ranked;
  }
  rank.ranked = { ...row, ...reckoned };
  return rank.ranked;
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
