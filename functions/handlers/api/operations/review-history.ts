import * as z from 'zod';
import { reviewHistory as review } from '../../../use-cases/review-history.ts';
import { itemResultAnswer } from '../answers/item-result.ts';
import { itemResult } from '../item-result-view.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { problem } from '../problem.ts';

const MOST_AT_ONCE = 100;

export const reviewHistory = operation({
  id: 'reviewHistory',
  method: 'POST',
  path: '/api/history-review/decisions',
  summary:
    'Accepts denials of the history list as work, or dismisses them, up to 100 at once and each with the version seen; the list is GET /api/queue?state=history_review',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    verdict: z.enum(['accept', 'dismiss']),
    reason: writtenReason,
    denials: z
      .array(denialParams.extend({ version: z.int().positive() }))
      .min(1)
      .max(MOST_AT_ONCE)
      .meta({ uniqueItems: true })
      .refine((denials) => new Set(denials.map(({ denialId }) => denialId)).size === denials.length, {
        error: 'Name each denial once.',
      }),
  }),
  writes: true,
  versions: 'in_body',
  answers: {
    200: z.strictObject({
      results: z.array(itemResultAnswer).readonly(),
    }),
  },
  async handle(ports, { user, body }) {
    const reviewed = await review(ports, user, body);
    return reviewed.kind === 'forbidden'
      ? { kind: 'problem', problem: problem('FORBIDDEN', reviewed.reason) }
      : {
          kind: 'answer',
          answer: {
            status: 200,
            body: { results: reviewed.results.map(({ denialId, result }) => itemResult(denialId, result)) },
          },
        };
  },
});
