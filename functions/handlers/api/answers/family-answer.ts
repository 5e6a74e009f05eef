import * as z from 'zod';
import { closedAsSchema, stateSchema } from '../../../core/denial/lifecycle.ts';
import { named } from '../components.ts';

const text = z.string();
const cents = z.int();
const day = z.iso.date().nullable();
const sentence = text;

/** What is on file beside the one remittance that bears on a denial's reasons. */
const relatedFact = named(
  'RelatedFact',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('duplicate_of'), adjudicationId: text.nullable(), sentence }),
    z.strictObject({
      kind: z.literal('paid_line'),
      adjudicationId: text.nullable(),
      line: z.int(),
      procedure: text.nullable(),
      paidCents: cents,
      sentence,
    }),
    z.strictObject({
      kind: z.literal('other_payer'),
      from: z.enum(['remittance', 'claim']),
      name: text,
      id: text,
      sentence,
    }),
    z.strictObject({
      kind: z.literal('filing_dates'),
      servedOn: day,
      sentOn: day,
      acceptedOn: day,
      receivedOn: day,
      sentence,
    }),
    z.strictObject({ kind: z.literal('recovers'), adjudicationId: text.nullable(), sentence }),
    z.strictObject({ kind: z.literal('authorization'), onClaim: z.boolean().nullable(), sentence }),
  ]),
);

const relatedAnswer = named(
  'RelatedAdjudication',
  z.strictObject({
    adjudicationId: text,
    remittanceId: text,
    decidedOn: day,
    payerName: text,
    status: text.describe('CLP02'),
    payerClaimControlNumber: text,
    chargeCents: cents,
    paidCents: cents,
    deniedCents: cents,
    standing: z.enum(['in_force', 'reversed', 'replaced', 'reversal', 'duplicate']),
    reversedBy: text.nullable(),
    replacedBy: text.nullable(),
    answer: z
      .strictObject({
        by: text,
        on: day,
        outcome: z.enum(['overturned', 'partly_overturned', 'upheld']),
        recoveredCents: cents,
        stillDeniedCents: cents,
        saysUpheld: z.boolean(),
      })
      .nullable(),
    relations: z
      .array(
        z.strictObject({
          kind: z.enum(['duplicates', 'reverses', 'corrects', 'replaces', 'voids', 'split_of', 'answers']),
          to: text,
        }),
      )
      .readonly(),
    record: z
      .strictObject({
        denialId: text,
        kind: z.enum(['denial', 'follow_up']),
        state: stateSchema,
        closedAs: closedAsSchema.nullable(),
      })
      .nullable()
      .describe('The denial or follow-up of this adjudication, where it has one'),
  }),
);

/** Every decision about the claim, by day, and what bears on the reasons. */
export const familyFields = {
  facts: z.array(relatedFact).readonly(),
  related: z.array(relatedAnswer).readonly(),
};
