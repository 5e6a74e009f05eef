import * as z from 'zod';
import { requestChanges as request } from '../../../use-cases/request-changes.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const requestChanges = operation({
  id: 'requestChanges',
  method: 'POST',
  path: '/api/denials/{denialId}/changes-request',
  summary: 'Sends the letter back to drafting with a written reason',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ reason: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await request(ports, { user, ...params, expectedVersion, ...body }));
  },
});
