import { log } from '../../adapters/log.ts';
import { draftRuntime } from '../../runtime.ts';
import { type DraftPorts, draftAppeal } from '../../use-cases/draft-appeal.ts';
import type { TaskOutput } from '../../use-cases/workflow-task.ts';
import { guarded } from '../guarded.ts';
import { taskInputSchema } from '../task-schema.ts';

/** The machine's drafting step: the first letter of a level, or a new one after facts changed. */
export async function draft(event: unknown, ports: DraftPorts): Promise<TaskOutput> {
  const task = taskInputSchema.parse(event);
  const output = await draftAppeal(ports, task);
  log('info', 'appealDrafted', { denialId: task.denialId, outcome: output.next });
  return output;
}

export const handler = guarded('draft', async (event: unknown) => draft(event, await draftRuntime()));
