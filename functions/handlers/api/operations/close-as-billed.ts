import * as z from 'zod';
import { closeAsBilled as close } from '../../../use-cases/close-as-billed.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const closeAsBilled = operation({
  id: 'closeAsBilled',
  method: 'POST',
  path: '/api/denials/{denialId}/closing',
  summary: 'Closes a denial that was billed to the other payer or to the patient, as its route says',
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
