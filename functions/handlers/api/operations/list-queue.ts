import * as z from 'zod';
import { stateSchema } from '../../../core/denial/lifecycle.ts';
import type { PracticeId } from '../../../core/ids.ts';
import { listQueue as list } from '../../../use-cases/list-queue.ts';
import { readOutcomes } from '../../../use-cases/read-queue-view.ts';
import { denialRowAnswer } from '../answers/denial-answer.ts';
import { nextCursorAnswer, queueCursorOf, queueCursorParameter } from '../cursor.ts';
import { denialRow } from '../denial-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listQueue = operation({
  id: 'listQueue',
  method: 'GET',
  path: '/api/queue',
  summary:
    'Open denials and follow-ups, each with its kind: those without a date first (that is work too), then soonest first; of one practice and state, or of all within reach',
  params: nothing,
  query: z.strictObject({
    state: z.enum([...stateSchema.exclude(['closed']).options, 'history_review']).optional(),
    practice: z
      .string()
      .min(1)
      .max(80)
      .transform((id) => id as PracticeId)
      .optional(),
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
  async handle(ports, { user, query }) {
    const { state = null, practice = null, cursor = null } = query;
    const [page, outcomes] = await Promise.all([
      list(ports, user, { state, practice, cursor }),
      readOutcomes(ports),
    ]);
    const asOf = ports.clock.today();
    return outcomeOfRead(page, ({ denials, next }) => ({
      body: {
        asOf,
        denials: denials.map((denial) => denialRow(denial, outcomes, asOf)),
        cursor: queueCursorOf(next),
      },
    }));
  },
});
