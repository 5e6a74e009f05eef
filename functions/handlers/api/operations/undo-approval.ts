import { undoApproval as undo } from '../../../use-cases/undo-approval.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, noBody, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const undoApproval = operation({
  id: 'undoApproval',
  method: 'DELETE',
  path: '/api/denials/{denialId}/approval',
  summary: 'Takes the approval back while it is held',
  params: denialParams,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'HOLD_ENDED'],
  async handle(ports, { user, params, expectedVersion }) {
    return outcomeOfAct(ports, user, await undo(ports, { user, ...params, expectedVersion }));
  },
});
