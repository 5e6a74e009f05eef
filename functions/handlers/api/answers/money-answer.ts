import * as z from 'zod';
import { named } from '../components.ts';

const cents = z.int();

/** From what was billed to what was paid. */
export const moneyAnswer = named(
  'MoneySteps',
  z.strictObject({
    billedCents: cents,
    steps: z
      .array(
        z.strictObject({
          kind: z.enum(['contractual', 'patient_share', 'denied', 'undecided', 'other']),
          group: z.string(),
          carc: z.string(),
          line: z.int().nullable().describe('Null at claim level'),
          amountCents: cents.describe('What it took off; negative where the payer added'),
        }),
      )
      .readonly(),
    paidCents: cents,
    unexplainedCents: cents.describe(
      'Billed less all that was taken off less paid: 0, or it does not add up',
    ),
    unexplainedLines: z.array(z.strictObject({ line: z.int(), unexplainedCents: cents })).readonly(),
  }),
);
