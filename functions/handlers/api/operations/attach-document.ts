import * as z from 'zod';
import { MOST_DOCUMENTS } from '../../../core/documents/document.ts';
import { attachDocument as attach } from '../../../use-cases/attach-document.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { documentParams } from '../document-params.ts';
import { nothing, operation, written } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const attachDocument = operation({
  id: 'attachDocument',
  method: 'PUT',
  path: '/api/denials/{denialId}/documents/{sha256}',
  summary:
    'Attaches what was uploaded once its check has accepted it, and says what it is for; of an attached document, says it anew',
  params: documentParams,
  query: nothing,
  body: z.strictObject({
    satisfies: z
      .array(written(300))
      .max(MOST_DOCUMENTS)
      .default([])
      .describe('As `requiredDocuments` of the decision names them'),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'DOCUMENT_REFUSED', 'DOCUMENT_BEING_CHECKED', 'NO_SUCH_DOCUMENT'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await attach(ports, { user, ...params, expectedVersion, ...body }));
  },
});
