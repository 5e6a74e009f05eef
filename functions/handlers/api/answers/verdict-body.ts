import * as z from 'zod';
import { writtenReason } from '../operation.ts';

/** The word of a second person. */
export const verdictBody = z.discriminatedUnion('verdict', [
  z.strictObject({ verdict: z.literal('approve') }),
  z.strictObject({ verdict: z.literal('reject'), reason: writtenReason }),
]);
