import { changeDenial } from '../core/denial/change.ts';
import type { Actor, Denial, Draft } from '../core/denial/denial.ts';
import { type WorkflowStep, workflowStepOf } from '../core/denial/lifecycle.ts';
import { wakeOnOf } from '../core/denial/reminders.ts';
import type { DenialId } from '../core/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';

/** Input and output of every task of the machine: ids only. */
export interface TaskInput {
  readonly denialId: DenialId;
  readonly level: number;
  readonly attempt: number;
}
export interface TaskOutput {
  readonly next: WorkflowStep;
  readonly version: number;
}

export interface TaskPorts {
  readonly denials: DenialStore;
  readonly clock: Clock;
}

/** A task was started for a denial that is not stored. */
export class DenialMissingError extends Error {
  override readonly name = 'DenialMissingError';
  readonly code = 'DEN-3002';
}

/** A record that changed under the task again and again: Step Functions tries the task anew. */
export class DenialBusyError extends Error {
  override readonly name = 'DenialBusyError';
  readonly code = 'DEN-2002';
}

// A person may write between read and write; three in a row is no longer chance.
const TRIES = 3;

/**
 * Runs one step of a workflow task until the record stands still: `step` looks at the denial and either says that
 * there is nothing to do (null) or what to change. An execution that was replaced by another attempt ends.
 */
export async function runTask(
  ports: TaskPorts,
  { denialId, level, attempt }: TaskInput,
  step: (denial: Denial) => Promise<TaskChange | null>,
): Promise<TaskOutput> {
  for (let tries = 0; tries < TRIES; ) {
    const denial = await ports.denials.read(denialId);
    if (denial === null) throw new DenialMissingError('A task names a denial that is not stored.');
    if (denial.level !== level || denial.attempt !== attempt) {
      return { next: 'done', version: denial.version };
    }
    const change = await step(denial);
    if (change === null) return { next: workflowStepOf(denial), version: denial.version };
    const stored = await store(ports, denial, change);
    if (!stored) tries += 1;
  }
  throw new DenialBusyError('The denial changed under the task.');
}

export interface TaskChange {
  /** @default the part of the system, by its name */
  readonly actor?: Actor;
  readonly part: string;
  readonly type: string;
  readonly patch: Parameters<typeof changeDenial>[1];
  /** For the timeline, in words; nothing of the patient. */
  readonly reason?: string;
  readonly detail?: Parameters<typeof changeDenial>[2]['detail'];
  readonly draft?: Draft;
}

async function store(ports: TaskPorts, denial: Denial, task: TaskChange): Promise<boolean> {
  const { part, type, patch, reason, detail, draft, actor } = task;
  const wakeOn = wakeOnOf({ ...denial, ...patch }, ports.clock.today());
  const change = changeDenial(
    denial,
    { ...patch, wakeOn },
    {
      type,
      actor: actor ?? { kind: 'system', part },
      at: ports.clock.now(),
      ...(reason === undefined ? {} : { reason }),
      ...(detail === undefined ? {} : { detail }),
    },
  );
  const result = await ports.denials.change(draft === undefined ? change : { ...change, draft });
  return result.kind === 'changed';
}
