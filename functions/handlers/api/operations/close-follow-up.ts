import * as z from 'zod';
import { closeFollowUp as close } from '../../../use-cases/close-follow-up.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const closeFollowUp = operation({
  id: 'closeFollowUp',
  method: 'POST',
  path: '/api/denials/{denialId}/follow-up/closing',
  summary: 'Closes a follow-up (a hold, a recoupment, a payment question, a secondary bill) with a note',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ note: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await close(ports, { user, ...params, expectedVersion, ...body }));
  },
});
