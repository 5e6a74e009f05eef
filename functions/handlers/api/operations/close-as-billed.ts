import * as z from 'zod';
import { closeAsBilled as close } from '../../../use-cases/close-as-billed.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const closeAsBilled = denialAct({
  id: 'closeAsBilled',
  method: 'POST',
  path: '/api/denials/{denialId}/closing',
  summary: 'Closes a denial that was billed to the other payer or to the patient, as its route says',
  body: z.strictObject({ note: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: close,
});
