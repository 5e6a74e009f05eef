import * as z from 'zod';
import { writeOffReasonCodeSchema } from '../../../core/write-off/reasons.ts';
import { confirmWriteOff as confirm } from '../../../use-cases/confirm-write-off.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const confirmWriteOff = denialAct({
  id: 'confirmWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off',
  summary:
    'Confirms a write-off, acknowledging each clock that is still open; above the limit of its reason a second person decides',
  body: z.strictObject({
    reasonCode: writeOffReasonCodeSchema,
    reason: writtenReason,
    acknowledgedClocks: z.array(z.string().max(200)).max(50).optional(),
  }),
  problems: ['NOT_IN_THIS_STATE', 'CLOCK_STILL_OPEN'],
  act: confirm,
});
