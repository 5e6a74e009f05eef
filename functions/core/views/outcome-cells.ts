import type { ClosedAs } from '../denial/lifecycle.ts';
import type { OutcomeCell } from '../priority/outcome-shares.ts';
import type { FigureRow } from './figure-row.ts';

/** An {@link OutcomeCell} as it is stored: whole numbers, so that sums are the same in every order. */
export interface OutcomeCount {
  readonly route: OutcomeCell['route'];
  readonly reason: string;
  readonly payerId: string;
  readonly n: number;
  readonly overturned: number;
  /** Sum over the members of recovered / denied in ten-thousandths. */
  readonly recoveredParts: number;
}

const WHOLE = 10_000;

/**
 * Ways of closing that say whether the payer gives in: it answered, or nobody tried to the end. What the payer took
 * back, what another one owes, and what was dismissed as history say nothing of that.
 */
const OUTCOMES: ReadonlySet<ClosedAs> = new Set([
  'overturned',
  'partly_overturned',
  'upheld',
  'dismissed',
  'written_off',
  'expired',
]);

/** What became of closed denials, by route, reason and payer. */
export function outcomeCountsOf(rows: readonly FigureRow[]): readonly OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const row of rows) {
    const { route, reason, payerId, closedAs } = row;
    if (closedAs === null || !OUTCOMES.has(closedAs)) continue;
    const isOverturned = closedAs === 'overturned' || closedAs === 'partly_overturned';
    add(counts, {
      route,
      reason,
      payerId,
      n: 1,
      overturned: isOverturned ? 1 : 0,
      recoveredParts: recoveredPartsOf(row),
    });
  }
  return [...counts.values()];
}

/** What must be added to the counts when one set of rows takes the place of another; what stays the same is left out. */
export function outcomeChangesOf(
  before: readonly FigureRow[],
  after: readonly FigureRow[],
): readonly OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const count of outcomeCountsOf(after)) add(counts, count);
  for (const { n, overturned, recoveredParts, ...key } of outcomeCountsOf(before)) {
    add(counts, { ...key, n: -n, overturned: -overturned, recoveredParts: -recoveredParts });
  }
  return [...counts.values()].filter(
    ({ n, overturned, recoveredParts }) => n !== 0 || overturned !== 0 || recoveredParts !== 0,
  );
}

/** The cells from which priorities take their shares. */
export function outcomeCellsOf(counts: readonly OutcomeCount[]): readonly OutcomeCell[] {
  return counts
    .filter(({ n }) => n > 0)
    .map(({ recoveredParts, ...cell }) => ({ ...cell, recovered: recoveredParts / WHOLE }));
}

/** One cell by its own key. */
export function outcomeKeyOf({
  route,
  reason,
  payerId,
}: Pick<OutcomeCount, 'route' | 'reason' | 'payerId'>): string {
  return JSON.stringify([route, reason, payerId]);
}

function recoveredPartsOf({ recoveredCents, amountCents }: FigureRow): number {
  return amountCents === 0 ? 0 : Math.round((Math.min(recoveredCents, amountCents) / amountCents) * WHOLE);
}

function add(counts: Map<string, OutcomeCount>, count: OutcomeCount): void {
  const key = outcomeKeyOf(count);
  const before = counts.get(key);
  counts.set(
    key,
    before === undefined
      ? count
      : {
          ...count,
          n: before.n + count.n,
          overturned: before.overturned + count.overturned,
          recoveredParts: before.recoveredParts + count.recoveredParts,
        },
  );
}
