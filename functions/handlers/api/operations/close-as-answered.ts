import * as z from 'zod';
import { closeAsAnswered as close } from '../../../use-cases/close-as-answered.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const closeAsAnswered = denialAct({
  id: 'closeAsAnswered',
  method: 'POST',
  path: '/api/denials/{denialId}/answer/closing',
  summary: 'Accepts what the payer decided and closes the denial by it, with a written reason',
  body: z.strictObject({ reason: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: close,
});
