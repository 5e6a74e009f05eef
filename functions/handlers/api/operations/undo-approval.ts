import { undoApproval as undo } from '../../../use-cases/undo-approval.ts';
import { denialAct } from '../denial-act.ts';
import { noBody } from '../operation.ts';

export const undoApproval = denialAct({
  id: 'undoApproval',
  method: 'DELETE',
  path: '/api/denials/{denialId}/approval',
  summary: 'Takes the approval back while it is held',
  body: noBody,
  problems: ['NOT_IN_THIS_STATE', 'HOLD_ENDED'],
  act: undo,
});
