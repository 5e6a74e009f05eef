import { changeDenial } from '../core/denial/change.ts';
import type { Denial } from '../core/denial/denial.ts';
import { workflowStepOf } from '../core/denial/lifecycle.ts';
import { BEING_ROUTED } from '../core/denial/next-action.ts';
import { wakeOnOf } from '../core/denial/reminders.ts';
import { isInHistoryReview } from '../core/history/history-review.ts';
import type { DenialId } from '../core/ids.ts';
import { secondsAfter } from '../core/time/instant.ts';
import type { Execution } from '../ports/workflow.ts';
import { type RelayPorts, settleWaits } from './relay-outbox.ts';

/** What is wrong between a record and its execution. */
export type Loss =
  /** It failed, timed out, was stopped, or there never was one. */
  | 'execution_gone'
  /** It runs and waits, but for a token that is not on file: nothing could ever wake it. */
  | 'token_lost'
  /** It has had the next move for far longer than any step takes. */
  | 'execution_stuck';

// The stream delivers within a second, and the retries of a step take four minutes.
const PATIENCE_SECONDS = 5 * 60;
const STUCK_AFTER_SECONDS = 15 * 60;
// Five minutes doubled eight times is most of a day.
const MOST_DOUBLINGS = 8;

/**
 * Whether the record and its execution still belong together: a wait on file for the step that the record is at, or a
 * running execution that has the move. Null = they do, or it is too early to say.
 *
 * @param mayAsk whether Step Functions may be asked: its DescribeExecution is limited to some 15 a second.
 */
export async function findLoss(
  denial: Denial,
  ports: RelayPorts,
  mayAsk: () => boolean,
): Promise<Loss | 'not_asked' | null> {
  if (!hasExecution(denial) || isYoung(denial, PATIENCE_SECONDS * pauses(denial.attempt), ports)) return null;
  const { denialId, level, attempt } = denial;
  const step = denial.nextAction === BEING_ROUTED ? 'enter' : workflowStepOf(denial);
  const isWaiting = step === 'wait_for_person' || step === 'wait_for_payer';
  if (isWaiting) {
    const open = (await ports.denials.waits(denialId, level, attempt)).filter((w) => w.resumedAt === null);
    const fits = open.some((wait) => wait.step === step);
    // It waits for something else: the message that would have woken it was lost.
    if (!fits && open.length > 0) {
      const { resumed } = await settleWaits({ denialId, level, attempt }, ports);
      return resumed > 0 ? null : 'token_lost';
    }
    if (!fits) return 'token_lost';
  }
  if (!mayAsk()) return 'not_asked';
  if (!(await ports.workflow.isRunning({ denialId, level, attempt }))) return 'execution_gone';
  return !isWaiting && !isYoung(denial, STUCK_AFTER_SECONDS * pauses(attempt), ports)
    ? 'execution_stuck'
    : null;
}

/** An execution that is known to have broken off: replaced at once if it is still the record's own. */
export async function replaceBroken(execution: Execution, ports: RelayPorts): Promise<boolean> {
  const denial = await ports.denials.read(execution.denialId as DenialId);
  if (denial === null || !hasExecution(denial)) return false;
  if (denial.level !== execution.level || denial.attempt !== execution.attempt) return false;
  // The first is replaced at once. What breaks again and again is a bug that the alarm tells of.
  const pause = denial.attempt === 1 ? 0 : PATIENCE_SECONDS * pauses(denial.attempt - 1);
  return !isYoung(denial, pause, ports) && replaceExecution(denial, 'execution_gone', ports);
}

/** Starts the next attempt of the same level, which reads from the record where it stands. False when overtaken. */
export async function replaceExecution(denial: Denial, loss: Loss, ports: RelayPorts): Promise<boolean> {
  const attempt = denial.attempt + 1;
  const change = changeDenial(
    denial,
    { attempt, wakeOn: wakeOnOf(denial, ports.clock.today()) },
    {
      type: 'ExecutionReplaced',
      actor: { kind: 'system', part: 'sweep' },
      at: ports.clock.now(),
      detail: { attempt, loss },
    },
  );
  return (await ports.denials.change(change)).kind === 'changed';
}

function hasExecution(denial: Denial): boolean {
  return denial.state !== 'closed' && denial.followUp === null && !isInHistoryReview(denial);
}

function isYoung({ changedAt }: Denial, seconds: number, { clock }: RelayPorts): boolean {
  return changedAt > secondsAfter(clock.now(), -seconds);
}

/** Twice as long at each attempt. */
function pauses(attempt: number): number {
  return 2 ** Math.min(attempt - 1, MOST_DOUBLINGS);
}
