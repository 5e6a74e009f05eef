import type { IdempotencyStore, StoredAnswer } from '../../ports/idempotency.ts';

/** Answers by user and key, in memory; nothing expires. */
export class MemoryIdempotency implements IdempotencyStore {
  readonly #answers = new Map<string, StoredAnswer>();

  async find(userId: string, key: string): Promise<StoredAnswer | null> {
    return this.#answers.get(JSON.stringify([userId, key])) ?? null;
  }

  async keep(userId: string, key: string, answer: StoredAnswer): Promise<void> {
    const id = JSON.stringify([userId, key]);
    if (!this.#answers.has(id)) this.#answers.set(id, answer);
  }
}
