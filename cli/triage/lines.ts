import * as z from 'zod';
import { deadlineSchema } from '../../functions/core/deadline/deadline.ts';
import { decisionSchema } from '../../functions/core/denial/decision.ts';
import { payerTypeSchema } from '../../functions/core/payer/profile.ts';

const cents = z.int();
const file = z.string().describe('The path as given, or - for standard input.');
const transaction = z.string().describe('ST02.');
const ordinal = z.int().positive().describe('Position of the ST in the file, from 1.');

const deadlineLine = deadlineSchema.pick({
  kind: true,
  level: true,
  safeBy: true,
  lastDay: true,
  sendBy: true,
  basis: true,
});

/** One adjudicated claim. */
export const claimLineSchema = z.strictObject({
  type: z.literal('claim'),
  file,
  transaction,
  ordinal,
  claimId: z.string().describe('CLP01.'),
  payerClaimControlNumber: z.string().describe('CLP07.'),
  status: z.string().describe('CLP02.'),
  chargeCents: cents,
  paidCents: cents,
  patientResponsibilityCents: cents,
  decision: decisionSchema
    // The published fields; what a screen needs besides is not part of the interface.
    .omit({
      trace: true,
      preventable: true,
      preventedBy: true,
      requiredDocuments: true,
      alsoRoutes: true,
      contradiction: true,
      waitDays: true,
    })
    .extend({ deadlines: z.array(deadlineLine).readonly() })
    .nullable()
    .optional()
    .describe('Left out with --no-decisions, as all figures of denials are.'),
});

/** One ST..SE, after its claims. */
export const remittanceLineSchema = z.strictObject({
  type: z.literal('remittance'),
  file,
  transaction,
  ordinal,
  remittanceId: z.string().regex(/^[0-9a-f]{32}$/),
  repeat: z.boolean().describe('An equal remittance was read earlier in this run.'),
  payer: z.strictObject({ id: z.string(), name: z.string(), type: payerTypeSchema }),
  payee: z.strictObject({ npi: z.string().nullable(), tin: z.string().nullable(), name: z.string() }),
  traceNumber: z.string().describe('TRN02.'),
  paymentCents: cents.describe('BPR02.'),
  balanced: z.boolean(),
  imbalanceCents: cents,
  claims: z.int().nonnegative(),
  denials: z.int().nonnegative().optional(),
});

const notice = {
  file,
  transaction: transaction.nullable(),
  ordinal: ordinal.nullable(),
  segment: z.int().positive().nullable().describe('Number of the segment in the file, from 1.'),
  code: z.string(),
  message: z.string(),
};

/** Something was not read. */
export const exceptionLineSchema = z.strictObject({ type: z.literal('exception'), ...notice });
/** Odd, but read. */
export const warningLineSchema = z.strictObject({ type: z.literal('warning'), ...notice });

/** The last line: what was read, and what is denied with repeats left out. */
export const summaryLineSchema = z.strictObject({
  type: z.literal('summary'),
  files: z.int().nonnegative(),
  transactions: z.int().nonnegative(),
  claims: z.int().nonnegative(),
  denials: z.int().nonnegative().optional(),
  deniedCents: cents.optional(),
  byRoute: z.record(z.string(), z.int().nonnegative()).optional().describe('Number of denials by route.'),
  exceptions: z.int().nonnegative(),
  warnings: z.int().nonnegative(),
});

/** The public interface of `overturn triage --format ndjson`: one object a line. */
export const triageLineSchema = z.discriminatedUnion('type', [
  claimLineSchema,
  remittanceLineSchema,
  exceptionLineSchema,
  warningLineSchema,
  summaryLineSchema,
]);
export type TriageLine = z.infer<typeof triageLineSchema>;
export type ClaimLine = z.infer<typeof claimLineSchema>;
export type RemittanceLine = z.infer<typeof remittanceLineSchema>;
export type SummaryLine = z.infer<typeof summaryLineSchema>;
