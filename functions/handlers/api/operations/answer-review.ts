import * as z from 'zod';
import { answerReview as answer } from '../../../use-cases/answer-review.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const answerReview = denialAct({
  id: 'answerReview',
  method: 'POST',
  path: '/api/denials/{denialId}/review',
  summary:
    'Answers the question of a review: the denial takes the route of the answer, or is put off until a day',
  body: z.strictObject({
    answer: z.string().regex(/^[a-z-]{1,60}$/),
    reason: writtenReason,
    until: z.iso.date().optional(),
  }),
  problems: ['NOT_IN_THIS_STATE', 'ROUTE_REFUSED', 'NOT_APPEALABLE', 'DATE_REFUSED'],
  act: answer,
});
