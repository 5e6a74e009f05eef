import * as z from 'zod';
import { listViews as list } from '../../../use-cases/read-views.ts';
import { viewAnswer, viewView } from '../answers/view-answer.ts';
import { nothing, operation } from '../operation.ts';

export const listViews = operation({
  id: 'listViews',
  method: 'GET',
  path: '/api/views',
  summary:
    'The views of the queue that the reader has: their own, those of their practices, the built-in ones',
  params: nothing,
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ views: z.array(viewAnswer).readonly() }) },
  async handle(ports, { user }) {
    const views = await list(ports, user);
    return {
      kind: 'answer',
      answer: { status: 200, body: { views: views.map((view) => viewView(user, view)) } },
    };
  },
});
