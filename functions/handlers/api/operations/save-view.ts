import * as z from 'zod';
import {
  savedViewSchema,
  viewLayoutSchema,
  viewNameSchema,
  viewScopeSchema,
} from '../../../core/views/saved-view.ts';
import { saveView as save } from '../../../use-cases/save-view.ts';
import { viewAnswer } from '../answers/view-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfSavedView } from '../saved-view-outcome.ts';

export const saveView = operation({
  id: 'saveView',
  method: 'PUT',
  path: '/api/views/{viewId}',
  summary:
    'Saves a view under an id that the client makes (128 random bits), for oneself or for a practice; codes and enums alone, and no words but its name',
  params: savedViewSchema.pick({ viewId: true }),
  query: nothing,
  body: z.strictObject({ name: viewNameSchema, scope: viewScopeSchema, layout: viewLayoutSchema }),
  writes: true,
  answers: { 200: viewAnswer },
  problems: ['TOO_MANY_VIEWS', 'UNKNOWN_PRACTICE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfSavedView(ports, user, await save(ports, { user, ...params, expectedVersion, ...body }));
  },
});
