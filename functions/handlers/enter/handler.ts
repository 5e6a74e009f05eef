import { log } from '../../adapters/log.ts';
import { enterRuntime } from '../../runtime.ts';
import { routeDenial } from '../../use-cases/route-denial.ts';
import type { TaskOutput } from '../../use-cases/workflow-task.ts';
import { guarded } from '../guarded.ts';
import { enterInputSchema } from './schema.ts';

/** The machine's first step, and the one after a wait that timed out. */
export async function enter(event: unknown, ports: Parameters<typeof routeDenial>[1]): Promise<TaskOutput> {
  const task = enterInputSchema.parse(event);
  const output = await routeDenial(task, ports);
  log('info', 'denialEntered', { denialId: task.denialId, outcome: output.next });
  return output;
}

export const handler = guarded('enter', async (event: unknown) => enter(event, await enterRuntime()));
