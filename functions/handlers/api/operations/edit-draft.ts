import * as z from 'zod';
import { editDraft as edit } from '../../../use-cases/edit-draft.ts';
import { denialAct } from '../denial-act.ts';

const MAX_PASSAGES = 40;

export const editDraft = denialAct({
  id: 'editDraft',
  method: 'PUT',
  path: '/api/denials/{denialId}/draft',
  summary: 'Writes passages: a new draft and a new letter. An empty text goes back to the template’s words',
  body: z.strictObject({
    passages: z
      .record(z.string(), z.string())
      .refine((passages) => Object.keys(passages).length <= MAX_PASSAGES, 'There are too many passages.'),
  }),
  problems: ['NOT_IN_THIS_STATE', 'PASSAGE_REFUSED', 'TEMPLATE_CHANGED'],
  act: edit,
});
