import * as z from 'zod';
import { type HistoryReviewed, reviewHistory as review } from '../../../use-cases/review-history.ts';
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
      .refine((denials) => new Set(denials.map(({ denialId }) => denialId)).size === denials.length, {
        error: 'Name each denial once.',
      }),
  }),
  writes: true,
  versions: 'in_body',
  answers: {
    200: z.strictObject({
      results: z
        .array(
          z.strictObject({
            denialId: z.string(),
            outcome: z.enum(['done', 'changed_meanwhile', 'refused', 'unknown']),
            version: z.int().nullable(),
            sentence: z.string().nullable(),
          }),
        )
        .readonly(),
    }),
  },
  async handle(ports, { user, body }) {
    const reviewed = await review(ports, user, body);
    return reviewed.kind === 'forbidden'
      ? { kind: 'problem', problem: problem('FORBIDDEN', reviewed.reason) }
      : { kind: 'answer', answer: { status: 200, body: { results: reviewed.results.map(resultView) } } };
  },
});

function resultView({ denialId, result }: Extract<HistoryReviewed, { kind: 'reviewed' }>['results'][number]) {
  switch (result.kind) {
    case 'changed':
      return { denialId, outcome: 'done', version: result.denial.version, sentence: null };
    case 'conflict':
      return {
        denialId,
        outcome: 'changed_meanwhile',
        version: result.current.version,
        sentence: 'This denial has changed since you opened the list: look at it again.',
      };
    case 'refused':
      return { denialId, outcome: 'refused', version: null, sentence: result.sentence };
    case 'forbidden':
      return { denialId, outcome: 'refused', version: null, sentence: result.reason };
    case 'unknown':
      return { denialId, outcome: 'unknown', version: null, sentence: 'There is no such denial.' };
  }
}
