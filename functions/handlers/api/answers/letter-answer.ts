import * as z from 'zod';
import {
  boundEnclosureSchema,
  candidateSchema,
  denialEventSchema,
  draftSchema,
  handoverSchema,
  letterDocumentSchema,
  storedPdfSchema,
} from '../../../core/denial/denial.ts';
import { named } from '../components.ts';
import { downloadLinkAnswer } from './transfer-answer.ts';

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

/** What one answer carries: a function answers with at most 6 MB, and base64 takes a third more. */
const LARGEST_PDF_IN_ANSWER = 4_000_000;

/** The bytes of a PDF, in the answer where they fit, and by an address where they do not. */
const pdfFields = {
  pdf: z.base64().nullable().describe('As its bytes are stored; null where it is longer than 4 MB'),
  link: downloadLinkAnswer
    .nullable()
    .describe('Where the file can be saved from, for a minute; null where it is in the answer'),
};

/** As `pdfFields` tells it. */
export function pdfBody({
  pdf,
  link,
}: {
  readonly pdf: Uint8Array;
  readonly link: { readonly url: string; readonly expiresAt: string };
}): {
  readonly pdf: string | null;
  readonly link: { readonly url: string; readonly expiresAt: string } | null;
} {
  return pdf.byteLength > LARGEST_PDF_IN_ANSWER
    ? { pdf: null, link }
    : { pdf: Buffer.from(pdf).toString('base64'), link: null };
}

const storedPdf = storedPdfSchema.omit({ objectKey: true, objectVersionId: true });

export const candidateAnswer = named(
  'Candidate',
  z.strictObject({
    denialId: text,
    ...candidateSchema.pick({
      number: true,
      sha256: true,
      byteLength: true,
      pageCount: true,
      datedOn: true,
      channel: true,
      templateId: true,
      renderedAt: true,
      missing: true,
    }).shape,
    requiredDocuments: list(named('LetterDocument', letterDocumentSchema)).describe(
      'What the letter requires: it goes along, it goes without it for a reason, or it is missing and stops approval',
    ),
    people: z.record(z.string(), z.string()).describe('Names of those who gave a reason, by user id'),
    notEnclosed: list(text).describe('What the letter lists, and the packet does not hold'),
    letter: storedPdf.nullable().describe('The letter by itself; null where it is all there is'),
    enclosures: list(named('BoundEnclosure', boundEnclosureSchema)).describe(
      'The table of pages: what each document had, what is in the packet, and where',
    ),
    parts: list(storedPdf.extend({ fileName: text })).describe(
      'The same packet in the files that its channel takes; empty where it takes one',
    ),
    ...pdfFields,
  }),
);

/** The letter, or one file of a packet. */
export const storedFileAnswer = named(
  'StoredFile',
  z.strictObject({ denialId: text, fileName: text, ...storedPdf.shape, ...pdfFields }),
);

export const packetAnswer = named(
  'Packet',
  z.strictObject({
    denialId: text,
    sha256: sha256.describe('Of the bytes just read back'),
    approvedSha256: sha256.nullable(),
    handover: handoverSchema,
    ...pdfFields,
  }),
);
