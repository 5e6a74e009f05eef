import type { Denial, DenialEvent, Draft, OutboxMessage } from '../core/denial/denial.ts';
import type { State } from '../core/denial/lifecycle.ts';
import type { DenialId, PracticeId } from '../core/ids.ts';
import type { StoredClaimPayment } from './remittance-store.ts';

/** Record, audit event and outbox are one transaction: all or none (DESIGN section 4). */
export interface DenialChange {
  readonly before: Denial;
  /** version = before.version + 1, lastEventHash = event.hash. */
  readonly after: Denial;
  readonly event: DenialEvent;
  readonly outbox: readonly OutboxMessage[];
  /** A new draft version, written in the same transaction. */
  readonly draft?: Draft;
}

export type ChangeResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'conflict'; readonly current: Denial };

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; null at the end. */
  readonly cursor: string | null;
}

/** A registered wait of an execution. The token is a credential: never logged, never sent to a browser. */
export interface Wait {
  readonly denialId: DenialId;
  readonly level: number;
  readonly attempt: number;
  readonly number: number;
  /** What the machine waits for: it is resumed once the denial's own step is another one. */
  readonly step: 'wait_for_person' | 'wait_for_payer';
  readonly token: string;
  readonly resumedAt: string | null;
}

/**
 * A list of work: that of a state, or
 * `history_review`: what came as history and nobody has looked at. It stands in no list of a state.
 * `write_offs_to_post`: what is written off and in no batch for the billing system.
 * `document_requests`: what somebody is to bring a document for, beside the list of its state; those that collect
 * documents are not in it.
 */
export type WorkList = State | 'history_review' | 'write_offs_to_post' | 'document_requests';

export interface DenialStore {
  /** Stores claim payment, denial, first event and outbox in one transaction; a second time is a no-op. */
  open(opening: {
    readonly claimPayment: StoredClaimPayment;
    readonly denial: Denial;
    readonly event: DenialEvent;
    readonly outbox: readonly OutboxMessage[];
  }): Promise<'opened' | 'already_open'>;
  /** Stores a follow-up and its first event in one transaction; a second time is a no-op. */
  openFollowUp(opening: {
    readonly denial: Denial;
    readonly event: DenialEvent;
  }): Promise<'opened' | 'already_open'>;
  read(denialId: DenialId): Promise<Denial | null>;
  /** Conditional on before.version. */
  change(change: DenialChange): Promise<ChangeResult>;
  /** Open work of one practice and state, soonest sendBy first ("not configured" on top). */
  listQueue(query: {
    readonly practiceId: PracticeId;
    readonly state: WorkList;
    readonly limit: number;
    readonly cursor: string | null;
  }): Promise<Page<Denial>>;
  /** Oldest first. */
  events(denialId: DenialId): Promise<readonly DenialEvent[]>;
  draft(denialId: DenialId, level: number, number: number): Promise<Draft | null>;
  /** Every draft of a level, oldest first. */
  drafts(denialId: DenialId, level: number): Promise<readonly Draft[]>;
  waits(denialId: DenialId, level: number, attempt: number): Promise<readonly Wait[]>;
  markResumed(wait: Wait, at: string): Promise<void>;
  /** Denials whose wakeOn is on or before the day, one shard (0-7) at a time. */
  due(query: {
    readonly shard: number;
    readonly onOrBefore: string;
    readonly limit: number;
    readonly cursor: string | null;
  }): Promise<Page<Denial>>;
  /** Outbox messages not yet relayed, one shard at a time, written before the instant. */
  pendingOutbox(query: {
    readonly shard: number;
    readonly writtenBefore: string;
    readonly limit: number;
  }): Promise<readonly OutboxMessage[]>;
  markRelayed(message: OutboxMessage): Promise<void>;
}
