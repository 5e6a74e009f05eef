import type { WriteOffBatch } from '../../core/write-off/batch.ts';
import type { WriteOffBatches } from '../../ports/write-off-batches.ts';

export class MemoryWriteOffBatches implements WriteOffBatches {
  readonly #batches = new Map<string, WriteOffBatch>();

  async begin(batch: WriteOffBatch): Promise<void> {
    const key = keyOf(batch.practiceId, batch.batchId);
    if (!this.#batches.has(key)) this.#batches.set(key, batch);
  }

  async open(practiceId: string): Promise<readonly WriteOffBatch[]> {
    return this.#of(practiceId, 'open');
  }

  async seal(batch: WriteOffBatch): Promise<void> {
    const key = keyOf(batch.practiceId, batch.batchId);
    if (this.#batches.get(key)?.state === 'open') this.#batches.set(key, batch);
  }

  async read(practiceId: string, batchId: string): Promise<WriteOffBatch | null> {
    return this.#batches.get(keyOf(practiceId, batchId)) ?? null;
  }

  async list(practiceId: string): Promise<readonly WriteOffBatch[]> {
    return this.#of(practiceId, 'sealed').toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  #of(practiceId: string, state: WriteOffBatch['state']): readonly WriteOffBatch[] {
    return [...this.#batches.values()].filter(
      (batch) => batch.practiceId === practiceId && batch.state === state,
    );
  }
}

const keyOf = (practiceId: string, batchId: string) => `${practiceId}#${batchId}`;
