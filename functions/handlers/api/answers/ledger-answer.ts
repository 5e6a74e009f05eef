import * as z from 'zod';
import { decisionClassSchema, routeSchema } from '../../../core/denial/decision.ts';
import { named } from '../components.ts';
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

/** A file as it arrived, without its name and place. */
export const fileAnswer = named(
  'File',
  z.strictObject({
    fileSha256: text,
    byteLength: count,
    receivedAt: z.iso.datetime(),
    status: z.enum([
      'reading',
      'loaded',
      'loaded_with_exceptions',
      'quarantined',
      'not_read_yet',
      'duplicate',
    ]),
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
    status: z.enum(['loading', 'loaded', 'conflict']),
    statusReason: text,
    loadedAt: z.iso.datetime().nullable(),
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
