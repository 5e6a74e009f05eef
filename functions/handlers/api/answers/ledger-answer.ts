import * as z from 'zod';
import { decisionClassSchema, routeSchema } from '../../../core/denial/decision.ts';
import { FILE_STATUSES, REMITTANCE_STATUSES } from '../../../ports/remittance-store.ts';
import { named } from '../components.ts';
import { actionsAnswer } from './denial-answer.ts';
import { moneyAnswer } from './money-answer.ts';

const text = z.string();
const cents = z.int();
const count = z.int().nonnegative();

const readingNotice = named(
  'ReadingNotice',
  z.strictObject({
    code: text,
    message: text,
    transaction: text.nullable(),
    ordinal: z.int().nullable(),
    segment: z.int().nullable(),
    byteOffset: z.int().nullable(),
  }),
);

const fileStatus = z.enum(FILE_STATUSES);

/** A file as it arrived, without its name and place. */
export const fileAnswer = named(
  'File',
  z.strictObject({
    fileSha256: text,
    byteLength: count,
    receivedAt: z.iso.datetime(),
    status: fileStatus,
    statusReason: text,
    exceptions: z.array(readingNotice).readonly(),
    warnings: z.array(readingNotice).readonly(),
    remittances: count,
    claims: count,
    denials: count,
    deniedCents: cents,
    claimsSent: count,
    acknowledgements: count,
    historyBefore: z.iso.date().optional().describe('Marked as history: decided before this day'),
    redrives: z
      .array(z.strictObject({ at: z.iso.datetime(), by: text, reason: text, statusBefore: fileStatus }))
      .readonly()
      .describe('Every time that a person had it loaded again, oldest first'),
    actions: actionsAnswer,
  }),
);

/** One file, with what loading it again would come to. */
export const fileDetailAnswer = named(
  'FileDetail',
  z.strictObject({
    ...fileAnswer.shape,
    preview: named(
      'RedrivePreview',
      z.strictObject({
        askedAt: z.iso.datetime(),
        madeAt: z.iso.datetime(),
        remittances: count.describe('Would be loaded; one that turns out to be in conflict is held'),
        claims: count.describe('Of these remittances'),
        loadedBefore: count.describe('Remittances that are loaded and stay as they are'),
        held: count.describe('Remittances that stay held until a person releases them'),
        claimTransactions: count.describe('Of claims as sent and acknowledgements'),
        notRead: count.describe('Parts of the file that still cannot be read'),
        sentence: text,
      }),
    )
      .nullable()
      .describe('The newest dry run; null where nobody asked'),
  }),
);

export const remittanceAnswer = named(
  'RemittanceRow',
  z.strictObject({
    remittanceId: text,
    practiceId: text,
    fileSha256: text,
    payer: z.strictObject({ id: text, name: text }),
    traceNumber: text,
    paidOn: text.nullable(),
    paymentCents: cents,
    balanced: z.boolean(),
    imbalanceCents: cents,
    claims: count,
    paidCents: cents,
    storedClaims: count,
    storedPaidCents: cents,
    denials: count,
    deniedCents: cents,
    status: z.enum(REMITTANCE_STATUSES),
    statusReason: text,
    loadedAt: z.iso.datetime().nullable(),
    released: z
      .strictObject({ at: z.iso.datetime(), by: text, reason: text })
      .nullable()
      .describe('Who had it loaded although it was held in conflict'),
    actions: actionsAnswer,
  }),
);

/** One claim of a remittance: what was billed, what each adjustment took, what was decided of it. */
const remittanceClaimAnswer = named(
  'RemittanceClaim',
  z.strictObject({
    adjudicationId: text.describe('The id of its denial or follow-up, where it has one'),
    ordinal: z.int().positive(),
    claimId: text,
    payerClaimControlNumber: text,
    status: text,
    class: decisionClassSchema.nullable().describe('Null where nothing in it needs a decision'),
    route: routeSchema.nullable(),
    explanation: text.nullable(),
    deniedCents: cents,
    money: moneyAnswer,
  }),
);

/** A remittance as it adds up. */
export const remittanceDetailAnswer = named(
  'Remittance',
  z.strictObject({
    ...remittanceAnswer.shape,
    statement: z.strictObject({
      paymentCents: cents.describe('BPR02'),
      claimsCents: cents.describe('All CLP04 together'),
      providerAdjustmentCents: cents.describe('All PLB amounts together; what they take off is positive'),
      differenceCents: cents.describe('Claims less provider adjustments less payment: 0 where it adds up'),
      storedDifferenceCents: cents.describe('What is stored less what was read'),
      unbalancedClaims: count,
      sentence: text,
    }),
    providerAdjustments: z
      .array(z.strictObject({ reason: text, reference: text, amountCents: cents }))
      .readonly(),
    sharesIdentityWith: text.nullable(),
    claimPayments: z.array(remittanceClaimAnswer).readonly(),
    cursor: text.nullable().describe('Of the next claims; null after the last'),
  }),
);
