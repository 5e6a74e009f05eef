import * as z from 'zod';
import { correctionDataSchema } from './correction/correction-data.ts';
import { redirectDataSchema } from './redirect/redirect-data.ts';
import { reviewQuestionsSchema } from './review/question.ts';

/** The data by which routes are worked: rulebook/corrections, rulebook/redirects and rulebook/reviews. */
export const caseworkSchema = z.strictObject({
  corrections: correctionDataSchema,
  redirects: redirectDataSchema,
  reviews: reviewQuestionsSchema,
});
export type Casework = z.infer<typeof caseworkSchema>;
