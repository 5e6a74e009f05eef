import * as z from 'zod';
import { type QueueRow, queueRowSchema } from '../../../core/views/queue-row.ts';
import type { RankedRow } from '../../../core/views/ranked-row.ts';
import { named } from '../components.ts';
import { standingAnswer } from './priority-answer.ts';

const text = z.string();
const whole = z.int();
const index = z.int().nonnegative();

/** One row of the queue as lists show it, for answers that hold some. */
export const queueRowAnswer = named(
  'QueueRow',
  queueRowSchema
    .omit({ askedBy: true, isHistory: true, clockConfidence: true, safeBy: true, notBefore: true })
    .extend({
      denialId: text,
      practiceId: text,
      remarks: z.array(text).readonly(),
      score: whole.nullable().describe('Cents; higher comes first. Null while the payer has the next move'),
      expectedCents: whole.nullable(),
      urgency: z.number().nullable().describe('1 to 10'),
      outcomes: whole.nullable().describe('Outcomes of this payer, reason and route behind the expectation'),
      standing: z.union([standingAnswer, z.literal('no_clock')]),
    }),
);

/** A row without what only the ranking and the desk of the second person need. */
export function queueRowView(row: RankedRow): object {
  const { askedBy, isHistory, clockConfidence, safeBy, notBefore, ...view } = row;
  return view;
}

/**
 * Rows column by column: the n-th value of every column is of the n-th row, the most pressing first. What repeats is
 * told once and pointed at.
 */
export const queueColumnsAnswer = named(
  'QueueColumns',
  z.strictObject({
    practices: z.array(text).readonly().describe('What `practice` points into'),
    payers: z
      .array(z.strictObject({ payerId: text, payerName: text, payerType: queueRowSchema.shape.payerType }))
      .readonly()
      .describe('What `payer` points into'),
    owners: z.array(text).readonly().describe('User ids that `owner` points into'),
    categories: z.array(queueRowSchema.shape.category).readonly().describe('What `category` points into'),
    reasons: z.array(text).readonly().describe('What `reason` points into'),
    remarkLists: z.array(text).readonly().describe('What `remarks` points into, each parted by blanks'),
    routes: z.array(queueRowSchema.shape.route).readonly().describe('What `route` points into'),
    states: z.array(queueRowSchema.shape.state).readonly().describe('What `state` points into'),
    days: z
      .array(z.iso.date())
      .readonly()
      .describe('What `pendedUntil`, `openedOn` and `changedOn` point into'),
    clocks: z
      .array(
        z.strictObject({
          kind: queueRowSchema.shape.clockKind,
          basis: queueRowSchema.shape.clockBasis,
          standing: z.union([standingAnswer, z.literal('no_clock')]),
          sendBy: z.iso.date().nullable(),
          lastDay: z.iso.date().nullable(),
          urgency: z.number().nullable(),
        }),
      )
      .readonly()
      .describe('What `clock` points into'),
    denialId: z.array(text).readonly(),
    version: z.array(whole).readonly(),
    practice: z.array(index).readonly(),
    payer: z.array(index).readonly(),
    owner: z.array(index.nullable()).readonly().describe('Null = nobody'),
    clock: z.array(index).readonly(),
    claimId: z.array(text).readonly(),
    amountCents: z.array(whole).readonly(),
    expectedCents: z
      .array(whole.nullable())
      .readonly()
      .describe('Null while the payer has the next move; score = expectedCents × urgency of the clock'),
    outcomes: z.array(whole.nullable()).readonly(),
    category: z.array(index).readonly(),
    reason: z.array(index).readonly(),
    remarks: z.array(index).readonly(),
    otherReasons: z.array(whole).readonly(),
    route: z.array(index).readonly(),
    state: z.array(index).readonly(),
    followUp: z.array(queueRowSchema.shape.followUp).readonly(),
    level: z.array(whole).readonly(),
    pendedUntil: z.array(index.nullable()).readonly(),
    missing: z.array(whole.nullable()).readonly(),
    openedOn: z.array(index).readonly(),
    changedOn: z.array(index).readonly(),
  }),
);
type QueueColumns = z.infer<typeof queueColumnsAnswer>;

// Of the last answer: where no row of it changed since, nor its place, its columns are the same.
let last: { readonly rows: readonly RankedRow[]; readonly columns: QueueColumns } | null = null;

/** {@link queueColumnsAnswer} of rows that are ranked. */
export function queueColumnsOf(rows: readonly RankedRow[]): QueueColumns {
  const before = last;
  if (before?.rows.length === rows.length && rows.every((row, at) => row === before.rows[at])) {
    return before.columns;
  }
  const columns = columnsOf(rows);
  last = { rows, columns };
  return columns;
}

function columnsOf(rows: readonly RankedRow[]): QueueColumns {
  const practices = new PointedTexts();
  const owners = new PointedTexts();
  const categories = new PointedTexts<QueueRow['category']>();
  const reasons = new PointedTexts();
  const remarkLists = new PointedTexts();
  const routes = new PointedTexts<QueueRow['route']>();
  const states = new PointedTexts<QueueRow['state']>();
  const days = new PointedTexts();
  const payers = new Pointed<QueueColumns['payers'][number]>(
    ({ payerId }) => payerId,
    (a, b) => a.payerName === b.payerName && a.payerType === b.payerType,
  );
  const clocks = new Pointed<QueueColumns['clocks'][number]>(
    ({ sendBy }) => sendBy,
    (a, b) =>
      a.lastDay === b.lastDay &&
      a.kind === b.kind &&
      a.basis === b.basis &&
      a.standing === b.standing &&
      a.urgency === b.urgency,
  );
  const columns = {
    denialId: [] as string[],
    version: [] as number[],
    practice: [] as number[],
    payer: [] as number[],
    owner: [] as (number | null)[],
    clock: [] as number[],
    claimId: [] as string[],
    amountCents: [] as number[],
    expectedCents: [] as (number | null)[],
    outcomes: [] as (number | null)[],
    category: [] as number[],
    reason: [] as number[],
    remarks: [] as number[],
    otherReasons: [] as number[],
    route: [] as number[],
    state: [] as number[],
    followUp: [] as QueueRow['followUp'][],
    level: [] as number[],
    pendedUntil: [] as (number | null)[],
    missing: [] as (number | null)[],
    openedOn: [] as number[],
    changedOn: [] as number[],
  };
  // Row by row: a walk over ten thousand rows for each column takes longer.
  for (const row of rows) {
    const { payerId, payerName, payerType, assignee, standing, urgency, sendBy, lastDay } = row;
    const { clockKind: kind, clockBasis: basis } = row;
    columns.denialId.push(row.denialId);
    columns.version.push(row.version);
    columns.practice.push(practices.at(row.practiceId));
    columns.payer.push(payers.at({ payerId, payerName, payerType }));
    columns.owner.push(assignee === null ? null : owners.at(assignee));
    columns.clock.push(clocks.at({ kind, basis, standing, sendBy, lastDay, urgency }));
    columns.claimId.push(row.claimId);
    columns.amountCents.push(row.amountCents);
    columns.expectedCents.push(row.expectedCents);
    columns.outcomes.push(row.outcomes);
    columns.category.push(categories.at(row.category));
    columns.reason.push(reasons.at(row.reason));
    columns.remarks.push(
      remarkLists.at(row.remarks.length === 1 ? (row.remarks[0] ?? '') : row.remarks.join(' ')),
    );
    columns.otherReasons.push(row.otherReasons);
    columns.route.push(routes.at(row.route));
    columns.state.push(states.at(row.state));
    columns.followUp.push(row.followUp);
    columns.level.push(row.level);
    columns.pendedUntil.push(row.pendedUntil === null ? null : days.at(row.pendedUntil));
    columns.missing.push(row.missing);
    columns.openedOn.push(days.at(row.openedOn));
    columns.changedOn.push(days.at(row.changedAt.slice(0, 10)));
  }
  return {
    practices: practices.values,
    payers: payers.values,
    owners: owners.values,
    categories: categories.values,
    reasons: reasons.values,
    remarkLists: remarkLists.values,
    routes: routes.values,
    states: states.values,
    days: days.values,
    clocks: clocks.values,
    ...columns,
  };
}

/** Texts told once, by their place. */
class PointedTexts<Text extends string = string> {
  readonly values: Text[] = [];
  readonly #places = new Map<Text, number>();

  at(value: Text): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    const place = this.values.push(value) - 1;
    this.#places.set(value, place);
    return place;
  }
}

/** Values of several parts told once, by their place. */
class Pointed<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string | null, number[]>();
  readonly #keyOf: (value: T) => string | null;
  readonly #isSame: (a: T, b: T) => boolean;

  /**
   * @param keyOf a part of a value that tells most of them apart: a text made of all parts would take longer
   * @param isSame of two with the same key
   */
  constructor(keyOf: (value: T) => string | null, isSame: (a: T, b: T) => boolean) {
    this.#keyOf = keyOf;
    this.#isSame = isSame;
  }

  at(value: T): number {
    const key = this.#keyOf(value);
    const places = this.#places.get(key) ?? [];
    for (const place of places) {
      if (this.#isSame(this.values[place] as T, value)) return place;
    }
    places.push(this.values.push(value) - 1);
    this.#places.set(key, places);
    return this.values.length - 1;
  }
}
