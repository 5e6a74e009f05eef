import * as z from 'zod';
import type { WriteOffBatch } from '../../../core/write-off/batch.ts';
import { named } from '../components.ts';

/** One batch for the billing system, without its postings. */
export const writeOffBatchAnswer = named(
  'WriteOffBatch',
  z.strictObject({
    batchId: z.string(),
    practiceId: z.string(),
    createdAt: z.iso.datetime(),
    createdBy: z.string(),
    postings: z.int().nonnegative().describe('How many'),
    amountCents: z.int().nonnegative(),
  }),
);

export function writeOffBatchView({ batchId, practiceId, createdAt, createdBy, postings }: WriteOffBatch) {
  const amountCents = postings.reduce((sum, posting) => sum + posting.amountCents, 0);
  return { batchId, practiceId, createdAt, createdBy, postings: postings.length, amountCents };
}
