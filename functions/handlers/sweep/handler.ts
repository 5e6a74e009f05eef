import { log } from '../../adapters/log.ts';
import { sweepRuntime } from '../../runtime.ts';
import { keepDailyRoots, type RootCounts, type RootPorts } from '../../use-cases/keep-daily-roots.ts';
import { type RecountCounts, type RecountPorts, recountClocks } from '../../use-cases/recount-clocks.ts';
import { type SweepCounts, type SweepPorts, sweepDenials } from '../../use-cases/sweep-denials.ts';
import { guarded } from '../guarded.ts';
import { sweepInputSchema } from './schema.ts';

/** Every quarter of an hour: what is due, what was left lying, roots of days, and clocks by settings published since. */
export async function sweep(
  event: unknown,
  ports: SweepPorts & RecountPorts & RootPorts,
): Promise<SweepCounts & { readonly recount: RecountCounts; readonly roots: RootCounts }> {
  sweepInputSchema.parse(event);
  const counts = await sweepDenials(ports);
  log('info', 'swept', { counts: { ...counts } });
  const roots = await keepDailyRoots(ports);
  if (roots.kept > 0) log('info', 'daysRooted', { counts: { ...roots } });
  // Whoever is due is reminded first: the recount takes what time is left.
  const recount = await recountClocks(ports);
  if (recount.compared > 0) log('info', 'clocksRecounted', { counts: { ...recount } });
  if (counts.failed + roots.failed + recount.failed > 0) throw new SweepIncompleteError();
  return { ...counts, recount, roots };
}

/** Some records could not be looked at; the rest were. */
class SweepIncompleteError extends Error {
  override readonly name = 'SweepIncompleteError';
  readonly code = 'DEN-2004';
}

export const handler = guarded('sweep', async (event: unknown, timeLeftMs) =>
  sweep(event, await sweepRuntime(timeLeftMs)),
);
