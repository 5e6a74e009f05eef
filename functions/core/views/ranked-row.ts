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
  const before = last;
  const ranks = rows.map((row, at) => {
    const same = before.rows[at] === row ? before.ranks[at] : undefined;
    return same ?? rankByRow.get(row) ?? unranked(row);
  });
  last = { rows, ranks };
  for (const rank of ranks) rank.ranked = reckoned(rank, today, outcomes);
  return sorted(ranks).map(({ ranked }) => ranked as RankedRow);
}

/** What a row shares with others, and what came out of it the last time. */
interface Rank {
  readonly row: QueueRow;
  readonly clock: Clock;
  readonly share: Share;
  ranked: RankedRow | null;
  /** Where it stood in the last list that held it. */
  place: number;
}

/** Reckoned once for all rows that share a clock, and anew on another day. */
interface Clock {
  today: string | null;
  urgency: Urgency | null;
}

/** Reckoned once for all rows that share payer, route and reason, and anew from other outcomes. */
interface Share {
  outcomes: OutcomeTable | null;
  expectation: Expectation | null;
}

// A process that answers again has most rows still: to make ten thousand anew takes longer than to reckon them.
const rankByRow = new WeakMap<QueueRow, Rank>();
// And most of those stand where they stood before: that is found sooner than the row.
let last: { readonly rows: readonly QueueRow[]; readonly ranks: readonly Rank[] } = { rows: [], ranks: [] };
const clocks = new Map<string, Clock>();
const shares = new Map<string, Share>();
// More than a process meets in its life.
const MOST_KEPT = 20_000;

function unranked(row: QueueRow): Rank {
  const { payerId, route, reason, sendBy, safeBy, lastDay, notBefore, clockConfidence } = row;
  const rank: Rank = {
    row,
    clock: shared(clocks, `${sendBy}\n${safeBy}\n${lastDay}\n${notBefore}\n${clockConfidence}`, () => ({
      today: null,
      urgency: null,
    })),
    share: shared(shares, `${payerId}\n${route}\n${reason}`, () => ({ outcomes: null, expectation: null })),
    ranked: null,
    place: Number.POSITIVE_INFINITY,
  };
  rankByRow.set(row, rank);
  return rank;
}

function shared<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = make();
  kept.set(key, made);
  return made;
}

function reckoned(rank: Rank, today: string, outcomes: OutcomeTable): RankedRow {
  const { row } = rank;
  const { urgency, standing } = urgencyOn(today, rank);
  if (!isOurMove(row)) {
    return kept(rank, { score: null, expectedCents: null, urgency: null, outcomes: null, standing });
  }
  const expected = expectationBy(outcomes, rank);
  const expectedCents = Math.round(row.amountCents * (expected.share ?? 1));
  const score = Math.round(expectedCents * urgency);
  const n = expected.shares.at(-1)?.n ?? 0;
  return kept(rank, { score, expectedCents, urgency, outcomes: n, standing });
}

function urgencyOn(today: string, { clock, row }: Rank): Urgency {
  if (clock.urgency === null || clock.today !== today) {
    clock.urgency = urgencyOf(priorityFactsOfRow(row).deadlines, today);
    clock.today = today;
  }
  return clock.urgency;
}

function expectationBy(outcomes: OutcomeTable, { share, row }: Rank): Expectation {
  if (share.expectation === null || share.outcomes !== outcomes) {
    share.expectation = expectationOf(row, outcomes);
    share.outcomes = outcomes;
  }
  return share.expectation;
}

/** The ranked row of last time, where the same comes out. */
function kept({ row, ranked }: Rank, reckoned: Reckoned): RankedRow {
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
  return { ...row, ...reckoned };
}

/** Ranks in the order of last time are nearly sorted, and what is nearly sorted takes one pass instead of a dozen. */
function sorted(ranks: readonly Rank[]): readonly Rank[] {
  const standing = new Array<Rank | undefined>(ranks.length);
  const others: Rank[] = [];
  for (const rank of ranks) {
    if (rank.place >= ranks.length || standing[rank.place] !== undefined) others.push(rank);
    else standing[rank.place] = rank;
  }
  const inOrder = [...standing.filter((rank) => rank !== undefined), ...others].sort(byScore);
  for (const [place, rank] of inOrder.entries()) rank.place = place;
  return inOrder;
}

function byScore({ ranked: a }: Rank, { ranked: b }: Rank): number {
  if (a === null || b === null) throw new Error('A row has no rank.');
  if (a.score !== b.score) return (b.score ?? -1) - (a.score ?? -1);
  return a.denialId < b.denialId ? -1 : 1;
}
