import * as z from 'zod';
import { stateSchema } from '../../core/denial/lifecycle.ts';
import type { QueueCursor } from '../../use-cases/list-queue.ts';
import { practiceParameter } from './practice-parameter.ts';

/** A position in a list as a client carries it: it means nothing to anybody else. */
export function cursorOf(position: string | null): string | null {
  return position === null ? null : Buffer.from(position).toString('base64url');
}

/** The `cursor` of a list that is read page by page. One character alone would stand for no position. */
export const cursorParameter = z
  .string()
  .regex(/^[A-Za-z0-9_-]{2,2000}$/)
  .transform((cursor) => Buffer.from(cursor, 'base64url').toString('utf8'))
  .optional();

/** The query of a list of the ledger. */
export const ledgerQuery = z.strictObject({
  cursor: cursorParameter,
  only: z.literal('exceptions').optional(),
});

export const nextCursorAnswer = z.string().nullable().describe('Of the next page; null after the last');

const queueCursorSchema = z.strictObject({
  practiceId: practiceParameter,
  state: z.enum([...stateSchema.options, 'history_review', 'document_requests']),
  within: z.string().max(200).nullable(),
});

export function queueCursorOf(cursor: QueueCursor | null): string | null {
  return cursor === null ? null : cursorOf(JSON.stringify(cursor));
}

/** The `cursor` of a list that goes through the queue. */
export const queueCursorParameter = z
  .string()
  .max(2000)
  .transform((cursor): unknown => {
    try {
      return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    } catch {
      return null;
    }
  })
  .pipe(queueCursorSchema)
  .optional();
