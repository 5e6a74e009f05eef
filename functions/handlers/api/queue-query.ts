import * as z from 'zod';
import type { FeedCursor } from '../../use-cases/read-queue-view.ts';
import { practiceQuery } from './practice-parameter.ts';

/** A view that was saved, or one of the built-in ones. */
export const anyViewId = z.string().regex(/^([0-9a-f]{32}|[a-z][a-z0-9-]{2,40})$/);

/** Which rows of the queue a read is about. */
export const scopeQuery = {
  scope: z.enum(['open', 'history_review']).default('open'),
  practice: practiceQuery,
};

const CURSOR = /^(\d{1,9})@(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/;

/** A cursor of the change feed, as snapshots and changes give it. */
export const feedCursorQuery = z
  .string()
  .regex(CURSOR)
  .refine((text) => !Number.isNaN(Date.parse(CURSOR.exec(text)?.[2] ?? '')), 'Give a cursor as it was given.')
  .transform((text): FeedCursor => {
    const [, generation, at] = CURSOR.exec(text) ?? [];
    return { generation: Number(generation), at: at ?? '' };
  });

export function feedCursorText({ generation, at }: FeedCursor): string {
  return `${generation}@${at}`;
}

/** {@link scopeQuery}, of the rows that a view is about. */
export const viewQuery = {
  ...scopeQuery,
  view: anyViewId.nullable().default(null).describe('Only the rows that this view is about'),
};
