import type { SimulationStanding } from '../../use-cases/start-simulation.ts';

/** A simulation as a client sees it. */
export function simulationView({ request, state, report }: SimulationStanding): object {
  const { simulationId, startedAt, startedBy, from, until } = request;
  return { simulationId, state, startedAt, startedBy, from, until, report };
}
