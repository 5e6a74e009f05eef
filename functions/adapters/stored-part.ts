import * as z from 'zod';
import type { SubmissionTransaction } from '../core/claim/reader.ts';
import type { RemittanceId } from '../core/ids.ts';
import type { Delimiters } from '../core/x12/delimiters.ts';
import type { FilePart, PartOutcome } from '../ports/part-store.ts';
import { headerSchema, noticeSchema, trailerSchema } from './stored-remittance.ts';

const count = z.int().nonnegative();
const ordinal = z.int().positive();

const delimiters = z.strictObject({
  element: count,
  component: count.nullable(),
  repetition: count.nullable(),
  terminator: count,
}) satisfies z.ZodType<Delimiters>;

const slice = z.strictObject({
  header: headerSchema,
  trailer: trailerSchema,
  delimiters,
  firstClaim: ordinal,
  claims: count,
  byteStart: count,
  byteEnd: count,
  parts: z.strictObject({ first: ordinal, last: ordinal }),
});

const submission = z.strictObject({
  set: z.enum(['837', '999', '277']),
  ordinal,
  transaction: z.string(),
  claims: count,
  chargeCents: z.int(),
  acknowledgements: count,
  byteStart: count,
  byteEnd: count,
}) satisfies z.ZodType<SubmissionTransaction>;

/** What a store gives back is parsed at every read, whoever wrote it. */
export const filePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ part: ordinal, kind: z.literal('remittances'), slices: z.array(slice) }),
  z.strictObject({ part: ordinal, kind: z.literal('claims'), transactions: z.array(submission) }),
]) satisfies z.ZodType<FilePart>;

export const partOutcomeSchema = z.strictObject({
  standing: z.strictObject({
    remittances: count,
    claims: count,
    denials: count,
    deniedCents: z.int(),
    conflicts: count,
    exceptions: z.array(noticeSchema),
    warnings: z.array(noticeSchema),
  }),
  shared: z.array(z.string().transform((id) => id as RemittanceId)),
  claimsSent: count,
  acknowledgements: count,
}) satisfies z.ZodType<PartOutcome>;
