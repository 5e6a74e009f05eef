import * as z from 'zod';
import {
  candidateSchema,
  denialEventSchema,
  draftSchema,
  handoverSchema,
} from '../../../core/denial/denial.ts';
import { named } from '../components.ts';

const text = z.string();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const timelineAnswer = named(
  'Timeline',
  z.strictObject({
    denialId: text,
    events: list(named('DenialEvent', denialEventSchema)).describe('Oldest first'),
    people: z.record(z.string(), z.string()).describe('Names of those who acted, by user id'),
  }),
);

const letterChoice = {
  templateId: text,
  title: text.describe('What the letter is'),
  because: text.describe('Why this template'),
  requiredDocuments: list(text),
};

export const lettersAnswer = named(
  'Letters',
  z.strictObject({
    denialId: text,
    appeal: z.strictObject(letterChoice).nullable().describe('Null where the gate is closed'),
    noAppealBecause: text.nullable(),
    notice: z
      .strictObject({
        ...letterChoice,
        missing: list(text).describe('What a person fills in before it is sent'),
        markup: text.describe('The letter, in the dialect of letters'),
      })
      .nullable()
      .describe('A letter that is no appeal: an exception request, an open negotiation notice'),
  }),
);

export const draftAnswer = named(
  'Draft',
  z.strictObject({
    denialId: text,
    ...draftSchema.pick({ level: true, number: true, templateId: true, editedBy: true, editedAt: true })
      .shape,
    title: text.nullable().describe('What the letter is; null where the template is gone'),
    because: text.nullable().describe('Why this template'),
    requiredDocuments: list(text),
    passages: list(
      z.strictObject({
        id: text,
        label: text,
        kind: z.enum(['text', 'rows']),
        columns: list(z.strictObject({ id: text, label: text })),
        maxLength: z.int().positive(),
        text: text.nullable().describe('Null = the template’s own words'),
      }),
    ),
    missing: list(text),
    candidateSha256: sha256.nullable(),
  }),
);

export const candidateAnswer = named(
  'Candidate',
  z.strictObject({
    denialId: text,
    ...candidateSchema.pick({
      number: true,
      sha256: true,
      byteLength: true,
      pageCount: true,
      templateId: true,
      renderedAt: true,
      missing: true,
    }).shape,
    pdf: z.base64().describe('The letter, one PDF, as its bytes are stored'),
  }),
);

export const packetAnswer = named(
  'Packet',
  z.strictObject({
    denialId: text,
    sha256: sha256.describe('Of the bytes just read back'),
    approvedSha256: sha256.nullable(),
    handover: handoverSchema,
    pdf: z.base64().describe('The letter, one PDF, as its bytes were read back'),
  }),
);
