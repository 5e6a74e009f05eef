import type { OutboxMessage } from '../core/denial/denial.ts';
import { workflowStepOf } from '../core/denial/lifecycle.ts';
import type { DenialId } from '../core/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { Workflow } from '../ports/workflow.ts';

export interface RelayPorts {
  readonly denials: DenialStore;
  readonly workflow: Workflow;
  readonly clock: Clock;
}

/** Which execution a wait or message belongs to. */
export interface ExecutionOf {
  readonly denialId: DenialId;
  readonly level: number;
  readonly attempt: number;
}

/** Carries one outbox message to the workflow and marks it. Any number of times, in any order, gives the same. */
export async function relayOutbox(message: OutboxMessage, ports: RelayPorts): Promise<void> {
  const { denialId, level, attempt } = message;
  switch (message.kind) {
    case 'start':
      await ports.workflow.start({ denialId, level, attempt });
      break;
    case 'resume':
      await settleWaits({ denialId: denialId as DenialId, level, attempt }, ports);
      break;
  }
  await ports.denials.markRelayed(message);
}

/**
 * Wakes an execution whose wait no longer fits the denial. It looks at how things stand, not at what has happened:
 * the decision and the token may come in either order, and whichever comes second finds both.
 */
export async function settleWaits(execution: ExecutionOf, ports: RelayPorts): Promise<{ resumed: number }> {
  const { denials, workflow, clock } = ports;
  const { denialId, level, attempt } = execution;
  const waits = await denials.waits(denialId, level, attempt);
  const open = waits.filter((wait) => wait.resumedAt === null);
  if (open.length === 0) return { resumed: 0 };
  // Read after the waits: a decision made between the two reads is then seen, or its own message sees the wait.
  const denial = await denials.read(denialId);
  if (denial === null) return { resumed: 0 };
  const isCurrent = denial.level === level && denial.attempt === attempt;
  // An execution that another has replaced ends.
  const next = isCurrent ? workflowStepOf(denial) : 'done';
  let resumed = 0;
  for (const wait of open) {
    if (wait.step === next) continue;
    // A stale token is marked like a used one: it opens nothing any more.
    if ((await workflow.resume(wait.token, { next, version: denial.version })) === 'resumed') resumed += 1;
    await denials.markResumed(wait, clock.now());
  }
  return { resumed };
}
