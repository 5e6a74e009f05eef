import * as z from 'zod';
import { named } from '../components.ts';

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
