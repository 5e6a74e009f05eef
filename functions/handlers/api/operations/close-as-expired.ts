import * as z from 'zod';
import { closeAsExpired as close } from '../../../use-cases/close-as-expired.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const closeAsExpired = operation({
  id: 'closeAsExpired',
  method: 'POST',
  path: '/api/denials/{denialId}/expiry',
  summary:
    'Closes a denial whose last day has passed, with the reason why there is no good cause for being late',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await close(ports, { user, ...params, expectedVersion, ...body }));
  },
});
