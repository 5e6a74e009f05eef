import * as z from 'zod';
import { writeNote as write } from '../../../use-cases/write-note.ts';
import { denialAct } from '../denial-act.ts';
import { writtenReason } from '../operation.ts';

export const writeNote = denialAct({
  id: 'writeNote',
  method: 'POST',
  path: '/api/denials/{denialId}/notes',
  summary: 'Adds a note to the timeline, in any state; it is never changed or removed',
  body: z.strictObject({ note: writtenReason }),
  act: write,
});
