import {
  type Denial,
  type DenialEvent,
  type Draft,
  denialEventSchema,
  denialSchema,
  draftSchema,
  type OutboxMessage,
} from '../../core/denial/denial.ts';
import { isAskedForBeside } from '../../core/documents/checklist.ts';
import { queueListOf } from '../../core/history/history-review.ts';
import { isToPost } from '../../core/write-off/batch.ts';
import type { DenialStore, Page, Wait, WorkList } from '../../ports/denial-store.ts';
import { shardOf } from '../dynamodb/keys.ts';

interface Pending {
  readonly message: OutboxMessage;
  readonly writtenAt: string;
  relayed: boolean;
}

/** The denial store in memory: same contract, same order, same conflicts. Everything passes through its schema. */
export class MemoryDenialStore implements DenialStore {
  readonly #denials = new Map<string, Denial>();
  readonly #events = new Map<string, DenialEvent[]>();
  readonly #drafts = new Map<string, Draft>();
  readonly #waits = new Map<string, Wait>();
  readonly #outbox = new Map<string, Pending>();
  readonly #putClaimPayments: (
    payments: readonly Parameters<DenialStore['open']>[0]['claimPayment'][],
  ) => unknown;

  /** @param remittances where the claim payment of a new denial goes in the same transaction. */
  constructor(remittances: {
    storeNow(payments: readonly Parameters<DenialStore['open']>[0]['claimPayment'][]): unknown;
  }) {
    this.#putClaimPayments = (payments) => remittances.storeNow(payments);
  }

  async open({ claimPayment, denial, event, outbox }: Parameters<DenialStore['open']>[0]) {
    if (this.#denials.has(denial.denialId)) return 'already_open' as const;
    this.#putClaimPayments([claimPayment]);
    this.#write(denial, event, outbox);
    return 'opened' as const;
  }

  async openFollowUp({ denial, event }: Parameters<DenialStore['openFollowUp']>[0]) {
    if (this.#denials.has(denial.denialId)) return 'already_open' as const;
    this.#write(denial, event, []);
    return 'opened' as const;
  }

  async read(denialId: string): Promise<Denial | null> {
    return this.#denials.get(denialId) ?? null;
  }

  async change({ before, after, event, outbox, draft }: Parameters<DenialStore['change']>[0]) {
    const current = this.#denials.get(before.denialId);
    if (current === undefined) throw new Error('A denial that was read is not there any more.');
    if (current.version !== before.version) return { kind: 'conflict', current } as const;
    this.#write(after, event, outbox);
    if (draft !== undefined) this.#drafts.set(draftKey(draft), draftSchema.parse(structuredClone(draft)));
    return { kind: 'changed' } as const;
  }

  async listQueue({ practiceId, state, limit, cursor }: Parameters<DenialStore['listQueue']>[0]) {
    const open = [...this.#denials.values()].filter((d) => d.practiceId === practiceId && isInList(d, state));
    return page(open, (d) => `${d.sendBy ?? '0000-00-00'}#${d.denialId}`, limit, cursor);
  }

  async due({ shard, onOrBefore, limit, cursor }: Parameters<DenialStore['due']>[0]) {
    const due = [...this.#denials.values()].filter(
      (d) => d.state !== 'closed' && shardOf(d.denialId) === shard && d.wakeOn <= onOrBefore,
    );
    return page(due, (d) => `${d.wakeOn}#${d.denialId}`, limit, cursor);
  }

  async events(denialId: string): Promise<readonly DenialEvent[]> {
    return [...(this.#events.get(denialId) ?? [])];
  }

  async draft(denialId: string, level: number, number: number): Promise<Draft | null> {
    return this.#drafts.get(draftKey({ denialId, level, number })) ?? null;
  }

  async drafts(denialId: string, level: number): Promise<readonly Draft[]> {
    return [...this.#drafts.values()]
      .filter((draft) => draft.denialId === denialId && draft.level === level)
      .sort((a, b) => a.number - b.number);
  }

  async waits(denialId: string, level: number, attempt: number): Promise<readonly Wait[]> {
    return [...this.#waits.values()]
      .filter((w) => w.denialId === denialId && w.level === level && w.attempt === attempt)
      .sort((a, b) => a.number - b.number);
  }

  async markResumed(wait: Wait, at: string): Promise<void> {
    const stored = this.#waits.get(waitKey(wait));
    if (stored === undefined) throw new Error('No such wait.');
    if (stored.resumedAt === null) this.#waits.set(waitKey(wait), { ...stored, resumedAt: at });
  }

  async pendingOutbox({ shard, writtenBefore, limit }: Parameters<DenialStore['pendingOutbox']>[0]) {
    return this.outbox()
      .filter((p) => !p.relayed && p.writtenAt < writtenBefore && shardOf(p.message.denialId) === shard)
      .sort((a, b) => (a.writtenAt < b.writtenAt ? -1 : 1))
      .slice(0, limit)
      .map((p) => p.message);
  }

  async markRelayed(message: OutboxMessage): Promise<void> {
    const pending = this.#outbox.get(outboxKey(message));
    if (pending === undefined) throw new Error('No such outbox message.');
    pending.relayed = true;
  }

  /** What the state machine does when it starts to wait. */
  registerWait(wait: Wait): void {
    this.#waits.set(waitKey(wait), wait);
  }

  /** Every outbox message ever written, in the order of writing: what the stream would carry. */
  outbox(): readonly Pending[] {
    return [...this.#outbox.values()];
  }

  all(): readonly Denial[] {
    return [...this.#denials.values()];
  }

  #write(denial: Denial, event: DenialEvent, outbox: readonly OutboxMessage[]): void {
    this.#denials.set(denial.denialId, denialSchema.parse(structuredClone(denial)));
    const events = this.#events.get(denial.denialId) ?? [];
    this.#events.set(denial.denialId, [...events, denialEventSchema.parse(structuredClone(event))]);
    for (const message of outbox) {
      this.#outbox.set(outboxKey(message), { message, writtenAt: event.at, relayed: false });
    }
  }
}

function isInList(denial: Denial, list: WorkList): boolean {
  switch (list) {
    case 'write_offs_to_post':
      return isToPost(denial);
    case 'document_requests':
      return isAskedForBeside(denial);
    default:
      return denial.state !== 'closed' && queueListOf(denial) === list;
  }
}

function page(
  denials: readonly Denial[],
  sortOf: (denial: Denial) => string,
  limit: number,
  cursor: string | null,
): Page<Denial> {
  const sorted = denials.toSorted((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
  const items = sorted.filter((d) => cursor === null || sortOf(d) > cursor).slice(0, limit);
  const last = items.at(-1);
  const more = last !== undefined && sorted.at(-1) !== last;
  return { items, cursor: more ? sortOf(last) : null };
}

const draftKey = (d: { denialId: string; level: number; number: number }) =>
  `${d.denialId}#${d.level}#${d.number}`;
const waitKey = (w: Wait) => `${w.denialId}#${w.level}#${w.attempt}#${w.number}`;
const outboxKey = (m: OutboxMessage) => `${m.denialId}#${m.version}#${m.kind}`;
