import * as z from 'zod';
import { named } from '../components.ts';

export const standingAnswer = named(
  'ClockStanding',
  z.enum(['no_date', 'not_open_yet', 'open', 'past_send_by', 'late_zone', 'past_last_day', 'verify']),
);

const shareStepAnswer = named(
  'ShareStep',
  z.strictObject({
    group: z.enum(['all', 'route', 'reason', 'payer']),
    of: z.string(),
    n: z.int(),
    overturned: z.int(),
    rawShare: z.number().nullable(),
    share: z.number(),
    priorWeight: z.number().nullable(),
    tooFew: z.boolean(),
  }),
);

/** What to do first, with every factor. */
export const priorityAnswer = named(
  'Priority',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('not_our_move') }),
    z.strictObject({
      kind: z.literal('ranked'),
      score: z.int().describe('Cents; higher comes first'),
      formula: z.string(),
      amountCents: z.int(),
      share: z
        .number()
        .nullable()
        .describe('Expected recovery / amount; null = not known, the whole amount counts'),
      shareFrom: z.enum(['no_outcomes_yet', 'too_few_outcomes', 'outcomes']),
      shares: z.array(shareStepAnswer).readonly(),
      expectedCents: z.int(),
      urgency: z.number().describe('1 to 10'),
      sendBy: z.iso.date().nullable(),
      daysLeft: z.int().nullable().describe('Calendar days to sendBy, negative once it has passed'),
      standing: z.union([standingAnswer, z.literal('no_clock')]),
      says: z.array(z.string()).readonly(),
    }),
  ]),
);
