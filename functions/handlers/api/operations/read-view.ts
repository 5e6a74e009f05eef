import * as z from 'zod';
import { readView as read } from '../../../use-cases/read-views.ts';
import { viewAnswer, viewView } from '../answers/view-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { anyViewId } from '../queue-query.ts';

export const readView = operation({
  id: 'readView',
  method: 'GET',
  path: '/api/views/{viewId}',
  summary: 'One view by the id that a link carries',
  params: z.strictObject({ viewId: anyViewId }),
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: viewAnswer },
  async handle(ports, { user, params }) {
    return outcomeOfRead(await read(ports, user, params.viewId), (any) => {
      const body = viewView(user, any);
      return { body, version: body.version };
    });
  },
});
