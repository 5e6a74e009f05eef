import * as z from 'zod';
import type { DenialId } from '../../core/ids.ts';

/** A record was written. Which one is all that is read: what it says by now stands in the table. */
export const projectRecordSchema = z.object({
  dynamodb: z.object({
    Keys: z.object({
      pk: z.object({
        S: z
          .string()
          .regex(/^DENIAL#.+$/)
          .transform((pk) => pk.slice('DENIAL#'.length) as DenialId),
      }),
      sk: z.object({ S: z.literal('META') }),
    }),
  }),
});

export const projectEventSchema = z.object({ Records: z.array(z.unknown()).min(1) });
