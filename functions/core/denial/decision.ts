import * as z from 'zod';

export const routeSchema = z.enum([
  'correct_resubmit',
  'documentation',
  'appeal',
  'bill_other_payer',
  'patient_responsibility',
  'write_off',
  'review',
  'not_a_denial',
]);
export type Route = z.infer<typeof routeSchema>;

export const categorySchema = z.enum([
  'benefit_limit',
  'billing_error',
  'bundling',
  'coding',
  'contractual',
  'coordination_of_benefits',
  'credentialing',
  'documentation',
  'duplicate',
  'eligibility',
  'medical_necessity',
  'non_covered',
  'other',
  'patient_responsibility',
  'payment_info',
  'prior_authorization',
  'referral',
  'timely_filing',
]);
export type Category = z.infer<typeof categorySchema>;

export const decisionClassSchema = z.enum(['denial', 'non_denial', 'hold']);
export type DecisionClass = z.infer<typeof decisionClassSchema>;

export const mechanismSchema = z.enum([
  'new_claim',
  'replacement',
  'void_and_new',
  'reopening',
  'adjustment',
  'none',
]);
export type Mechanism = z.infer<typeof mechanismSchema>;

export const appealableSchema = z.enum(['yes', 'no', 'conditional']);
export type Appealable = z.infer<typeof appealableSchema>;

/** One group + CARC + its remarks, with the cents it takes. */
export const reasonSchema = z.strictObject({
  group: z.string(),
  carc: z.string(),
  remarks: z.array(z.string()),
  amountCents: z.int(),
  /** SVC ordinal in the claim, from 1; null at claim level. */
  line: z.int().positive().nullable(),
});
export type Reason = z.infer<typeof reasonSchema>;

export const preventableSchema = z.enum(['yes', 'no', 'sometimes']);
export type Preventable = z.infer<typeof preventableSchema>;

/** The team of the practice, before billing follow-up, that could have kept the denial from happening. */
export const preventedBySchema = z.enum([
  'registration',
  'eligibility',
  'authorization',
  'coding',
  'charge_capture',
  'documentation',
  'billing',
  'credentialing',
  'contracting',
  'payer',
]);
export type PreventedBy = z.infer<typeof preventedBySchema>;

/** A paper that a biller must gather for the route, and who says so. */
export const requiredDocumentSchema = z.strictObject({
  document: z.string(),
  ruleId: z.string(),
  source: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
});
export type RequiredDocument = z.infer<typeof requiredDocumentSchema>;

/** Where a secondary reason would go by itself, when that is not where the claim goes. */
export const alsoRouteSchema = z.strictObject({
  route: routeSchema,
  ruleId: z.string(),
  reasons: z.array(
    z.strictObject({ group: z.string(), carc: z.string(), line: z.int().positive().nullable() }),
  ),
});
export type AlsoRoute = z.infer<typeof alsoRouteSchema>;

/** Reasons whose answers exclude each other: many payers refuse a correction and an appeal at once. */
export const contradictionSchema = z.strictObject({
  ruleId: z.string(),
  /** null = between lines of the claim. */
  line: z.int().positive().nullable(),
  says: z.string(),
});
export type Contradiction = z.infer<typeof contradictionSchema>;

/** Why a decision is what it is: for the trace, `overturn explain` and replay. */
export const traceStepSchema = z.strictObject({
  /** Rule id, or the name of a gate of the procedure. */
  rule: z.string(),
  /** null = the claim as a whole. */
  line: z.int().positive().nullable(),
  /** What the rule said, in one sentence. */
  says: z.string(),
  source: z.string().nullable(),
});
export type TraceStep = z.infer<typeof traceStepSchema>;

/** What the rulebook says of one ClaimPayment (DESIGN: Decision). */
export const decisionSchema = z.strictObject({
  class: decisionClassSchema,
  level: z.enum(['claim', 'line', 'mixed']),
  /** Denial-class money only, in cents. */
  amountCents: z.int().nonnegative(),
  category: categorySchema,
  route: routeSchema,
  mechanism: mechanismSchema,
  appealable: appealableSchema,
  ruleId: z.string(),
  rulebookVersion: z.string(),
  /** The adjustments of this class, the leading one first. For a denial the amounts add up to amountCents. */
  reasons: z.array(reasonSchema),
  /** What the payer said, what it means, what to do first, what not to do. Plain sentences. */
  explanation: z.string(),
  // Records of before these fields were kept are read as "nobody said": hence the defaults, here and nowhere else.
  preventable: preventableSchema.default('sometimes'),
  /** null = no team of the practice, or the code does not say enough. */
  preventedBy: preventedBySchema.nullable().default(null),
  requiredDocuments: z.array(requiredDocumentSchema).default([]),
  /** Of a hold: days from the payer's decision until somebody asks. */
  waitDays: z.int().positive().optional(),
  /** One entry a route that differs from `route`; the reasons stay in `reasons` too. */
  alsoRoutes: z.array(alsoRouteSchema).default([]),
  contradiction: contradictionSchema.nullable().default(null),
  trace: z.array(traceStepSchema),
});
export type Decision = z.infer<typeof decisionSchema>;
