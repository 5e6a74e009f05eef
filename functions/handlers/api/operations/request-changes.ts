import * as z from 'zod';
import { requestChanges as request } from '../../../use-cases/request-changes.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const requestChanges = denialAct({
  id: 'requestChanges',
  method: 'POST',
  path: '/api/denials/{denialId}/changes-request',
  summary: 'Sends the letter back to drafting with a written reason',
  body: z.strictObject({ reason: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: request,
});
