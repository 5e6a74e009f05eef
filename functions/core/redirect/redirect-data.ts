import * as z from 'zod';
import { caseConditionSchema, saidBy } from '../rulebook/case-condition.ts';

const codes = z.array(z.string().min(1)).min(1).readonly();

/** One check before a patient is billed: it forbids, or asks a person to confirm something. */
export const patientCheckSchema = z.strictObject({
  id: z.string().regex(/^patient\.[a-z-]+$/),
  outcome: z.enum(['forbids', 'asks']),
  when: caseConditionSchema,
  /** Where one of these stands, the check does not apply. */
  unlessCarcs: codes.optional(),
  unlessRemarks: codes.optional(),
  unlessModifiers: codes.optional(),
  ...saidBy,
});
export type PatientCheck = z.infer<typeof patientCheckSchema>;

export const redirectDataSchema = z.strictObject({
  patientChecks: z.array(patientCheckSchema).readonly(),
  /** What a biller does before the next payer is billed; every step that fits. */
  nextPayerSteps: z
    .array(z.strictObject({ id: z.string().regex(/^next\.[a-z-]+$/), when: caseConditionSchema, ...saidBy }))
    .readonly(),
});
export type RedirectData = z.infer<typeof redirectDataSchema>;
