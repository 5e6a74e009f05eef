import * as z from 'zod';
import { routeSchema } from '../../denial/decision.ts';
import { addCents } from '../../money/sum.ts';

/** Where a claim stands: the route of a denial, on hold, or no denial at all. */
export const standingSchema = z.enum([...routeSchema.options, 'hold', 'no_denial']);
export type Standing = z.infer<typeof standingSchema>;

/**
 * What the change does to the clock that the new way uses: its day to send is past and that of the present way is not;
 * another clock runs out while it is being met; there was a date and there is none.
 */
export const clockTroubleSchema = z.enum(['too_late', 'lapses_first', 'no_date']);
export type ClockTrouble = z.infer<typeof clockTroubleSchema>;

const sum = z.strictObject({ denials: z.int().nonnegative(), cents: z.int().nonnegative() });
export type Sum = z.infer<typeof sum>;

/** One claim that would stand elsewhere, or by another clock. Nothing of the patient. */
export const changeSchema = z.strictObject({
  denialId: z.string(),
  /** Id, else name, as the remittance says. */
  payer: z.string(),
  payerName: z.string(),
  /** Group and CARC of the leading reason, as `CO-50`. */
  reason: z.string(),
  cents: z.int().nonnegative(),
  from: standingSchema,
  to: standingSchema,
  ruleBefore: z.string().nullable(),
  ruleAfter: z.string().nullable(),
  clock: clockTroubleSchema.nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/** A line of the archive that is no decision fact. */
export const unreadableLineSchema = z.strictObject({ source: z.string(), line: z.int().positive() });
export type UnreadableLine = z.infer<typeof unreadableLineSchema>;

const cellSchema = z.strictObject({
  from: standingSchema,
  to: standingSchema,
  payer: z.string(),
  reason: z.string(),
  ...sum.shape,
  tooLate: z.int().nonnegative(),
  lapsesFirst: z.int().nonnegative(),
  noDate: z.int().nonnegative(),
});
/** Changed claims of one payer and reason, from one standing to another. */
export type Cell = z.infer<typeof cellSchema>;

/** A tally at rest: what one range hands to the next. */
export const tallyDataSchema = z.strictObject({
  claims: z.int().nonnegative(),
  present: sum,
  proposed: sum,
  decidedOtherwise: z.int().nonnegative(),
  notAsArchived: z.int().nonnegative(),
  unreadable: z.strictObject({ lines: z.int().nonnegative(), first: z.array(unreadableLineSchema) }),
  cells: z.array(cellSchema),
  payerNames: z.array(z.tuple([z.string(), z.string()])),
  examples: z.array(changeSchema),
});
export type TallyData = z.infer<typeof tallyDataSchema>;

/** Examples in a report; of each change of route as many are kept, should it be the only one. */
export const MOST_EXAMPLES = 20;
const MOST_UNREADABLE = 5;

/**
 * The figures of a simulation while it runs. Tallies of parts of the facts, merged in any order and grouping, give the
 * tally of the whole. Its memory grows with payers, reasons and routes, never with claims.
 */
export class SimulationTally {
  claims = 0;
  readonly present: Sum = { denials: 0, cents: 0 };
  readonly proposed: Sum = { denials: 0, cents: 0 };
  /** The same route by another rule, mechanism, category or amount. */
  decidedOtherwise = 0;
  notAsArchived = 0;
  unreadableLines = 0;
  #unreadable: readonly UnreadableLine[] = [];
  readonly #cells = new Map<string, Cell>();
  /** Of one payer the name that sorts first, as remittances spell it in several ways. */
  readonly #payerNames = new Map<string, string>();
  readonly #examples = new Map<string, readonly Change[]>();

  static of(data: TallyData): SimulationTally {
    const tally = new SimulationTally();
    tally.#add(data);
    return tally;
  }

  /** @param presentCents of the denial by each rulebook; null = no denial */
  countClaim(presentCents: number | null, proposedCents: number | null): void {
    this.claims += 1;
    if (presentCents !== null) addTo(this.present, 1, presentCents);
    if (proposedCents !== null) addTo(this.proposed, 1, proposedCents);
  }

  countDecidedOtherwise(): void {
    this.decidedOtherwise += 1;
  }

  countNotAsArchived(): void {
    this.notAsArchived += 1;
  }

  countUnreadable(line: UnreadableLine): void {
    this.unreadableLines += 1;
    this.#unreadable = firstOf([...this.#unreadable, line]);
  }

  countChange(change: Change): void {
    const { from, to, payer, reason, cents, clock } = change;
    this.#addCell({
      ...{ from, to, payer, reason, cents },
      denials: 1,
      tooLate: clock === 'too_late' ? 1 : 0,
      lapsesFirst: clock === 'lapses_first' ? 1 : 0,
      noDate: clock === 'no_date' ? 1 : 0,
    });
    this.#addName(payer, change.payerName);
    this.#addExamples([change]);
  }

  merge(other: SimulationTally): void {
    this.#add(other.data());
  }

  data(): TallyData {
    const { claims, present, proposed, decidedOtherwise, notAsArchived } = this;
    return {
      ...{ claims, decidedOtherwise, notAsArchived },
      present: { ...present },
      proposed: { ...proposed },
      unreadable: { lines: this.unreadableLines, first: [...this.#unreadable] },
      cells: [...this.#cells.values()].map((cell) => ({ ...cell })),
      payerNames: [...this.#payerNames],
      examples: [...this.#examples.values()].flat(),
    };
  }

  #add(data: TallyData): void {
    this.claims += data.claims;
    addTo(this.present, data.present.denials, data.present.cents);
    addTo(this.proposed, data.proposed.denials, data.proposed.cents);
    this.decidedOtherwise += data.decidedOtherwise;
    this.notAsArchived += data.notAsArchived;
    this.unreadableLines += data.unreadable.lines;
    this.#unreadable = firstOf([...this.#unreadable, ...data.unreadable.first]);
    for (const cell of data.cells) this.#addCell(cell);
    for (const [payer, name] of data.payerNames) this.#addName(payer, name);
    this.#addExamples(data.examples);
  }

  #addCell(added: Cell): void {
    const key = JSON.stringify([added.from, added.to, added.payer, added.reason]);
    const cell = this.#cells.get(key);
    if (cell === undefined) {
      this.#cells.set(key, { ...added });
      return;
    }
    addTo(cell, added.denials, added.cents);
    cell.tooLate += added.tooLate;
    cell.lapsesFirst += added.lapsesFirst;
    cell.noDate += added.noDate;
  }

  #addName(payer: string, name: string): void {
    const known = this.#payerNames.get(payer);
    if (known === undefined || name < known) this.#payerNames.set(payer, name);
  }

  #addExamples(changes: readonly Change[]): void {
    for (const change of changes) {
      const key = `${change.from} ${change.to}`;
      const kept = this.#examples.get(key) ?? [];
      const last = kept[MOST_EXAMPLES - 1];
      if (last !== undefined && tellingFirst(last, change) < 0) continue;
      this.#examples.set(key, [...kept, change].sort(tellingFirst).slice(0, MOST_EXAMPLES));
    }
  }
}

/** Those with a clock in trouble, then the most money, then by id: any subset keeps the same order. */
export function tellingFirst(a: Change, b: Change): number {
  const troubled = Number(b.clock !== null) - Number(a.clock !== null);
  return troubled || b.cents - a.cents || (a.denialId < b.denialId ? -1 : 1);
}

function firstOf(lines: readonly UnreadableLine[]): readonly UnreadableLine[] {
  return lines
    .toSorted((a, b) => (a.source === b.source ? a.line - b.line : a.source < b.source ? -1 : 1))
    .slice(0, MOST_UNREADABLE);
}

function addTo(sum: Sum, denials: number, cents: number): void {
  sum.denials += denials;
  sum.cents = addCents(sum.cents, cents);
}
