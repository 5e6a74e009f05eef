import * as z from 'zod';
import { addedFactSchema, candidateSchema, draftSchema } from '../../../core/denial/denial.ts';
import { stateSchema } from '../../../core/denial/lifecycle.ts';
import { named } from '../components.ts';
import { draftAnswer } from './letter-answer.ts';

const text = z.string();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const words = draftSchema.pick({
  number: true,
  templateId: true,
  passages: true,
  enclosures: true,
  goesWithout: true,
  editedBy: true,
  editedAt: true,
}).shape;

const addedFact = named('AddedFact', addedFactSchema);

export const latestDraftAnswer = draftAnswer.extend({
  facts: list(addedFact).describe('What the biller added, with its sources'),
  enclosures: draftSchema.shape.enclosures
    .unwrap()
    .describe('What was chosen to go along, in its order; null = every document, as they were attached'),
  goesWithout: draftSchema.shape.goesWithout
    .unwrap()
    .readonly()
    .describe('Required documents that the letter goes without, with the reason, who gave it and when'),
  changedSince: list(text).describe(
    'What is another now than when the letter was made, in words: open it for approval, or save the draft, to have it made anew',
  ),
});

export const draftsAnswer = named(
  'Drafts',
  z.strictObject({
    denialId: text,
    level: z.int().positive(),
    drafts: list(
      z.strictObject({
        ...words,
        facts: list(addedFact),
        textKept: z
          .boolean()
          .describe(
            'False of drafts from before the text of letters was kept: nothing is compared with them',
          ),
      }),
    ),
  }),
);

const piece = z.strictObject({ kind: z.enum(['same', 'added', 'removed']), text });

export const draftDifferenceAnswer = named(
  'DraftDifference',
  z.strictObject({
    denialId: text,
    level: z.int().positive(),
    from: z.enum(['template', 'draft', 'approved']),
    fromNumber: z
      .int()
      .positive()
      .nullable()
      .describe('Of the draft on the other side; null of the template'),
    number: z.int().positive(),
    changedLines: z.int().nonnegative(),
    lines: list(
      z.strictObject({ kind: z.enum(['same', 'added', 'removed', 'changed']), pieces: list(piece) }),
    ).describe('A line a paragraph, item or row, from top to bottom'),
  }),
);

export const openedAnswer = named(
  'LetterOpened',
  z.strictObject({
    denialId: text,
    changed: z.enum(['nothing', 'only_the_date', 'more']),
    changes: list(text).describe(
      'In words, where more than the date changed; nothing of the patient is in them',
    ),
    state: stateSchema,
    nextAction: text,
    ...candidateSchema.pick({ number: true, sha256: true }).shape,
    datedOn: z.iso.date(),
    version: z.int().positive(),
  }),
);
