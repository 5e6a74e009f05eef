import * as z from 'zod';
import { closeAsExpired as close } from '../../../use-cases/close-as-expired.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const closeAsExpired = denialAct({
  id: 'closeAsExpired',
  method: 'POST',
  path: '/api/denials/{denialId}/expiry',
  summary:
    'Closes a denial whose last day has passed, with the reason why there is no good cause for being late',
  body: z.strictObject({ reason: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: close,
});
