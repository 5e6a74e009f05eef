import * as z from 'zod';

export const deadlineKindSchema = z.enum([
  'claim_filing',
  'corrected_claim',
  'reopening',
  'records',
  'dispute',
  'appeal',
  'external_review',
  'follow_up',
  /** A request that keeps the payer from taking the money back meanwhile (42 CFR 405.379). */
  'stop_recoupment',
  'peer_to_peer',
  /** No Surprises Act: the amount, never the coverage (45 CFR 149.510). */
  'open_negotiation',
  'dispute_resolution',
]);
export const deadlineBasisSchema = z.enum(['contract', 'statute', 'payer_default', 'not_configured']);
export const confidenceSchema = z.enum(['high', 'medium']);
export const channelSchema = z.enum(['mail', 'fax', 'portal', 'electronic', 'internal']);
export type Channel = z.infer<typeof channelSchema>;

const calendarDate = z.iso.date();

/** How the two dates came about, so that a person can count them again. */
export const countingSchema = z.strictObject({
  quantity: z.int().positive(),
  unit: z.enum(['calendar_days', 'business_days', 'months', 'years']),
  /** Calendar days to the careful date, before it moves back to a workday. */
  safeDays: z.int().positive(),
  /** Calendar days added for the presumed arrival of the notice; in `lastDay` only. */
  presumedReceiptDays: z.int().nonnegative(),
  startIsDayOne: z.boolean(),
  /** Calendar days by which the last day moved forward to a workday. */
  rolledDays: z.int().nonnegative(),
  filedOn: z.enum(['receipt', 'postmark']),
  channel: channelSchema,
  leadBusinessDays: z.int().nonnegative(),
});
export type Counting = z.infer<typeof countingSchema>;

/** One clock (DESIGN: Deadline). Dates are null exactly when the basis is not_configured or the start date is unknown. */
export const deadlineSchema = z.strictObject({
  kind: deadlineKindSchema,
  /** Appeal level from 1, null where levels mean nothing. */
  level: z.int().positive().nullable(),
  /** Conservative date: no receipt presumption, rolled back to a workday (ADR-0005). */
  safeBy: calendarDate.nullable(),
  /** Latest date by the rule. */
  lastDay: calendarDate.nullable(),
  /** safeBy less the lead time of the channel, never before `notBefore`. */
  sendBy: calendarDate.nullable(),
  /** Of a window that also opens: too early is as void as too late. */
  notBefore: calendarDate.nullable().default(null),
  basis: deadlineBasisSchema,
  /** Name of the start event, e.g. "date of service"; null when not configured. */
  countedFrom: z.string().nullable(),
  startsOn: calendarDate.nullable(),
  /** Where the start date stands: an element of the remittance, or the id of the paper that carries it. */
  evidence: z.string().nullable().default(null),
  /** Public citation, or null. */
  source: z.string().nullable(),
  /** The rule of rulebook/deadlines or of the payer registry, and its version; null in records of before it was kept. */
  ruleId: z.string().nullable().default(null),
  ruleVersion: z.string().nullable().default(null),
  /** A date of medium confidence reminds; it never says that it is too late. */
  confidence: confidenceSchema.default('high'),
  counting: countingSchema.nullable().default(null),
  /** The one clock the present route must meet; where the route uses none, the one that lapses first. */
  governs: z.boolean(),
  /** Why there is no date, or what to watch; null when plain. */
  note: z.string().nullable(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
export type DeadlineKind = Deadline['kind'];
