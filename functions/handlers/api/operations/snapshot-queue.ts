import * as z from 'zod';
import { readQueueView } from '../../../use-cases/read-queue-view.ts';
import { queueColumnsAnswer, queueColumnsOf } from '../answers/queue-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { feedCursorText, viewQuery } from '../queue-query.ts';

/** A list that nobody reads to its end; the browser sorts and filters what it is given. */
const MOST_ROWS = 20_000;

export const snapshotQueue = operation({
  id: 'snapshotQueue',
  method: 'GET',
  path: '/api/queue/snapshot',
  summary:
    'All open work within reach, column by column, the most pressing first: up to 20,000 rows and how many there are in all. No names, birth dates, member ids or dates of service',
  params: nothing,
  query: z.strictObject(viewQuery),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.strictObject({
      asOf: z.iso.date(),
      cursor: z.string().describe('Where GET /api/queue/changes goes on'),
      total: z.int().describe('Rows that there are; `columns` holds the most pressing of them'),
      columns: queueColumnsAnswer,
    }),
  },
  problems: ['NOT_FOUND'],
  async handle(ports, { user, query }) {
    return outcomeOfRead(
      await readQueueView(ports, user, 'snapshot_queue', query),
      ({ asOf, cursor, rows }) => ({
        body: {
          asOf,
          cursor: feedCursorText(cursor),
          total: rows.length,
          columns: queueColumnsOf(rows.slice(0, MOST_ROWS)),
        },
      }),
    );
  },
});
