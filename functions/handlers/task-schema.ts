import * as z from 'zod';
import type { DenialId } from '../core/ids.ts';

/** What the machine hands to `draft` and `deliver`: ids only. */
export const taskInputSchema = z.strictObject({
  denialId: z
    .string()
    .regex(/^[0-9a-f]{32}-\d{4,}$/)
    .transform((id) => id as DenialId),
  level: z.int().positive(),
  attempt: z.int().positive(),
});
