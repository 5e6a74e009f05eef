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
    category: z.array(queueRowSchema.shape.category).readonly(),
    reason: z.array(text).readonly(),
    remarks: z.array(text).readonly().describe('Parted by blanks'),
    otherReasons: z.array(whole).readonly(),
    route: z.array(queueRowSchema.shape.route).readonly(),
    state: z.array(queueRowSchema.shape.state).readonly(),
    followUp: z.array(queueRowSchema.shape.followUp).readonly(),
    level: z.array(whole).readonly(),
    pendedUntil: z.array(z.iso.date().nullable()).readonly(),
    missing: z.array(whole.nullable()).readonly(),
    openedOn: z.array(z.iso.date()).readonly(),
    changedOn: z.array(z.iso.date()).readonly(),
  }),
);
type QueueColumns = z.infer<typeof queueColumnsAnswer>;

/** {@link queueColumnsAnswer} of rows that are ranked. */
export function queueColumnsOf(rows: readonly RankedRow[]): QueueColumns {
  const practices = new Pointed<string>((id) => id);
  const payers = new Pointed<Pick<QueueRow, 'payerId' | 'payerName' | 'payerType'>>(
    ({ payerId, payerName, payerType }) => `${payerId}\n${payerName}\n${payerType}`,
  );
  const owners = new Pointed<string>((id) => id);
  const clocks = new Pointed<QueueColumns['clocks'][number]>(
    ({ kind, basis, standing, sendBy, lastDay, urgency }) =>
      `${kind}\n${basis}\n${standing}\n${sendBy}\n${lastDay}\n${urgency}`,
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
    category: [] as QueueRow['category'][],
    reason: [] as string[],
    remarks: [] as string[],
    otherReasons: [] as number[],
    route: [] as QueueRow['route'][],
    state: [] as QueueRow['state'][],
    followUp: [] as QueueRow['followUp'][],
    level: [] as number[],
    pendedUntil: [] as (string | null)[],
    missing: [] as (number | null)[],
    openedOn: [] as string[],
    changedOn: [] as string[],
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
    columns.category.push(row.category);
    columns.reason.push(row.reason);
    columns.remarks.push(row.remarks.length === 1 ? (row.remarks[0] ?? '') : row.remarks.join(' '));
    columns.otherReasons.push(row.otherReasons);
    columns.route.push(row.route);
    columns.state.push(row.state);
    columns.followUp.push(row.followUp);
    columns.level.push(row.level);
    columns.pendedUntil.push(row.pendedUntil);
    columns.missing.push(row.missing);
    columns.openedOn.push(row.openedOn);
    columns.changedOn.push(row.changedAt.slice(0, 10));
  }
  return {
    practices: practices.values,
    payers: payers.values,
    owners: owners.values,
    clocks: clocks.values,
    ...columns,
  };
}

/** Values told once, by their place. */
class Pointed<T> {
  readonly values: T[] = [];
  readonly #places = new Map<string, number>();
  readonly #keyOf: (value: T) => string;

  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }

  at(value: T): number {
    const key = this.#keyOf(value);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}
