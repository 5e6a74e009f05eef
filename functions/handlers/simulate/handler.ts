import { errorFields, log } from '../../adapters/log.ts';
import { simulateRuntime } from '../../runtime.ts';
import { type RunSimulationPorts, runSimulation } from '../../use-cases/run-simulation.ts';
import { guarded } from '../guarded.ts';
import { simulationEventSchema, simulationMessageSchema } from './schema.ts';

/** Ranges of simulations. A message that fails is given back alone, and after five times is set aside. */
export async function simulate(
  event: unknown,
  ports: RunSimulationPorts,
): Promise<{ batchItemFailures: { itemIdentifier: string }[] }> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of simulationEventSchema.parse(event).Records) {
    try {
      const { step, state, tally } = await runSimulation(
        simulationMessageSchema.parse(JSON.parse(body)),
        ports,
      );
      log('info', 'simulated', { outcome: state, counts: { step, claims: tally.claims } });
    } catch (error) {
      log('error', 'messageFailed', { handler: 'simulate', ...errorFields(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

export const handler = guarded('simulate', async (event: unknown, timeLeftMs) =>
  simulate(event, simulateRuntime(timeLeftMs)),
);
