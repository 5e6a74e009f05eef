import * as z from 'zod';
import { withdrawDocumentRequest as withdraw } from '../../../use-cases/settle-document-request.ts';
import { denialAct } from '../denial-act.ts';
import { documentRequestParams } from '../document-request-params.ts';
import { writtenReason } from '../operation.ts';

export const withdrawDocumentRequest = denialAct({
  id: 'withdrawDocumentRequest',
  method: 'POST',
  path: '/api/denials/{denialId}/document-requests/{number}/withdrawal',
  summary: 'Nobody has to bring the document any more, for a written reason',
  params: documentRequestParams,
  body: z.strictObject({ reason: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: withdraw,
});
