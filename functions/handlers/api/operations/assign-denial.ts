import * as z from 'zod';
import { assignDenial as assign } from '../../../use-cases/assign-denial.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const assignDenial = operation({
  id: 'assignDenial',
  method: 'PUT',
  path: '/api/denials/{denialId}/assignee',
  summary: 'Takes a denial, gives it to a colleague, or back to the queue (null)',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ assignee: z.string().min(1).max(80).nullable() }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['UNKNOWN_USER'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await assign(ports, { user, ...params, expectedVersion, ...body }));
  },
});
