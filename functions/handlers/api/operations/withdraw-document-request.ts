import * as z from 'zod';
import { withdrawDocumentRequest as withdraw } from '../../../use-cases/settle-document-request.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { documentRequestParams } from '../document-request-params.ts';
import { nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const withdrawDocumentRequest = operation({
  id: 'withdrawDocumentRequest',
  method: 'POST',
  path: '/api/denials/{denialId}/document-requests/{number}/withdrawal',
  summary: 'Nobody has to bring the document any more, for a written reason',
  params: documentRequestParams,
  query: nothing,
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await withdraw(ports, { user, ...params, expectedVersion, ...body }));
  },
});
