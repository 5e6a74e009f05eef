import * as z from 'zod';
import { confidenceSchema } from '../deadline/deadline.ts';
import { preventableSchema } from '../denial/decision.ts';

/**
 * Why money of a denial is given up. Contractual adjustments (CO-45, CO-253, …) are no denial and none of these: they
 * are never written off as one, so that the two are never added up (HFMA MAP AR-6).
 */
export const writeOffReasonCodeSchema = z.enum([
  'timely_filing_missed',
  'appeal_window_missed',
  'appeals_exhausted',
  'authorization_missing',
  'not_medically_necessary',
  'documentation_missing',
  'coding_not_supported',
  'bundled_by_edit',
  'not_covered',
  'not_credentialed',
  'not_eligible',
  'duplicate_charge',
  'payer_penalty',
  'small_balance',
  'other',
]);
export type WriteOffReasonCode = z.infer<typeof writeOffReasonCodeSchema>;

const sentence = z.string().min(3);

/** One reason in words, as rulebook/write-offs/reasons.json has it. */
export const writeOffReasonSchema = z.strictObject({
  id: writeOffReasonCodeSchema,
  name: sentence,
  says: sentence,
  preventable: preventableSchema,
  /** What to look at before. */
  look: sentence,
  source: sentence,
  confidence: confidenceSchema,
});
export type WriteOffReason = z.infer<typeof writeOffReasonSchema>;

/** Every code once, in the order of the file. */
export const writeOffReasonsSchema = z.array(writeOffReasonSchema).superRefine((reasons, context) => {
  for (const code of writeOffReasonCodeSchema.options) {
    const times = reasons.filter(({ id }) => id === code).length;
    if (times !== 1) context.addIssue({ code: 'custom', message: `${code} stands here ${times} times` });
  }
});

/** Limits of the organisation, in cents: one for all reasons, and others for some. */
export interface WriteOffLimits {
  readonly writeOffSecondPersonAboveCents: number;
  readonly writeOffLimitsByReason?: Readonly<Partial<Record<WriteOffReasonCode, number>>> | undefined;
}

/**
 * Cents above which a second person decides a write-off of this reason.
 *
 * @example
 * secondPersonAboveCents({ writeOffSecondPersonAboveCents: 0, writeOffLimitsByReason: { small_balance: 500 } }, 'small_balance') // 500
 */
export function secondPersonAboveCents(limits: WriteOffLimits, reasonCode: WriteOffReasonCode): number {
  return limits.writeOffLimitsByReason?.[reasonCode] ?? limits.writeOffSecondPersonAboveCents;
}
