import * as z from 'zod';

const instant = z.iso.datetime();

/** One change that a biller made, or wants to make. Codes and numbers of the claim only, nothing of the patient. */
export const correctionChangeSchema = z.strictObject({
  /** Of rulebook/corrections/fields.json. */
  field: z.string().regex(/^[a-z_]{1,60}$/),
  /** Position of the line in the claim, from 1; null = the claim itself. */
  line: z.int().positive().max(999).nullable(),
  /** What stands there now: of codes, modifiers, units and charges, where more might be paid for it. */
  after: z
    .string()
    .regex(/^[0-9A-Za-z.,: ]{1,40}$/)
    .nullable(),
});
export type CorrectionChange = z.infer<typeof correctionChangeSchema>;

export const raisingChangeSchema = correctionChangeSchema.extend({ because: z.string() });
export type RaisingChange = z.infer<typeof raisingChangeSchema>;

/** A correction by which more would be paid: asked for by one person with a place in the record, decided by another. */
export const correctionSchema = z.strictObject({
  /** Only those by which more would be paid. */
  changes: z.array(raisingChangeSchema).min(1),
  /** Document, date and page of the record that supports it. */
  recordCitation: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  secondPerson: z.string().nullable(),
  secondPersonAt: instant.nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;
