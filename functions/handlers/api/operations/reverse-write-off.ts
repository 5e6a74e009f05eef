import * as z from 'zod';
import { reverseWriteOff as reverse } from '../../../use-cases/reverse-write-off.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const reverseWriteOff = operation({
  id: 'reverseWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off/reversal',
  summary: 'Takes a write-off back that is not posted yet: the denial is open work again',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await reverse(ports, { user, ...params, expectedVersion, ...body }));
  },
});
