import type { WriteOffBatch } from '../core/write-off/batch.ts';

/** Batches of write-offs for the billing system, by practice. What is sealed never changes. */
export interface WriteOffBatches {
  /** Keeps an open batch; nothing happens where one of this id is there, open or sealed. */
  begin(batch: WriteOffBatch): Promise<void>;
  /** Those that were begun and not sealed: somebody is at it, or died over it. */
  open(practiceId: string): Promise<readonly WriteOffBatch[]>;
  /** Seals an open batch; a second time is a no-op. */
  seal(batch: WriteOffBatch): Promise<void>;
  read(practiceId: string, batchId: string): Promise<WriteOffBatch | null>;
  /** Sealed ones, the newest first. */
  list(practiceId: string): Promise<readonly WriteOffBatch[]>;
}
