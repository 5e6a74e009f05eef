import * as z from 'zod';
import { decisionSchema } from '../core/denial/decision.ts';
import type { PracticeId, RemittanceId } from '../core/ids.ts';
import type {
  ClaimPayment,
  ReadingNotice,
  RemittanceHeader,
  RemittanceTrailer,
} from '../core/remittance/remittance.ts';
import {
  FILE_STATUSES,
  type LedgerFile,
  type LedgerRemittance,
  REMITTANCE_STATUSES,
  type RedrivePreview,
  type StoredClaimPayment,
} from '../ports/remittance-store.ts';
import { adjustment, amount, procedure, reference } from './stored-x12.ts';

const text = z.string();
const cents = z.int();
const count = z.int().nonnegative();
const ordinal = z.int().positive();
const remittanceId = text.transform((id) => id as RemittanceId);
const practiceId = text.transform((id) => id as PracticeId);

const otherSegment = z.strictObject({ id: text, elements: z.array(text), byteStart: count });

const serviceLine = z.strictObject({
  ordinal,
  procedure: procedure.nullable(),
  submittedProcedure: procedure.nullable(),
  revenueCode: text,
  chargeCents: cents,
  paidCents: cents,
  unitsPaid: z.number(),
  unitsSubmitted: z.number().nullable(),
  serviceFrom: text.nullable(),
  serviceTo: text.nullable(),
  adjustments: z.array(adjustment),
  remarks: z.array(text),
  rejectCodes: z.array(text),
  references: z.array(reference),
  amounts: z.array(amount),
  otherSegments: z.array(otherSegment),
});

const claimPayment = z.strictObject({
  ordinal,
  claimId: text,
  status: text,
  chargeCents: cents,
  paidCents: cents,
  patientResponsibilityCents: cents,
  filingIndicator: text,
  payerClaimControlNumber: text,
  facilityType: text,
  frequency: text,
  adjustments: z.array(adjustment),
  remarks: z.array(text),
  parties: z.array(
    z.strictObject({
      entity: text,
      lastOrOrganisationName: text,
      firstName: text,
      middleName: text,
      idQualifier: text,
      id: text,
    }),
  ),
  references: z.array(reference),
  amounts: z.array(amount),
  statementFrom: text.nullable(),
  statementTo: text.nullable(),
  receivedOn: text.nullable(),
  coverageExpiredOn: text.nullable(),
  lines: z.array(serviceLine),
  otherSegments: z.array(otherSegment),
  byteStart: count,
  byteEnd: count,
}) satisfies z.ZodType<ClaimPayment>;

export const headerSchema = z.strictObject({
  ordinal,
  transaction: text,
  version: text,
  handling: text,
  paymentCents: cents,
  paymentMethod: text,
  paidOn: text.nullable(),
  producedOn: text.nullable(),
  traceNumber: text,
  payer: z.strictObject({ id: text, name: text, address: text }),
  payee: z.strictObject({ npi: text.nullable(), tin: text.nullable(), name: text }),
  currency: text,
}) satisfies z.ZodType<RemittanceHeader>;

export const trailerSchema = z.strictObject({
  remittanceId,
  providerAdjustments: z.array(
    z.strictObject({ providerId: text, reason: text, reference: text, amountCents: cents }),
  ),
  claimCount: count,
  lineCount: count,
  paidCents: cents,
  chargeCents: cents,
  balanced: z.boolean(),
  imbalanceCents: cents,
  unbalancedClaims: count,
  byteStart: count,
  byteEnd: count,
}) satisfies z.ZodType<RemittanceTrailer>;

export const noticeSchema = z.strictObject({
  code: text,
  message: text,
  transaction: text.nullable(),
  ordinal: z.int().nullable(),
  segment: z.int().nullable(),
  byteOffset: z.int().nullable(),
}) satisfies z.ZodType<ReadingNotice>;

const fileStatus = z.enum(FILE_STATUSES);

/** What a store gives back is parsed at every read, whoever wrote it. */
export const ledgerFileSchema = z.strictObject({
  fileSha256: text,
  bucket: text,
  objectKey: text,
  objectVersionId: text,
  byteLength: count,
  receivedAt: text,
  status: fileStatus,
  statusReason: text,
  archiveKey: text.nullable(),
  exceptions: z.array(noticeSchema),
  warnings: z.array(noticeSchema),
  remittances: count,
  claims: count,
  denials: count,
  deniedCents: cents,
  // Files that came before claims were read have none.
  claimsSent: count.default(0),
  acknowledgements: count.default(0),
  historyBefore: text.optional(),
  redrives: z
    .array(z.strictObject({ at: text, by: text, reason: text, statusBefore: fileStatus }))
    .optional(),
  source: z
    .strictObject({ bucket: z.enum(['inbox', 'archive', 'quarantine']), key: text, versionId: text })
    .optional(),
}) satisfies z.ZodType<LedgerFile>;

export const redrivePreviewSchema = z.strictObject({
  askedAt: text,
  madeAt: text,
  remittances: count,
  claims: count,
  loadedBefore: count,
  held: count,
  claimTransactions: count,
  notRead: count,
  sentence: text,
}) satisfies z.ZodType<RedrivePreview>;

export const ledgerRemittanceSchema = z.strictObject({
  remittanceId,
  fileSha256: text,
  practiceId,
  header: headerSchema,
  trailer: trailerSchema,
  status: z.enum(REMITTANCE_STATUSES),
  statusReason: text,
  loadedAt: text.nullable(),
  storedClaims: count,
  storedPaidCents: cents,
  denials: count,
  deniedCents: cents,
  sharesIdentityWith: remittanceId.nullable(),
  released: z.strictObject({ at: text, by: text, reason: text }).optional(),
}) satisfies z.ZodType<LedgerRemittance>;

export const storedClaimPaymentSchema = z.strictObject({
  remittanceId,
  practiceId,
  payeeId: text,
  claim: claimPayment,
  header: headerSchema,
  decision: decisionSchema.nullable(),
  isHistory: z.literal(true).optional(),
}) satisfies z.ZodType<StoredClaimPayment>;
