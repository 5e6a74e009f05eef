import * as z from 'zod';
import { writeNote as write } from '../../../use-cases/write-note.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation, writtenReason } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

export const writeNote = operation({
  id: 'writeNote',
  method: 'POST',
  path: '/api/denials/{denialId}/notes',
  summary: 'Adds a note to the timeline, in any state; it is never changed or removed',
  params: denialParams,
  query: nothing,
  body: z.strictObject({ note: writtenReason }),
  writes: true,
  answers: { 200: denialAnswer },
  async handle(ports, { user, params, expectedVersion, body }) {
    return outcomeOfAct(ports, user, await write(ports, { user, ...params, expectedVersion, ...body }));
  },
});
