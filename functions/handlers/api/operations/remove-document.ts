import { removeDocument as remove } from '../../../use-cases/attach-document.ts';
import { denialAct } from '../denial-act.ts';
import { documentParams } from '../document-params.ts';
import { noBody } from '../operation.ts';

export const removeDocument = denialAct({
  id: 'removeDocument',
  method: 'DELETE',
  path: '/api/denials/{denialId}/documents/{sha256}',
  summary: 'Takes a document off a denial before it is sent; its bytes and the timeline stay',
  params: documentParams,
  body: noBody,
  problems: ['NOT_IN_THIS_STATE', 'NO_SUCH_DOCUMENT'],
  act: remove,
});
