import * as z from 'zod';
import { claimPlaceSchema } from '../coding/finding.ts';
import { caseConditionSchema, saidBy } from '../rulebook/case-condition.ts';

const codes = z.array(z.string().min(1)).min(1).readonly();
const id = z.string().regex(/^[a-z]+\.[a-z0-9-]+$/);

/** One datum of a claim, as rulebook/corrections/fields.json names it, and where it stands (X12 837 TR3). */
export const claimFieldSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  name: z.string().min(3),
  kind: z.enum(['code', 'modifier', 'pointer', 'identifier', 'date', 'amount', 'name', 'text']),
  level: z.enum(['claim', 'line']),
  /** Null where a claim of that kind has no such element. */
  professional: claimPlaceSchema.nullable(),
  institutional: claimPlaceSchema.nullable(),
});
export type ClaimField = z.infer<typeof claimFieldSchema>;

/** What a code of the payer asks to change. Of several codes on one reason the remark speaks first. */
export const elementRuleSchema = z
  .strictObject({
    id,
    carcs: codes.optional(),
    remarks: codes.optional(),
    /** The likeliest first. */
    fields: codes,
    ...saidBy,
  })
  .refine(
    ({ carcs, remarks }) => (carcs === undefined) !== (remarks === undefined),
    'names CARCs or remarks',
  );
export type ElementRule = z.infer<typeof elementRuleSchema>;

/** One step that a biller ticks before a claim leaves; every step that fits stands in the list. */
export const checklistStepSchema = z.strictObject({ id, when: caseConditionSchema, ...saidBy });
export type ChecklistStep = z.infer<typeof checklistStepSchema>;

/** A change by which more is, or could be, paid: it needs a citation of the record and a second person. */
export const raisingRuleSchema = z.strictObject({
  id,
  field: z.string(),
  /** Modifiers that are new on the line, or gone from it. */
  added: codes.optional(),
  removed: codes.optional(),
  /** Only where the number grows, or might. */
  increases: z.literal(true).optional(),
  always: z.literal(true).optional(),
  /** Types of bill of a stay only. */
  inpatientOnly: z.literal(true).optional(),
  /** Not where the new code stands before the old one in the same ladder. */
  unlessLowerIn: z.array(codes).readonly().optional(),
  ...saidBy,
});
export type RaisingRule = z.infer<typeof raisingRuleSchema>;

export const correctionDataSchema = z
  .strictObject({
    fields: z.array(claimFieldSchema).readonly(),
    elements: z.array(elementRuleSchema).readonly(),
    checklists: z.array(checklistStepSchema).readonly(),
    raisesPayment: z.array(raisingRuleSchema).readonly(),
  })
  .superRefine(({ fields, elements, checklists, raisesPayment }, context) => {
    const known = new Set(fields.map((field) => field.id));
    const named = [...elements.flatMap((rule) => rule.fields), ...raisesPayment.map(({ field }) => field)];
    for (const field of named)
      if (!known.has(field)) context.addIssue({ code: 'custom', message: `${field} is no field of a claim` });
    const ids = [...fields, ...elements, ...checklists, ...raisesPayment].map((entry) => entry.id);
    for (const [index, each] of ids.entries())
      if (ids.indexOf(each) < index) context.addIssue({ code: 'custom', message: `${each} stands twice` });
  });
export type CorrectionData = z.infer<typeof correctionDataSchema>;
