import * as z from 'zod';
import { routeSchema } from '../denial/decision.ts';
import { type CaseFacts, caseConditionSchema, isCaseOf, saidBy } from '../rulebook/case-condition.ts';

/** What a person has to find out before a denial in review goes anywhere, and where each answer leads. */
export const reviewQuestionSchema = z.strictObject({
  id: z.string().regex(/^question\.[a-z-]+$/),
  when: caseConditionSchema,
  /** What to look at for the answer. */
  look: z.string().min(3),
  answers: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z-]+$/),
        says: z.string().min(3),
        /** Null: nothing can be decided yet, and it is put off until a day. */
        route: routeSchema.exclude(['review', 'not_a_denial']).nullable(),
      }),
    )
    .min(2)
    .readonly(),
  ...saidBy,
});
export type ReviewQuestion = z.infer<typeof reviewQuestionSchema>;
export type ReviewAnswer = ReviewQuestion['answers'][number];

/** Every review finds a question: the last one asks of nothing. */
export const reviewQuestionsSchema = z
  .array(reviewQuestionSchema)
  .min(1)
  .readonly()
  .superRefine((questions, context) => {
    const last = questions.at(-1);
    if (last !== undefined && Object.keys(last.when).length > 0)
      context.addIssue({
        code: 'custom',
        message: 'the last question is for every denial: its "when" is {}',
      });
    for (const [index, { id, answers }] of questions.entries()) {
      if (questions.findIndex((other) => other.id === id) < index)
        context.addIssue({ code: 'custom', message: `${id} stands twice` });
      if (new Set(answers.map((answer) => answer.id)).size < answers.length)
        context.addIssue({ code: 'custom', message: `${id} has two answers of one id` });
    }
  });

/** The question of a denial: the first that fits. */
export function questionFor(facts: CaseFacts, questions: readonly ReviewQuestion[]): ReviewQuestion {
  const found = questions.find(({ when }) => isCaseOf(when, facts)) ?? questions.at(-1);
  if (found === undefined) throw new RangeError('The data of reviews has no question.');
  return found;
}
