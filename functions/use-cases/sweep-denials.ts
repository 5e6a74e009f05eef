import { changeDenial } from '../core/denial/change.ts';
import type { Denial } from '../core/denial/denial.ts';
import { firstStateOf } from '../core/denial/lifecycle.ts';
import { nextActionOf } from '../core/denial/next-action.ts';
import { isOurMove, isSystemsMove, lastDayOf, reminderDue, wakeOnOf } from '../core/denial/reminders.ts';
import { isInHistoryReview } from '../core/history/history-review.ts';
import { secondsAfter } from '../core/time/instant.ts';
import { type RelayPorts, relayOutbox } from './relay-outbox.ts';

export interface SweepPorts extends RelayPorts {
  /** Milliseconds until the caller is stopped from outside. */
  readonly timeLeftMs: () => number;
}

/** What one sweep did: counts only. */
export interface SweepCounts {
  looked: number;
  reminded: number;
  pastLastDay: number;
  notConfigured: number;
  replaced: number;
  holdsOver: number;
  relayed: number;
  failed: number;
}

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7];
const PAGE = 50;

// The stream delivers within a second; after this long a message was lost and is carried by hand.
const RELAY_OVERDUE_SECONDS = 5 * 60;

// Five minutes doubled eight times is most of a day.
const MOST_DOUBLINGS = 8;

// What is left waits for the next sweep, a quarter of an hour later.
const STOP_AT_MS = 10_000;

/**
 * Looks at every denial whose day has come and at every outbox message that was left lying. Idempotent: a sweep that
 * is cut off or runs twice raises nothing twice. One bad record never hides the others; they are counted as failed.
 */
export async function sweepDenials(ports: SweepPorts): Promise<SweepCounts> {
  const counts: SweepCounts = {
    looked: 0,
    reminded: 0,
    pastLastDay: 0,
    notConfigured: 0,
    replaced: 0,
    holdsOver: 0,
    relayed: 0,
    failed: 0,
  };
  for (const shard of SHARDS) {
    await relayOverdue(shard, ports, counts);
    await lookAtDue(shard, ports, counts);
  }
  return counts;
}

async function relayOverdue(shard: number, ports: SweepPorts, counts: SweepCounts): Promise<void> {
  const writtenBefore = secondsAfter(ports.clock.now(), -RELAY_OVERDUE_SECONDS);
  const overdue = await ports.denials.pendingOutbox({ shard, writtenBefore, limit: PAGE });
  for (const message of overdue) {
    if (ports.timeLeftMs() < STOP_AT_MS) return;
    await counted(counts, async () => {
      await relayOutbox(message, ports);
      counts.relayed += 1;
    });
  }
}

async function lookAtDue(shard: number, ports: SweepPorts, counts: SweepCounts): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: { items: readonly Denial[]; cursor: string | null } = await ports.denials.due({
      shard,
      onOrBefore: ports.clock.today(),
      limit: PAGE,
      cursor,
    });
    for (const denial of page.items) {
      if (ports.timeLeftMs() < STOP_AT_MS) return;
      await counted(counts, () => lookAt(denial, ports, counts));
    }
    cursor = page.cursor;
  } while (cursor !== null);
}

async function counted(counts: SweepCounts, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch {
    // The next sweep tries again; the handler makes a failure of the count, which the alarm sees.
    counts.failed += 1;
  }
}

async function lookAt(denial: Denial, ports: SweepPorts, counts: SweepCounts): Promise<void> {
  counts.looked += 1;
  const finding = await findingOf(denial, ports);
  const today = ports.clock.today();
  const looked = { ...denial, ...finding.patch };
  const wakeOn = wakeOnOf(looked, today, finding.kind === 'notConfigured');
  if (finding.kind === 'nothing' && wakeOn === denial.wakeOn) return;
  const change = changeDenial(
    denial,
    { ...finding.patch, wakeOn },
    {
      type: finding.type,
      actor: { kind: 'system', part: 'sweep' },
      at: ports.clock.now(),
      ...(finding.detail !== undefined && { detail: finding.detail }),
    },
  );
  // Somebody was faster: their change has set the day anew.
  if ((await ports.denials.change(change)).kind === 'conflict') return;
  if (finding.kind !== 'nothing') counts[finding.kind] += 1;
}

interface Finding {
  readonly kind: 'reminded' | 'pastLastDay' | 'notConfigured' | 'replaced' | 'holdsOver' | 'nothing';
  readonly type: string;
  readonly patch: Partial<Pick<Denial, 'state' | 'nextAction' | 'lastReminder' | 'attempt'>>;
  readonly detail?: Readonly<Record<string, string | number | null>>;
}

async function findingOf(denial: Denial, ports: SweepPorts): Promise<Finding> {
  const today = ports.clock.today();
  if (isHoldOver(denial, today)) {
    return {
      kind: 'holdsOver',
      type: 'HoldPassed',
      patch: {
        state: 'needs_review',
        nextAction: 'The payer has not decided in time: ask for the status, and note what was said.',
      },
      detail: { dueOn: denial.followUp?.dueOn ?? null },
    };
  }
  const reminder = reminderDue(denial, today);
  const dates = { sendBy: denial.sendBy, lastDay: lastDayOf(denial.deadlines) };
  // A write-off that waits for its second person is being given up on purpose.
  if (reminder === 'past_last_day' && denial.state !== 'awaiting_second_person') {
    return {
      kind: 'pastLastDay',
      type: 'DeadlinePassed',
      patch: {
        state: 'needs_review',
        lastReminder: reminder,
        nextAction: `The last day to act was ${dates.lastDay}. ${lateActionOf(denial)}`,
      },
      detail: dates,
    };
  }
  if (reminder !== null) {
    return {
      kind: 'reminded',
      type: 'ReminderRaised',
      patch: { lastReminder: reminder },
      detail: { reminder, ...dates },
    };
  }
  const isListed = isInHistoryReview(denial);
  if (denial.followUp === null && !isListed && (await isExecutionLost(denial, ports))) {
    const attempt = denial.attempt + 1;
    return { kind: 'replaced', type: 'ExecutionReplaced', patch: { attempt }, detail: { attempt } };
  }
  if (isOurMove(denial) && !isListed && !isSystemsMove(denial) && denial.sendBy === null) {
    return { kind: 'notConfigured', type: 'DeadlineNotConfigured', patch: {}, detail: dates };
  }
  return { kind: 'nothing', type: 'DenialLookedAt', patch: {} };
}

function isHoldOver({ followUp, state }: Denial, today: string): boolean {
  const dueOn = followUp?.dueOn ?? null;
  return state === 'awaiting_payer' && dueOn !== null && dueOn <= today;
}

/** Only a person gives it up: there may be good cause for lateness (42 CFR 405.942(b)). */
function lateActionOf({ route, decision }: Denial): string {
  return firstStateOf(route) === 'needs_review'
    ? nextActionOf(route, decision.mechanism)
    : 'With good cause for being late, choose the route again and write the cause as the reason; without, choose write-off.';
}

/**
 * An open denial without a running execution, and long enough so that none is just being started. Twice as long at
 * each attempt: what fails again and again is a bug that the alarm tells of, not something to hammer on.
 */
async function isExecutionLost(denial: Denial, { workflow, clock }: SweepPorts): Promise<boolean> {
  const { denialId, level, attempt, changedAt } = denial;
  const patienceSeconds = RELAY_OVERDUE_SECONDS * 2 ** Math.min(attempt - 1, MOST_DOUBLINGS);
  if (changedAt > secondsAfter(clock.now(), -patienceSeconds)) return false;
  return !(await workflow.isRunning({ denialId, level, attempt }));
}
