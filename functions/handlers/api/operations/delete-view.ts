import { savedViewSchema } from '../../../core/views/saved-view.ts';
import { deleteView as remove } from '../../../use-cases/save-view.ts';
import { viewAnswer } from '../answers/view-answer.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfSavedView } from '../saved-view-outcome.ts';

export const deleteView = operation({
  id: 'deleteView',
  method: 'DELETE',
  path: '/api/views/{viewId}',
  summary: 'Deletes a view; the answer is what it was, and saving it again over its version brings it back',
  params: savedViewSchema.pick({ viewId: true }),
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: viewAnswer },
  async handle(ports, { user, params, expectedVersion }) {
    return outcomeOfSavedView(ports, user, await remove(ports, { user, ...params, expectedVersion }));
  },
});
