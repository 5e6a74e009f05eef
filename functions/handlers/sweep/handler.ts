import { log } from '../../adapters/log.ts';
import { sweepRuntime } from '../../runtime.ts';
import { type SweepCounts, type SweepPorts, sweepDenials } from '../../use-cases/sweep-denials.ts';
import { guarded } from '../guarded.ts';
import { sweepInputSchema } from './schema.ts';

/** Every quarter of an hour: what is due, and what was left lying. */
export async function sweep(event: unknown, ports: SweepPorts): Promise<SweepCounts> {
  sweepInputSchema.parse(event);
  const counts = await sweepDenials(ports);
  log('info', 'swept', { counts: { ...counts } });
  if (counts.failed > 0) throw new SweepIncompleteError();
  return counts;
}

/** Some records could not be looked at; the rest were. */
class SweepIncompleteError extends Error {
  override readonly name = 'SweepIncompleteError';
  readonly code = 'DEN-2004';
}

export const handler = guarded('sweep', async (event: unknown, timeLeftMs) =>
  sweep(event, await sweepRuntime(timeLeftMs)),
);
