import * as z from 'zod';
import { readQueueChanges } from '../../../use-cases/read-queue-view.ts';
import { queueRowAnswer, queueRowView } from '../answers/queue-answer.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';
import { feedCursorQuery, feedCursorText, scopeQuery } from '../queue-query.ts';

export const listQueueChanges = operation({
  id: 'listQueueChanges',
  method: 'GET',
  path: '/api/queue/changes',
  summary:
    'What became of the queue since a cursor of its snapshot: rows as they are now, null for those that left it. The same change may come twice',
  params: nothing,
  query: z.strictObject({ ...scopeQuery, cursor: feedCursorQuery }),
  body: z.unknown(),
  writes: false,
  answers: {
    200: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('changes'),
        asOf: z.iso.date(),
        cursor: z.string().describe('Of the next call'),
        changes: z.array(z.strictObject({ denialId: z.string(), row: queueRowAnswer.nullable() })).readonly(),
      }),
      z.strictObject({
        kind: z.literal('reload').describe('Too much has changed, or too long ago: take a new snapshot'),
      }),
    ]),
  },
  async handle(ports, { user, query }) {
    return outcomeOfRead(await readQueueChanges(ports, user, query), (found) => ({
      body:
        found.kind === 'reload'
          ? found
          : {
              ...found,
              cursor: feedCursorText(found.cursor),
              changes: found.changes.map(({ denialId, row }) => ({
                denialId,
                row: row && queueRowView(row),
              })),
            },
    }));
  },
});
