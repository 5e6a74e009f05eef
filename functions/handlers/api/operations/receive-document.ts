import { receiveDocument as receive } from '../../../use-cases/settle-document-request.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { documentRequestParams } from '../document-request-params.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const receiveDocument = operation({
  id: 'receiveDocument',
  method: 'POST',
  path: '/api/denials/{denialId}/document-requests/{number}/receipt',
  summary: 'The document that was asked for is here; it counts as enclosed when the documents are sent',
  params: documentRequestParams,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion }) {
    return outcomeOfAct(ports, user, await receive(ports, { user, ...params, expectedVersion }));
  },
});
