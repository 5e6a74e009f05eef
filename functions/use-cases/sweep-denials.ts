import { changeDenial } from '../core/denial/change.ts';
import type { Denial } from '../core/denial/denial.ts';
import { wakeOnOf } from '../core/denial/reminders.ts';
import { type FindingKind, sweepFinding } from '../core/denial/sweep-finding.ts';
import { secondsAfter } from '../core/time/instant.ts';
import { InFlight } from './in-flight.ts';
import { type RelayPorts, relayOutbox } from './relay-outbox.ts';
import { findLoss, replaceBroken, replaceExecution } from './replace-execution.ts';

export interface SweepPorts extends RelayPorts {
  /** Milliseconds until the caller is stopped from outside. */
  readonly timeLeftMs: () => number;
}

/** What one sweep did: counts only. */
export type SweepCounts = Record<'looked' | FindingKind | 'replaced' | 'relayed' | 'left' | 'failed', number>;

const SHARDS = [0, 1, 2, 3, 4, 5, 6, 7];
const PAGE = 100;

// As many as a pool of connections has; more would wait for one another.
const AT_ONCE = 32;

// The stream delivers within a second; after this long a message was lost and is carried by hand.
const RELAY_OVERDUE_SECONDS = 5 * 60;

// A sweep comes every quarter of an hour. What broke earlier than a day ago waits for the denial's own next look.
const BROKEN_WITHIN_SECONDS = 24 * 60 * 60;

// Step Functions answers 300 such questions at once and then 15 a second.
const MOST_ASKED = 1_000;

// What is left waits for the next sweep, a quarter of an hour later.
const STOP_AT_MS = 10_000;

/**
 * Carries outbox messages that were left lying, replaces executions that broke off, and looks at every denial whose day
 * has come. Idempotent: a sweep that is cut off or runs twice raises nothing twice. One bad record never hides the
 * others; they are counted as failed.
 */
export async function sweepDenials(ports: SweepPorts): Promise<SweepCounts> {
  const sweep = new Sweep(ports);
  for (const shard of SHARDS) await sweep.relayOverdue(shard);
  await sweep.replaceBroken();
  for (const shard of SHARDS) await sweep.lookAtDue(shard);
  return sweep.counts;
}

class Sweep {
  readonly counts: SweepCounts = {
    looked: 0,
    payersAwaited: 0,
    reminded: 0,
    escalated: 0,
    pastLastDay: 0,
    documentsReminded: 0,
    notConfigured: 0,
    answersOverdue: 0,
    holdsOver: 0,
    pendsEnded: 0,
    replaced: 0,
    relayed: 0,
    left: 0,
    failed: 0,
  };
  readonly #ports: SweepPorts;
  #asked = 0;

  constructor(ports: SweepPorts) {
    this.#ports = ports;
  }

  async relayOverdue(shard: number): Promise<void> {
    const { denials, clock } = this.#ports;
    const writtenBefore = secondsAfter(clock.now(), -RELAY_OVERDUE_SECONDS);
    for (;;) {
      const overdue = await denials.pendingOutbox({ shard, writtenBefore, limit: PAGE });
      const failedBefore = this.counts.failed;
      await this.#eachOf(overdue, async (message) => {
        await relayOutbox(message, this.#ports);
        this.counts.relayed += 1;
      });
      // What failed stays in the list, and would be read again and again.
      if (overdue.length < PAGE || this.counts.failed > failedBefore || this.#isTimeUp()) return;
    }
  }

  async replaceBroken(): Promise<void> {
    const { workflow, clock } = this.#ports;
    for await (const page of workflow.broken(secondsAfter(clock.now(), -BROKEN_WITHIN_SECONDS))) {
      await this.#eachOf(page, async (execution) => {
        if (await replaceBroken(execution, this.#ports)) this.counts.replaced += 1;
      });
      if (this.#isTimeUp()) return;
    }
  }

  async lookAtDue(shard: number): Promise<void> {
    const { denials, clock } = this.#ports;
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof denials.due>> = await denials.due({
        shard,
        onOrBefore: clock.today(),
        limit: PAGE,
        cursor,
      });
      await this.#eachOf(page.items, (denial) => this.#lookAt(denial));
      cursor = page.cursor;
    } while (cursor !== null && !this.#isTimeUp());
  }

  async #lookAt(denial: Denial): Promise<void> {
    const { clock, denials } = this.#ports;
    this.counts.looked += 1;
    const today = clock.today();
    const finding = sweepFinding(denial, today, clock.now());
    // A task that is raised every week says nothing of the execution.
    if (finding === null || finding.kind === 'notConfigured') {
      const loss = await findLoss(denial, this.#ports, () => this.#mayAsk());
      if (loss === 'not_asked') {
        this.counts.left += 1;
        return;
      }
      if (loss !== null) {
        if (await replaceExecution(denial, loss, this.#ports)) this.counts.replaced += 1;
        return;
      }
    }
    const found = { ...denial, ...finding?.patch };
    const wakeOn = wakeOnOf(found, today, finding?.kind === 'notConfigured');
    if (finding === null && wakeOn === denial.wakeOn) return;
    const { patch, type, detail } = finding ?? { patch: {}, type: 'DenialLookedAt', detail: {} };
    const change = changeDenial(
      denial,
      { ...patch, wakeOn },
      { type, actor: { kind: 'system', part: 'sweep' }, at: clock.now(), detail },
    );
    // Somebody was faster: their change has set the day anew.
    if ((await denials.change(change)).kind === 'conflict') return;
    if (finding !== null) this.counts[finding.kind] += 1;
  }

  #mayAsk(): boolean {
    this.#asked += 1;
    return this.#asked <= MOST_ASKED;
  }

  async #eachOf<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
    const running = new InFlight(AT_ONCE);
    for (const item of items) {
      if (this.#isTimeUp()) {
        this.counts.left += 1;
        continue;
      }
      await running.add(() => this.#counted(() => task(item)));
    }
    await running.drain();
  }

  async #counted(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch {
      // The next sweep tries again; the handler makes a failure of the count, which the alarm sees.
      this.counts.failed += 1;
    }
  }

  #isTimeUp(): boolean {
    return this.#ports.timeLeftMs() < STOP_AT_MS;
  }
}
