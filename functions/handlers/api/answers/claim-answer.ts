import * as z from 'zod';
import { codingFindingSchema } from '../../../core/coding/finding.ts';
import { CODING_TABLES } from '../../../ports/coding-tables.ts';
import { named } from '../components.ts';

const text = z.string();
const cents = z.int();
const day = z.iso.date().nullable();
const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const outcome = z.enum(['accepted', 'rejected', 'received']);
const sender = z.strictObject({ name: text, id: text });
const procedure = z.strictObject({ qualifier: text, code: text, modifiers: list(text) });
const note = z.strictObject({ qualifier: text, text });
const attachment = z.strictObject({ reportType: text, transmission: text, controlNumber: text });
const provider = z.strictObject({ entity: text, name: text, npi: text.nullable() });
const adjustment = z.strictObject({
  group: text,
  carc: text,
  amountCents: cents,
  quantity: z.number().nullable(),
});

const acknowledgement = z.strictObject({
  about: z.enum(['claim', 'submission', 'transaction']),
  outcome,
  on: day,
  by: sender,
  codes: list(text),
  message: text.nullable(),
  payerClaimControlNumber: text.nullable(),
});

const line = z.strictObject({
  ordinal: z.int().positive(),
  number: text,
  procedure: procedure.nullable(),
  description: text,
  revenueCode: text,
  chargeCents: cents,
  units: z.number().nullable(),
  unitBasis: text,
  placeOfService: text,
  diagnosisPointers: list(z.int()),
  serviceFrom: day,
  serviceTo: day,
  controlNumber: text,
  drugCode: text,
  providers: list(provider),
  notes: list(note),
  attachments: list(attachment),
});

const clinical = z.strictObject({
  memberId: text.nullable(),
  bornOn: day,
  diagnoses: list(
    z.strictObject({
      role: z.enum(['principal', 'other', 'admitting', 'reason_for_visit', 'external_cause']),
      qualifier: text,
      code: text,
      presentOnAdmission: text,
    }),
  ),
  otherCodes: list(
    z.strictObject({ qualifier: text, code: text, from: day, to: day, amountCents: cents.nullable() }),
  ),
  priorAuthorizations: list(text),
  referrals: list(text),
  admittedOn: day,
  onsetOn: day,
  accident: z.strictObject({ causes: list(text), state: text, country: text, on: day }).nullable(),
  providers: list(provider),
  otherPayers: list(
    z.strictObject({
      sequence: text,
      name: text.nullable(),
      paidCents: cents.nullable(),
      adjudicatedOn: day,
      adjustments: list(adjustment),
    }),
  ),
  notes: list(note),
  attachments: list(attachment),
  lines: list(line),
});

/** The claim as sent. */
export const claimAnswer = named(
  'ClaimAsSent',
  z.discriminatedUnion('onFile', [
    z.strictObject({ onFile: z.literal(false), sentence: text }),
    z.strictObject({
      onFile: z.literal(true),
      sentence: text.nullable(),
      join: z.strictObject({
        score: z.int(),
        ambiguous: z.boolean(),
        parts: list(z.strictObject({ part: text, points: z.int(), of: z.int() })),
        others: list(
          z.strictObject({
            fileSha256: text,
            ordinal: z.int().positive(),
            submittedOn: day,
            chargeCents: cents,
            frequency: text,
            score: z.int(),
          }),
        ),
      }),
      fileSha256: text,
      ordinal: z.int().positive(),
      claimId: text,
      kind: z.enum(['professional', 'institutional', 'dental']),
      chargeCents: cents,
      frequency: text,
      originalReference: text.nullable(),
      placeOfService: text.nullable(),
      typeOfBill: text.nullable(),
      serviceFrom: day,
      serviceTo: day,
      payerSequence: text.nullable(),
      submittedAt: text.nullable().describe('yyyy-mm-ddThh:mm in the submitter’s own time, or the day alone'),
      acceptance: z.strictObject({ outcome, on: day, by: sender }).nullable(),
      acknowledgements: list(acknowledgement),
      clinical: clinical.nullable().describe('Null for those who may not read clinical text'),
    }),
  ]),
);

/** What looks wrong on the claim as sent; null for those who may not read clinical text. */
export const codingAnswer = named(
  'CodingReview',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('not_reviewed'), sentence: text }),
    z.strictObject({
      kind: z.literal('reviewed'),
      findings: list(codingFindingSchema.extend({ isWhereDenied: z.boolean() })),
      whatToChange: list(text),
      releases: list(
        z.strictObject({
          table: z.enum(CODING_TABLES),
          name: text,
          isExcerpt: z.boolean().describe('Of ICD-10-CM: a category that is not in it says nothing'),
        }),
      ),
      notLoaded: list(z.enum(CODING_TABLES)),
    }),
  ]),
).nullable();
