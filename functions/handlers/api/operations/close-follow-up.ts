import * as z from 'zod';
import { closeFollowUp as close } from '../../../use-cases/close-follow-up.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const closeFollowUp = denialAct({
  id: 'closeFollowUp',
  method: 'POST',
  path: '/api/denials/{denialId}/follow-up/closing',
  summary: 'Closes a follow-up (a hold, a recoupment, a payment question, a secondary bill) with a note',
  body: z.strictObject({ note: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: close,
});
