import * as z from 'zod';
import { takeNextLevel as take } from '../../../use-cases/take-next-level.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const takeNextLevel = operation({
  id: 'takeNextLevel',
  method: 'POST',
  path: '/api/denials/{denialId}/level',
  summary:
    'Takes the next level of appeal after the payer decided; below its least amount only with a written reason',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ reason: writtenReason.nullable().default(null) }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'NO_FURTHER_LEVEL', 'BELOW_MINIMUM'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await take(ports, { user, ...params, expectedVersion, ...body }));
  },
});
