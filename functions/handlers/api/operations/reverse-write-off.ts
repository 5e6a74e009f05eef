import * as z from 'zod';
import { reverseWriteOff as reverse } from '../../../use-cases/reverse-write-off.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const reverseWriteOff = denialAct({
  id: 'reverseWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off/reversal',
  summary: 'Takes a write-off back that is not posted yet: the denial is open work again',
  body: z.strictObject({ reason: writtenReason }),
  problems: ['NOT_IN_THIS_STATE'],
  act: reverse,
});
