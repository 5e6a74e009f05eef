import { removeDocument as remove } from '../../../use-cases/attach-document.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { documentParams } from '../document-params.ts';
import { noBody, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const removeDocument = operation({
  id: 'removeDocument',
  method: 'DELETE',
  path: '/api/denials/{denialId}/documents/{sha256}',
  summary: 'Takes a document off a denial before it is sent; its bytes and the timeline stay',
  params: documentParams,
  query: nothing,
  body: noBody,
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'NO_SUCH_DOCUMENT'],
  async handle(ports, { user, params, expectedVersion }) {
    return outcomeOfAct(ports, user, await remove(ports, { user, ...params, expectedVersion }));
  },
});
