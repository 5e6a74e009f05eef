import * as z from 'zod';
import { writeOffReasonCodeSchema } from '../../../core/write-off/reasons.ts';
import { confirmWriteOff as confirm } from '../../../use-cases/confirm-write-off.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const confirmWriteOff = operation({
  id: 'confirmWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off',
  summary:
    'Confirms a write-off, acknowledging each clock that is still open; above the limit of its reason a second person decides',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    reasonCode: writeOffReasonCodeSchema,
    reason: writtenReason,
    acknowledgedClocks: z.array(z.string().max(200)).max(50).optional(),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'CLOCK_STILL_OPEN'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await confirm(ports, { user, ...params, expectedVersion, ...body }));
  },
});
