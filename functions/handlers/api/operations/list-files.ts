import * as z from 'zod';
import { listFiles as list } from '../../../use-cases/read-ledger.ts';
import { fileAnswer } from '../answers/ledger-answer.ts';
import { cursorOf, ledgerQuery, nextCursorAnswer } from '../cursor.ts';
import { fileView } from '../file-view.ts';
import { nothing, operation } from '../operation.ts';
import { outcomeOfRead } from '../outcomes.ts';

export const listFiles = operation({
  id: 'listFiles',
  method: 'GET',
  path: '/api/files',
  summary:
    'Files as they arrived, newest first: what became of each, and why; all, or only those that a person must look at',
  params: nothing,
  query: ledgerQuery,
  body: z.unknown(),
  writes: false,
  answers: { 200: z.strictObject({ files: z.array(fileAnswer).readonly(), cursor: nextCursorAnswer }) },
  async handle(ports, { user, query: { cursor = null, only } }) {
    const page = await list(ports, user, { after: cursor, onlyExceptions: only !== undefined });
    return outcomeOfRead(page, ({ items, next }) => ({
      body: {
        files: items.map((file) => fileView(file, { user, now: ports.clock.now() })),
        cursor: cursorOf(next),
      },
    }));
  },
});
