import * as z from 'zod';
import { payerTypeSchema } from '../payer/profile.ts';
import { deadlineKindSchema } from './deadline.ts';

/** What a biller may believe to stop a clock, and does not. */
export const interactionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/),
  /** The clock that is being met. */
  whileMeeting: z.array(deadlineKindSchema).min(1),
  /** The clocks that run on meanwhile. */
  runsOn: z.array(deadlineKindSchema).min(1),
  /** Absent: all. */
  payerTypes: z.array(payerTypeSchema).min(1).optional(),
  /** One sentence for a biller. */
  says: z.string().min(1),
  source: z.string().min(1),
});
export const interactionsSchema = z.array(interactionSchema);
export type Interaction = z.infer<typeof interactionSchema>;
