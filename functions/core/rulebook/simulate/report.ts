import * as z from 'zod';
import {
  type Cell,
  type Change,
  changeSchema,
  MOST_EXAMPLES,
  type SimulationTally,
  standingSchema,
  tellingFirst,
  unreadableLineSchema,
} from './tally.ts';

const count = z.int().nonnegative();
const sum = { denials: count, cents: count };
/** Denials by what happens to the clock that their new way uses; each counts once. */
const clocks = z.strictObject({ tooLate: count, lapsesFirst: count, noDate: count });

/** What would change, for a person to decide by. Amounts in cents. Sorted: the most money first. */
export const simulationReportSchema = z.strictObject({
  rulebooks: z.strictObject({ present: z.string(), proposed: z.string() }),
  /** The day from which clocks are looked at. */
  asOf: z.iso.date(),
  claims: count,
  denials: z.strictObject({ present: z.strictObject(sum), proposed: z.strictObject(sum) }),
  /** Of the claims that change route, become a denial, or stop being one. */
  changed: z.strictObject(sum),
  clocks,
  /** The same route by another rule, mechanism, category or amount. */
  decidedOtherwise: count,
  /** Decided otherwise than the archive says, by the rulebook that the archive names. */
  notAsArchived: count,
  unreadable: z.strictObject({ lines: count, first: z.array(unreadableLineSchema) }),
  routes: z.array(z.strictObject({ from: standingSchema, to: standingSchema, ...sum, clocks })),
  payers: z.array(z.strictObject({ payer: z.string(), name: z.string(), ...sum, clocks })),
  reasons: z.array(z.strictObject({ reason: z.string(), ...sum, clocks })),
  examples: z.array(changeSchema).max(MOST_EXAMPLES),
});
export type SimulationReport = z.infer<typeof simulationReportSchema>;

/** The report of a tally. `routes` also lists those whose route stays and whose clock does not. */
export function reportOf(
  tally: SimulationTally,
  of: Pick<SimulationReport, 'rulebooks' | 'asOf'>,
): SimulationReport {
  const {
    claims,
    present,
    proposed,
    decidedOtherwise,
    notAsArchived,
    unreadable,
    cells,
    payerNames,
    examples,
  } = tally.data();
  const names = new Map(payerNames);
  const moved = cells.filter(({ from, to }) => from !== to);
  return {
    ...of,
    claims,
    denials: { present, proposed },
    changed: { denials: total(moved, 'denials'), cents: total(moved, 'cents') },
    clocks: clocksOf(cells),
    ...{ decidedOtherwise, notAsArchived, unreadable },
    routes: grouped(cells, ({ from, to }) => ({ from, to })),
    payers: grouped(cells, ({ payer }) => ({ payer, name: names.get(payer) ?? '' })),
    reasons: grouped(cells, ({ reason }) => ({ reason })),
    examples: chosen(examples),
  };
}

/** Whether switching would change anything that a person sees. */
export function changesNothing(report: SimulationReport): boolean {
  return report.routes.length === 0 && report.decidedOtherwise === 0;
}

function grouped<Key extends object>(cells: readonly Cell[], keyOf: (cell: Cell) => Key) {
  const groups = Map.groupBy(cells, (cell) => JSON.stringify(keyOf(cell)));
  return [...groups]
    .map(([key, of]) => ({
      ...(JSON.parse(key) as Key),
      denials: total(of, 'denials'),
      cents: total(of, 'cents'),
      clocks: clocksOf(of),
      key,
    }))
    .sort((a, b) => b.cents - a.cents || b.denials - a.denials || (a.key < b.key ? -1 : 1))
    .map(({ key, ...group }) => group);
}

function clocksOf(cells: readonly Cell[]) {
  return {
    tooLate: total(cells, 'tooLate'),
    lapsesFirst: total(cells, 'lapsesFirst'),
    noDate: total(cells, 'noDate'),
  };
}

function total(
  cells: readonly Cell[],
  of: 'denials' | 'cents' | 'tooLate' | 'lapsesFirst' | 'noDate',
): number {
  return cells.reduce((sum, cell) => sum + cell[of], 0);
}

/** The most telling of each change of route in turn, so that a frequent one does not hide a rare one. */
function chosen(examples: readonly Change[]): Change[] {
  const byRoute = [...Map.groupBy(examples, ({ from, to }) => `${from} ${to}`).values()]
    .map((of) => of.toSorted(tellingFirst))
    .sort((a, b) => tellingFirst(a[0] as Change, b[0] as Change));
  const rounds = Array.from({ length: MOST_EXAMPLES }, (_, round) =>
    byRoute.flatMap((of) => of.slice(round, round + 1)),
  );
  return rounds.flat().slice(0, MOST_EXAMPLES);
}
