import * as z from 'zod';

/** What a person says of a bill to somebody else: their word and the reference are the evidence, nothing more. */
export const billedSchema = z.strictObject({
  to: z.enum(['other_payer', 'patient']),
  /** The other payer; null of a patient, who is never named. */
  payerName: z.string().nullable(),
  /** Number of the claim or the statement. */
  reference: z.string().nullable(),
  billedOn: z.iso.date(),
  /** Checks that the person confirmed before a patient was billed. */
  confirmedChecks: z.array(z.string()),
  /** The payer before said that it sent the claim on; on this day the next one said that it has none. */
  notReceivedOn: z.iso.date().nullable(),
});
export type Billed = z.infer<typeof billedSchema>;
