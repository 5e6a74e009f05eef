import type { Route } from '../denial/decision.ts';

/** What became of worked denials of one payer, reason and route. Counts only. */
export interface OutcomeCell {
  readonly route: Route;
  /** Group and CARC, as `CO-50`. */
  readonly reason: string;
  readonly payerId: string;
  /** Denials answered or closed. */
  readonly n: number;
  /** Of these, overturned wholly or in part. */
  readonly overturned: number;
  /** Sum over these of recovered / denied, each from 0 to 1. */
  readonly recovered: number;
}

/** One group of outcomes on the way from the widest to the narrowest. */
export interface ShareStep {
  readonly group: 'all' | 'route' | 'reason' | 'payer';
  /** What the group is of: a route, a reason, a payer's id; empty for all. */
  readonly of: string;
  readonly n: number;
  readonly overturned: number;
  /** recovered / n as counted; null where n is 0. */
  readonly rawShare: number | null;
  /** Shrunk towards the group before it. */
  readonly share: number;
  /** So many outcomes of this group weigh as much as the wider group; null for the widest. */
  readonly priorWeight: number | null;
  /** Fewer than {@link TOO_FEW_OUTCOMES}: mostly the wider group speaks. */
  readonly tooFew: boolean;
}

/** Below this a group of outcomes says little of its own, and all together say nothing. */
export const TOO_FEW_OUTCOMES = 20;

// Where groups are too few to tell how much they differ; and how far what they tell is believed.
const ASSUMED_WEIGHT = 20;
const LEAST_WEIGHT = 5;
const GREATEST_WEIGHT = 500;

interface Group {
  n: number;
  overturned: number;
  recovered: number;
}

/** Outcomes grouped for {@link sharesFor}; made once from the cells. */
export interface OutcomeTable {
  readonly groups: readonly ReadonlyMap<string, Group>[];
  /** By step after the first. */
  readonly weights: readonly number[];
}

/**
 * Groups outcomes by route, by route and reason, and by route, reason and payer, and estimates how much the groups of
 * each step differ: the beta-binomial prior weight by moments (Kleinman 1973, JASA 68), from 5 to 500 outcomes.
 *
 * @example
 * sharesFor(outcomeTableOf(cells), { route: 'appeal', reason: 'CO-50', payerId: '90001' })
 */
export function outcomeTableOf(cells: readonly OutcomeCell[]): OutcomeTable {
  const groups = [0, 1, 2, 3].map(() => new Map<string, Group>());
  for (const cell of cells) {
    for (const [step, key] of keysOf(cell).entries()) {
      const group = groups[step]?.get(key) ?? { n: 0, overturned: 0, recovered: 0 };
      group.n += cell.n;
      group.overturned += cell.overturned;
      group.recovered += cell.recovered;
      groups[step]?.set(key, group);
    }
  }
  const weights = [1, 2, 3].map((step) =>
    priorWeight(groups[step - 1] ?? new Map(), groups[step] ?? new Map()),
  );
  return { groups, weights };
}

export const NO_OUTCOMES: OutcomeTable = outcomeTableOf([]);

/**
 * The recovery shares of a denial's groups, the widest first, each shrunk towards the one before it; the last is the
 * one to reckon with. Empty where there are no outcomes at all.
 */
export function sharesFor(
  { groups, weights }: OutcomeTable,
  denial: { readonly route: Route; readonly reason: string; readonly payerId: string },
): readonly ShareStep[] {
  const all = groups[0]?.get('');
  if (all === undefined || all.n === 0) return [];
  const names = ['all', 'route', 'reason', 'payer'] as const;
  const of = ['', denial.route, denial.reason, denial.payerId];
  const steps: ShareStep[] = [];
  for (const [step, key] of keysOf(denial).entries()) {
    const { n, overturned, recovered } = groups[step]?.get(key) ?? { n: 0, overturned: 0, recovered: 0 };
    const wider = steps.at(-1);
    const weight = weights[step - 1] ?? ASSUMED_WEIGHT;
    steps.push({
      group: names[step] ?? 'all',
      of: of[step] ?? '',
      n,
      overturned,
      rawShare: n === 0 ? null : recovered / n,
      share: wider === undefined ? recovered / n : (recovered + weight * wider.share) / (n + weight),
      priorWeight: wider === undefined ? null : weight,
      tooFew: n < TOO_FEW_OUTCOMES,
    });
  }
  return steps;
}

function keysOf({
  route,
  reason,
  payerId,
}: Pick<OutcomeCell, 'route' | 'reason' | 'payerId'>): readonly string[] {
  return ['', route, JSON.stringify([route, reason]), JSON.stringify([route, reason, payerId])];
}

/**
 * How many outcomes of the wider group weigh as much as the group's own: (1 - r) / r, where r is the intra-group
 * correlation by moments, pooled over all wider groups: E[S] = p(1 - p)[(k - 1) + r(N - sum n² / N - (k - 1))].
 */
function priorWeight(wider: ReadonlyMap<string, Group>, groups: ReadonlyMap<string, Group>): number {
  const members = new Map<string, Group[]>();
  for (const [key, group] of groups) {
    const parent = parentOf(key);
    members.set(parent, [...(members.get(parent) ?? []), group]);
  }
  let surplus = 0;
  let possible = 0;
  for (const [key, of] of members) {
    const whole = wider.get(key);
    if (whole === undefined || of.length < 2) continue;
    const share = whole.recovered / whole.n;
    if (share <= 0 || share >= 1) continue;
    let spread = 0;
    let squares = 0;
    for (const { n, recovered } of of) {
      spread += n * (recovered / n - share) ** 2;
      squares += n * n;
    }
    surplus += spread / (share * (1 - share)) - (of.length - 1);
    possible += whole.n - squares / whole.n - (of.length - 1);
  }
  if (possible <= 0) return ASSUMED_WEIGHT;
  const correlation = surplus / possible;
  if (correlation <= 0) return GREATEST_WEIGHT;
  return Math.min(GREATEST_WEIGHT, Math.max(LEAST_WEIGHT, (1 - correlation) / correlation));
}

function parentOf(key: string): string {
  if (!key.startsWith('[')) return '';
  const parts: readonly string[] = JSON.parse(key);
  return parts.length === 2 ? (parts[0] ?? '') : JSON.stringify(parts.slice(0, 2));
}
