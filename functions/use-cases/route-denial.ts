import { mayAct } from '../core/access/may-act.ts';
import { type AssignmentRule, assignmentRulesFor } from '../core/assignment/assignment-rule.ts';
import { autoPostWriteOff } from '../core/denial/auto-post-write-off.ts';
import type { Actor, Denial } from '../core/denial/denial.ts';
import { firstStateOf } from '../core/denial/lifecycle.ts';
import { BEING_ROUTED, nextActionOf } from '../core/denial/next-action.ts';
import { isOurMove } from '../core/denial/our-move.ts';
import type { Settings } from '../ports/settings.ts';
import {
  runTask,
  type TaskChange,
  type TaskInput,
  type TaskOutput,
  type TaskPorts,
} from './workflow-task.ts';

/**
 * The workflow's `Enter`: moves a new denial to the first state of its route, or says where a known one stands.
 * After a wait that timed out it says so on the denial, which also gives the next wait a version of its own.
 */
export async function routeDenial(
  task: TaskInput & { readonly timedOut?: true | undefined },
  ports: TaskPorts & { readonly settings: Settings },
): Promise<TaskOutput> {
  const { autoPostWriteOffUpToCents, assignment = [] } = await ports.settings.organisation();
  let timeoutSeenAt: number | null = null;
  return runTask(ports, task, async (denial) => {
    if (isBeingRouted(denial)) {
      const assigned = await assignedTo(denial, assignment, ports.settings);
      const today = ports.clock.today();
      return routing(denial, autoPostWriteOffUpToCents, ports.clock.now(), today, assigned);
    }
    // A later version means that it is recorded, or that somebody has acted meanwhile.
    if (task.timedOut !== true || (timeoutSeenAt !== null && denial.version > timeoutSeenAt)) return null;
    timeoutSeenAt = denial.version;
    return waitTimedOut(denial);
  });
}

function isBeingRouted(denial: Denial): boolean {
  return denial.state === 'needs_review' && denial.nextAction === BEING_ROUTED;
}

/** The first rule that fits and names somebody who may work on it; null leaves the denial in the queue, or with its owner. */
async function assignedTo(
  denial: Denial,
  rules: readonly AssignmentRule[],
  settings: Settings,
): Promise<AssignmentRule | null> {
  if (denial.assignee !== null) return null;
  for (const rule of assignmentRulesFor(denial, rules)) {
    const person = await settings.user(rule.assignee);
    if (person !== null && mayAct(person, 'take', denial).allowed) return rule;
  }
  return null;
}

function routing(
  denial: Denial,
  autoPostUpToCents: number,
  at: string,
  today: string,
  assigned: AssignmentRule | null,
): TaskChange {
  const { route, decision } = denial;
  const actor: Actor = {
    kind: 'rule',
    ruleId: decision.ruleId,
    rulebookVersion: decision.rulebookVersion,
  };
  const posted = autoPostWriteOff(denial, autoPostUpToCents, at, today);
  if (posted !== null) {
    return {
      part: 'enter',
      actor,
      type: 'WriteOffPosted',
      patch: posted,
      detail: {
        amountCents: denial.amountCents,
        openClocks: posted.writeOff?.acknowledgedClocks.length ?? 0,
      },
    };
  }
  return {
    part: 'enter',
    actor,
    type: 'DenialRouted',
    patch: {
      state: firstStateOf(route),
      nextAction: nextActionOf(route, decision.mechanism),
      ...(assigned !== null && { assignee: assigned.assignee }),
    },
    detail: {
      route,
      mechanism: decision.mechanism,
      ...(assigned !== null && { assignedBy: assigned.id, assignee: assigned.assignee }),
    },
  };
}

const WAITED = 'Nobody acted for 30 days: ';

function waitTimedOut({ state, nextAction }: Denial): TaskChange {
  const stillOurs = isOurMove({ state });
  return {
    part: 'enter',
    type: 'WaitTimedOut',
    patch: {
      nextAction: stillOurs
        ? `${WAITED}${nextAction.replace(WAITED, '')}`
        : 'The payer has not answered in time: ask for the status and record the answer.',
    },
    detail: { waitedFor: stillOurs ? 'person' : 'payer' },
  };
}
