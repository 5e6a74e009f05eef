import {
  ABANDONED_AFTER_SECONDS,
  type Begun,
  type IdempotencyStore,
  type StoredAnswer,
} from '../../ports/idempotency.ts';

interface Kept {
  readonly requestSha256: string;
  readonly begunAt: string;
  readonly answer: StoredAnswer | null;
}

/** Answers by user and key, in memory; nothing expires. */
export class MemoryIdempotency implements IdempotencyStore {
  readonly #kept = new Map<string, Kept>();

  async begin(userId: string, key: string, requestSha256: string, at: string): Promise<Begun> {
    const id = JSON.stringify([userId, key]);
    const kept = this.#kept.get(id);
    if (kept !== undefined && kept.answer !== null) return { kind: 'answered', answer: kept.answer };
    const isAbandoned =
      kept !== undefined && Date.parse(at) - Date.parse(kept.begunAt) > ABANDONED_AFTER_SECONDS * 1000;
    if (kept !== undefined && !isAbandoned) return { kind: 'in_progress', requestSha256: kept.requestSha256 };
    this.#kept.set(id, { requestSha256, begunAt: at, answer: null });
    return { kind: 'begun' };
  }

  async keep(userId: string, key: string, answer: StoredAnswer, at: string): Promise<void> {
    const { requestSha256 } = answer;
    this.#kept.set(JSON.stringify([userId, key]), { requestSha256, begunAt: at, answer });
  }

  async release(userId: string, key: string): Promise<void> {
    const id = JSON.stringify([userId, key]);
    if (this.#kept.get(id)?.answer === null) this.#kept.delete(id);
  }
}
