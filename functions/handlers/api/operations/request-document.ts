import { requestDocument as ask } from '../../../use-cases/request-document.ts';
import { denialAct } from '../denial-act.ts';
import { askedDocumentBody } from '../document-request-params.ts';

export const requestDocument = denialAct({
  id: 'requestDocument',
  method: 'POST',
  path: '/api/denials/{denialId}/document-requests',
  summary:
    'Asks the person or department that holds a document for it, by a day not after the one on which all must be sent',
  body: askedDocumentBody,
  problems: ['NOT_IN_THIS_STATE', 'DATE_REFUSED'],
  act: ask,
});
