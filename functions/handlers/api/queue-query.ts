import * as z from 'zod';
import type { PracticeId } from '../../core/ids.ts';
import type { FeedCursor } from '../../use-cases/read-queue-view.ts';

/** Which rows of the queue a read is about. */
export const scopeQuery = {
  scope: z.enum(['open', 'history_review']).default('open'),
  practice: z
    .string()
    .min(1)
    .max(80)
    .transform((id) => id as PracticeId)
    .nullable()
    .default(null),
};

const CURSOR = /^(\d{1,9})@(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

/** A cursor of the change feed, as snapshots and changes give it. */
export const feedCursorQuery = z
  .string()
  .regex(CURSOR)
  .transform((text): FeedCursor => {
    const [, generation, at] = CURSOR.exec(text) ?? [];
    return { generation: Number(generation), at: at ?? '' };
  });

export function feedCursorText({ generation, at }: FeedCursor): string {
  return `${generation}@${at}`;
}
