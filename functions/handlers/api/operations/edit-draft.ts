import * as z from 'zod';
import { addedFactSchema, draftSchema } from '../../../core/denial/denial.ts';
import { editDraft as edit } from '../../../use-cases/edit-draft.ts';
import { denialAct } from '../denial-act.ts';
import { written, writtenReason } from '../operation.ts';

const MAX_PASSAGES = 40;
const MAX_ENTRIES = 100;

export const editDraft = denialAct({
  id: 'editDraft',
  method: 'PUT',
  path: '/api/denials/{denialId}/draft',
  summary: 'Writes passages, adds facts with their sources, chooses enclosures: a new draft and a new letter',
  body: z
    .strictObject({
      passages: z
        .record(z.string(), z.string())
        .refine((passages) => Object.keys(passages).length <= MAX_PASSAGES, 'There are too many passages.')
        .describe('By id; an empty text goes back to the template’s words; what is left out stays as it was')
        .optional(),
      facts: z
        .array(addedFactSchema)
        .max(MAX_ENTRIES)
        .describe('All that is added, in the order of the letter')
        .optional(),
      enclosures: draftSchema.shape.enclosures
        .unwrap()
        .describe('Which documents go along, in their order; null = all, as they were attached')
        .optional(),
      goesWithout: z
        .array(z.strictObject({ document: written(300), reason: writtenReason }))
        .max(MAX_ENTRIES)
        .describe(
          'All required documents that the letter goes without, each with the reason; none is printed',
        )
        .optional(),
    })
    .refine((edit) => Object.keys(edit).length > 0, 'Nothing is to be changed.')
    .meta({ minProperties: 1 }),
  problems: [
    'NOT_IN_THIS_STATE',
    'PASSAGE_REFUSED',
    'FACT_REFUSED',
    'ENCLOSURE_REFUSED',
    'GOES_WITHOUT_REFUSED',
    'TEMPLATE_CHANGED',
  ],
  act: edit,
});
