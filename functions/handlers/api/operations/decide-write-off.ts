import * as z from 'zod';
import { decideWriteOff as decide } from '../../../use-cases/decide-write-off.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const decideWriteOff = operation({
  id: 'decideWriteOff',
  method: 'POST',
  path: '/api/denials/{denialId}/write-off/decision',
  summary: 'The second person approves the write-off, or rejects it with a written reason',
  params: denialParams,
  query: nothing,
  body: z.discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('approve') }),
    z.strictObject({ verdict: z.literal('reject'), reason: writtenReason }),
  ]),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'CLOCK_STILL_OPEN'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await decide(ports, { user, ...params, expectedVersion, ...body }));
  },
});
