import * as z from 'zod';
import { type PayerType, payerTypeSchema } from '../payer/profile.ts';
import { addDays, type CalendarDate } from '../time/calendar-date.ts';
import { type ActionTaken, actionTakenSchema } from './answer.ts';

const payerTypes = z.union([z.literal('*'), z.array(payerTypeSchema).min(1)]);

/** What one further level is called, who decides it, and what it takes. */
export const appealLevelSchema = z.strictObject({
  payerTypes,
  action: z.enum(['appeal', 'dispute', 'external_review']),
  /** Absent: of any level. */
  level: z.int().positive().optional(),
  name: z.string().min(1),
  decider: z.string().min(1),
  requirements: z.array(z.string().min(1)).min(1),
  /** Cents, or the yearly amount in controversy that holds. */
  minimum: z.union([z.int().positive(), z.enum(['hearing', 'court']), z.null()]),
  /** Whether a letter of ours can be the request; otherwise a form or a pleading is. */
  byLetter: z.boolean(),
  source: z.string().min(1),
});
export type AppealLevel = z.infer<typeof appealLevelSchema>;

/** Amounts in controversy of one calendar year: that in which the request is filed. */
export const yearlyAmountsSchema = z.strictObject({
  year: z.int(),
  hearingCents: z.int().positive(),
  courtCents: z.int().positive(),
  source: z.string().min(1),
});

/** In how many calendar days the payer is expected to answer. The first that fits holds. */
export const answerTimeSchema = z.strictObject({
  payerTypes,
  /** `payment`: what it owes after it gave in. */
  answerTo: z.union([actionTakenSchema, z.literal('payment')]),
  level: z.int().positive().optional(),
  days: z.int().positive().max(400),
  /** Null: nobody prescribes it; it is our own day to ask. */
  source: z.string().min(1).nullable(),
});
export type AnswerTime = z.infer<typeof answerTimeSchema>;

const levelsDataSchema = z.strictObject({
  levels: z.array(appealLevelSchema),
  amounts: z.array(yearlyAmountsSchema),
  answerTimes: z.array(answerTimeSchema),
});
export interface Levels extends z.infer<typeof levelsDataSchema> {}

/**
 * Checks the data of rulebook/levels: every action has a day to ask at every kind of payer, each year stands once.
 *
 * @throws ZodError or Error: broken data of the release, never an input.
 */
export function compileLevels(data: unknown): Levels {
  const levels = levelsDataSchema.parse(data);
  if (new Set(levels.amounts.map(({ year }) => year)).size < levels.amounts.length)
    throw new Error('A year has two amounts in controversy.');
  for (const answerTo of [...actionTakenSchema.options, 'payment'] as const)
    for (const payerType of payerTypeSchema.options) answerTimeOf({ payerType, answerTo, level: 99 }, levels);
  return levels;
}

/** What is known of a level; null where the decision itself, or the contract, has to say. */
export function appealLevelOf(
  { payerType, action, level }: { payerType: PayerType; action: ActionTaken; level: number },
  { levels }: Levels,
): AppealLevel | null {
  return (
    levels.find(
      (each) =>
        each.action === action &&
        (each.level === undefined || each.level === level) &&
        holdsFor(each.payerTypes, payerType),
    ) ?? null
  );
}

export type Minimum =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly cents: number; readonly source: string }
  /** Nobody has entered the amounts of that year. */
  | { readonly kind: 'unknown' };

/** The least amount that this level takes when it is asked for on the day (yyyy-mm-dd). */
export function minimumOf({ minimum, source }: AppealLevel, day: string, { amounts }: Levels): Minimum {
  if (minimum === null) return { kind: 'none' };
  if (typeof minimum === 'number') return { kind: 'known', cents: minimum, source };
  const year = amounts.find((each) => each.year === Number(day.slice(0, 4)));
  if (year === undefined) return { kind: 'unknown' };
  const cents = minimum === 'hearing' ? year.hearingCents : year.courtCents;
  return { kind: 'known', cents, source: year.source };
}

interface Awaited {
  readonly payerType: PayerType;
  readonly answerTo: AnswerTime['answerTo'];
  readonly level: number;
}

/** How long to wait: what is agreed with this payer first, then what the law says, then our own day to ask. */
export function answerTimeOf(
  { payerType, answerTo, level }: Awaited,
  { answerTimes }: Levels,
  own: readonly Omit<AnswerTime, 'payerTypes'>[] = [],
): Omit<AnswerTime, 'payerTypes'> {
  const fits = (each: Omit<AnswerTime, 'payerTypes'>) =>
    each.answerTo === answerTo && (each.level === undefined || each.level === level);
  const found =
    own.find(fits) ?? answerTimes.find((each) => fits(each) && holdsFor(each.payerTypes, payerType));
  if (found === undefined) throw new Error(`No day to ask for ${answerTo} at ${payerType}.`);
  return found;
}

/**
 * The day (yyyy-mm-dd) on which an answer that has not come becomes work.
 *
 * @example
 * // 42 CFR 405.950(a): 60 days
 * answerDueOn({ payerType: 'medicare_ffs', answerTo: 'appeal', level: 1 }, '2026-03-02', levels) // '2026-05-01'
 */
export function answerDueOn(
  awaited: Awaited,
  from: string,
  levels: Levels,
  own?: readonly Omit<AnswerTime, 'payerTypes'>[],
): string {
  return addDays(from as CalendarDate, answerTimeOf(awaited, levels, own).days);
}

function holdsFor(types: AnswerTime['payerTypes'], payerType: PayerType): boolean {
  return types === '*' || types.includes(payerType);
}
