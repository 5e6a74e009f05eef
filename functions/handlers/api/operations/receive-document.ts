import { receiveDocument as receive } from '../../../use-cases/settle-document-request.ts';
import { denialAct } from '../denial-act.ts';
import { documentRequestParams } from '../document-request-params.ts';
import { noBody } from '../operation.ts';

export const receiveDocument = denialAct({
  id: 'receiveDocument',
  method: 'POST',
  path: '/api/denials/{denialId}/document-requests/{number}/receipt',
  summary: 'The document that was asked for is here; it counts as enclosed when the documents are sent',
  params: documentRequestParams,
  body: noBody,
  problems: ['NOT_IN_THIS_STATE'],
  act: receive,
});
