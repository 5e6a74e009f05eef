import * as z from 'zod';
import { routeSchema } from '../../../core/denial/decision.ts';
import { rerouteDenial as reroute } from '../../../use-cases/reroute-denial.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const rerouteDenial = denialAct({
  id: 'rerouteDenial',
  method: 'POST',
  path: '/api/denials/{denialId}/route',
  summary: 'Takes another route with a written reason; the decision itself stays',
  body: z.strictObject({
    route: routeSchema,
    reason: writtenReason,
    notice: z
      .boolean()
      .optional()
      .describe('With route documentation: writes the letter that is no appeal, to be approved and sent'),
  }),
  problems: ['NOT_IN_THIS_STATE', 'ROUTE_REFUSED', 'NOT_APPEALABLE'],
  act: reroute,
});
