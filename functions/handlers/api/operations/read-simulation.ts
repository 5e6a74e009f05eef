import * as z from 'zod';
import { readSimulation as read } from '../../../use-cases/start-simulation.ts';
import { simulationAnswer } from '../answers/simulation-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { simulationView } from '../simulation-view.ts';

export const readSimulation = operation({
  id: 'readSimulation',
  method: 'GET',
  path: '/api/simulations/{simulationId}',
  summary:
    'A simulation: which denials would change route, how much money, and examples without patient data',
  params: z.strictObject({ simulationId: z.string().regex(/^[0-9a-f]{32}$/) }),
  query: nothing,
  body: z.unknown(),
  writes: false,
  answers: { 200: simulationAnswer },
  async handle(ports, { user, params }) {
    const result = await read(ports, user, params.simulationId);
    return outcomeOfRead(result, (standing) => ({ body: simulationView(standing) }));
  },
});
