import * as z from 'zod';
import { stateSchema } from '../../../core/denial/lifecycle.ts';
import { listQueue as list } from '../../../use-cases/list-queue.ts';
import { denialRowAnswer } from '../answers/denial-answer.ts';
import { nextCursorAnswer, queueCursorParameter } from '../cursor.ts';
import { denialRow } from '../denial-view.ts';
import { nothing, operation } from '../operation.ts';
import { practiceQuery } from '../practice-parameter.ts';
import { outcomeOfPage } from '../queue-page.ts';

export const listQueue = operation({
  id: 'listQueue',
  method: 'GET',
  path: '/api/queue',
  summary:
    'Open denials and follow-ups, each with its kind: those without a date first (that is work too), then soonest first; of one practice and state, or of all within reach',
  params: nothing,
  query: z.strictObject({
    state: z.enum([...stateSchema.exclude(['closed']).options, 'history_review']).optional(),
    practice: practiceQuery,
    cursor: queueCursorParameter,
  }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      denials: z.array(denialRowAnswer).readonly(),
      cursor: nextCursorAnswer,
    }),
  },
  async handle(ports, { user, query: { state = null, practice, cursor = null } }) {
    return outcomeOfPage(
      ports,
      list(ports, user, { state, practice, cursor }),
      (denials, outcomes, asOf) => ({
        denials: denials.map((denial) => denialRow(denial, outcomes, asOf)),
      }),
    );
  },
});
