import * as z from 'zod';
import { MAX_CENTS } from '../money/cents.ts';

/**
 * What a decision looks at in a ClaimPayment, and nothing of the patient: kept with a trace, so that the decision can
 * be made again. Every ClaimPayment is one.
 */
const codes = z.array(z.string()).readonly();
// No remittance has a greater one (835.md): sums of what is read stay exact.
const cents = z.int().min(-MAX_CENTS).max(MAX_CENTS);

const adjustmentFactsSchema = z
  .strictObject({ group: z.string(), carc: z.string(), amountCents: cents })
  .readonly();
export type AdjustmentFacts = z.infer<typeof adjustmentFactsSchema>;

const lineFactsSchema = z
  .strictObject({
    ordinal: z.int().positive(),
    procedure: z.strictObject({ modifiers: codes }).readonly().nullable(),
    revenueCode: z.string(),
    chargeCents: cents,
    paidCents: cents,
    adjustments: z.array(adjustmentFactsSchema).readonly(),
    remarks: codes,
    rejectCodes: codes,
  })
  .readonly();
export type LineFacts = z.infer<typeof lineFactsSchema>;

export const claimFactsSchema = z
  .strictObject({
    /** CLP02. */
    status: z.string(),
    chargeCents: cents,
    paidCents: cents,
    adjustments: z.array(adjustmentFactsSchema).readonly(),
    remarks: codes,
    /** Which parties the payer names (NM101), without their names. */
    parties: z.array(z.strictObject({ entity: z.string() }).readonly()).readonly(),
    lines: z.array(lineFactsSchema).readonly(),
  })
  .readonly();
export type ClaimFacts = z.infer<typeof claimFactsSchema>;

/** The facts alone, in the shape that is stored. */
export function claimFactsOf(claim: ClaimFacts): ClaimFacts {
  return {
    status: claim.status,
    chargeCents: claim.chargeCents,
    paidCents: claim.paidCents,
    adjustments: claim.adjustments.map(adjustmentFactsOf),
    remarks: [...claim.remarks],
    parties: claim.parties.map(({ entity }) => ({ entity })),
    lines: claim.lines.map((line) => ({
      ordinal: line.ordinal,
      procedure: line.procedure === null ? null : { modifiers: [...line.procedure.modifiers] },
      revenueCode: line.revenueCode,
      chargeCents: line.chargeCents,
      paidCents: line.paidCents,
      adjustments: line.adjustments.map(adjustmentFactsOf),
      remarks: [...line.remarks],
      rejectCodes: [...line.rejectCodes],
    })),
  };
}

function adjustmentFactsOf({ group, carc, amountCents }: AdjustmentFacts): AdjustmentFacts {
  return { group, carc, amountCents };
}
