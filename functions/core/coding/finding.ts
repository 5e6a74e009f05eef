import * as z from 'zod';

export const codingRuleSchema = z.enum([
  'diagnosis_missing',
  'diagnosis_not_linked',
  'diagnosis_pointer_dangling',
  'diagnosis_not_in_force',
  'diagnosis_incomplete',
  'diagnosis_unspecified',
  'side_missing',
  'side_contradicted',
  'new_patient_seen_before',
  'established_patient_not_seen',
  'place_against_service',
  'component_beside_comprehensive',
  'units_beyond_limit',
  'repeat_not_distinguished',
  'therapy_modifier_missing',
  'anesthesia_modifier_missing',
]);

/** Where on the claim as sent: 837 loop, segment and element. */
export const claimPlaceSchema = z.strictObject({
  loop: z.string(),
  segment: z.string(),
  element: z.string(),
});
export type ClaimPlace = z.infer<typeof claimPlaceSchema>;

/** One thing that looks wrong on the claim as sent. A hint for a person: it changes no decision and no route. */
export const codingFindingSchema = z.strictObject({
  rule: codingRuleSchema,
  /** `wrong`: the claim contradicts itself or a published table. `doubtful`: the medical record decides. */
  severity: z.enum(['wrong', 'doubtful']),
  confidence: z.enum(['high', 'medium', 'low']),
  /** Position of the line in the claim, from 1; null = the claim as a whole. */
  line: z.int().positive().nullable(),
  place: claimPlaceSchema,
  /** What stands there: codes only. */
  codes: z.array(z.string()).readonly(),
  /** Why it is wrong, in a sentence. */
  says: z.string(),
  /** What to change, in a sentence. */
  correction: z.string(),
  /**
   * Where the correction would raise, or could raise, what is paid: a citation of the record and a second person are
   * needed before it is sent. Null where it would not.
   */
  raisesPayment: z
    .strictObject({
      because: z.string(),
      needs: z.tuple([z.literal('record_citation'), z.literal('second_person')]),
    })
    .nullable(),
  source: z.string(),
});
export type CodingFinding = z.infer<typeof codingFindingSchema>;

/** The demand that stands with a correction by which more would be paid. */
export function raisesPayment(because: string): NonNullable<CodingFinding['raisesPayment']> {
  return { because, needs: ['record_citation', 'second_person'] };
}
