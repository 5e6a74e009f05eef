import { log } from '../../adapters/log.ts';
import { deliverRuntime } from '../../runtime.ts';
import { type DeliverPorts, deliverAppeal } from '../../use-cases/deliver-appeal.ts';
import type { TaskOutput } from '../../use-cases/workflow-task.ts';
import { guarded } from '../guarded.ts';
import { taskInputSchema } from '../task-schema.ts';

/** The machine's step after the hold: hands over the approved bytes, if the approval still stands. */
export async function deliver(event: unknown, ports: DeliverPorts): Promise<TaskOutput> {
  const task = taskInputSchema.parse(event);
  const output = await deliverAppeal(ports, task);
  log('info', 'appealDelivered', { denialId: task.denialId, outcome: output.next });
  return output;
}

export const handler = guarded('deliver', async (event: unknown) => deliver(event, await deliverRuntime()));
