import * as z from 'zod';
import { confirmWriteOff as confirm } from '../../../use-cases/confirm-write-off.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const confirmWriteOff = operation({
  id: 'confirmWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off',
  summary: 'Confirms a write-off; above the limit a second person decides',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await confirm(ports, { user, ...params, expectedVersion, ...body }));
  },
});
