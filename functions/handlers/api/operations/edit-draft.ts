import * as z from 'zod';
import { editDraft as edit } from '../../../use-cases/edit-draft.ts';
import { denialAnswer } from '../answers/denial-answer.ts';
import { denialParams, nothing, operation } from '../operation.ts';
import { outcomeOfAct } from '../outcomes.ts';

const MAX_PASSAGES = 40;

export const editDraft = operation({
  id: 'editDraft',
  method: 'PUT',
  path: '/api/denials/{denialId}/draft',
  summary: 'Writes passages: a new draft and a new letter. An empty text goes back to the template’s words',
  params: denialParams,
  query: nothing,
  body: z.strictObject({
    passages: z
      .record(z.string(), z.string())
      .refine((passages) => Object.keys(passages).length <= MAX_PASSAGES, 'There are too many passages.'),
  }),
  writes: true,
  answers: { 200: denialAnswer },
  problems: ['NOT_IN_THIS_STATE', 'PASSAGE_REFUSED', 'TEMPLATE_CHANGED'],
  async handle(ports, { user, params, expectedVersion, body }) {
    const result = await edit(ports, { user, ...params, expectedVersion, ...body });
    return outcomeOfAct(ports, user, result);
  },
});
