import * as z from 'zod';
import { correctionDataSchema } from './correction/correction-data.ts';
import { mechanismSchema, type Route } from './denial/decision.ts';
import { redirectDataSchema } from './redirect/redirect-data.ts';
import { reviewQuestionsSchema } from './review/question.ts';

/** The data by which routes are worked: rulebook/corrections, rulebook/redirects and rulebook/reviews. */
export const caseworkSchema = z.strictObject({
  corrections: correctionDataSchema,
  redirects: redirectDataSchema,
  reviews: reviewQuestionsSchema,
});
export type Casework = z.infer<typeof caseworkSchema>;

/**
 * Whether a route that is worked by these data has its list: of a correction each mechanism its own steps. Null of a
 * route that has its list elsewhere.
 */
export function hasChecklist(route: Route, { corrections, redirects, reviews }: Casework): boolean | null {
  switch (route) {
    case 'correct_resubmit':
      return mechanismSchema.options
        .filter((mechanism) => mechanism !== 'none')
        .every((mechanism) =>
          corrections.checklists.some(({ when }) => when.mechanisms?.includes(mechanism) === true),
        );
    case 'bill_other_payer':
      return redirects.nextPayerSteps.length > 0;
    case 'patient_responsibility':
      return redirects.patientChecks.length > 0;
    case 'review':
      return reviews.length > 0;
    case 'write_off':
    case 'appeal':
    case 'documentation':
    case 'not_a_denial':
      return null;
  }
}
