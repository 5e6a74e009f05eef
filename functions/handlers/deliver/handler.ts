import { countInLog, DELIVERIES_REFUSED } from '../../adapters/count-in-log.ts';
import { log } from '../../adapters/log.ts';
import { deliverRuntime } from '../../runtime.ts';
import { type DeliverPorts, deliverAppeal } from '../../use-cases/deliver-appeal.ts';
import type { TaskOutput } from '../../use-cases/workflow-task.ts';
import { guarded } from '../guarded.ts';
import { taskInputSchema } from '../task-schema.ts';

/** The machine's step after the hold: hands over the approved bytes, if the approval still stands. */
export async function deliver(event: unknown, ports: DeliverPorts): Promise<TaskOutput> {
  const task = taskInputSchema.parse(event);
  const output = await deliverAppeal(ports, task, (because) => {
    log('error', 'deliveryRefused', { denialId: task.denialId, outcome: because });
    countInLog(DELIVERIES_REFUSED, ports.clock.now());
  });
  log('info', 'appealDelivered', { denialId: task.denialId, outcome: output.next });
  return output;
}

export const handler = guarded('deliver', async (event: unknown) => deliver(event, await deliverRuntime()));
