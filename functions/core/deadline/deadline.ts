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
]);
export const deadlineBasisSchema = z.enum(['contract', 'statute', 'payer_default', 'not_configured']);

const calendarDate = z.iso.date();

/** One clock (DESIGN: Deadline). Dates are null exactly when the basis is not_configured or the start date is unknown. */
export const deadlineSchema = z.strictObject({
  kind: deadlineKindSchema,
  /** Appeal level from 1, null where levels mean nothing. */
  level: z.int().positive().nullable(),
  /** Conservative date: no receipt presumption, rolled back to a workday (ADR-0005). */
  safeBy: calendarDate.nullable(),
  /** Latest date by the rule. */
  lastDay: calendarDate.nullable(),
  /** safeBy less the lead time of the channel. */
  sendBy: calendarDate.nullable(),
  basis: deadlineBasisSchema,
  /** Name of the start event, e.g. "date of service"; null when not configured. */
  countedFrom: z.string().nullable(),
  startsOn: calendarDate.nullable(),
  /** Public citation, or null. */
  source: z.string().nullable(),
  /** The one clock the present route must meet; where the route uses none, the one that lapses first. */
  governs: z.boolean(),
  /** Why there is no date, or what to watch; null when plain. */
  note: z.string().nullable(),
});
export type Deadline = z.infer<typeof deadlineSchema>;
export type DeadlineKind = Deadline['kind'];
