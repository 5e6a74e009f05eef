import * as z from 'zod';
import { routeSchema } from '../../../core/denial/decision.ts';
import { rerouteDenial as reroute } from '../../../use-cases/reroute-denial.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const rerouteDenial = operation({
  id: 'rerouteDenial',
  method: 'POST',
  path: '/api/denials/{denialId}/route',
  summary: 'Takes another route with a written reason; the decision itself stays',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ route: routeSchema, reason: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'ROUTE_REFUSED', 'NOT_APPEALABLE'],
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await reroute(ports, { user, ...params, expectedVersion, ...body }));
  },
});
