import * as z from 'zod';
import { closeAsAnswered as close } from '../../../use-cases/close-as-answered.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const closeAsAnswered = operation({
  id: 'closeAsAnswered',
  method: 'POST',
  path: '/api/denials/{denialId}/answer/closing',
  summary: 'Accepts what the payer decided and closes the denial by it, with a written reason',
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
