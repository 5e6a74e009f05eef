import * as z from 'zod';
import { pendDenial as pend } from '../../../use-cases/pend-denial.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const pendDenial = operation({
  id: 'pendDenial',
  method: 'PUT',
  path: '/api/denials/{denialId}/pend',
  summary:
    'Puts a denial or follow-up off until a day, never later than two workdays before it must be sent; or takes it up again (null)',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    pend: z.strictObject({ until: z.iso.date(), reason: writtenReason }).nullable(),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['DATE_REFUSED', 'NOT_IN_THIS_STATE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await pend(ports, { user, ...params, expectedVersion, ...body }));
  },
});
