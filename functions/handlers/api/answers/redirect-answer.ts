import * as z from 'zod';
import { standingOf } from '../../../core/deadline/standing.ts';
import { payerTypeSchema } from '../../../core/payer/profile.ts';
import type { Redirect } from '../../../use-cases/read-redirect.ts';
import { named } from '../components.ts';
import { stepAnswer, taskClockAnswer } from './correction-answer.ts';

const text = z.string();
const cents = z.int();
const day = z.iso.date().nullable();

const adjustments = z
  .array(
    z.strictObject({
      group: text,
      amountCents: cents,
      adjustments: z
        .array(z.strictObject({ carc: text, amountCents: cents, quantity: z.number().nullable() }))
        .readonly(),
    }),
  )
  .readonly();

const figures = named(
  'CoordinationFigures',
  z.strictObject({
    claim: z.strictObject({
      payerId: text,
      payerName: text,
      payerClaimNumber: text,
      decidedOn: day,
      chargeCents: cents,
      paidCents: cents.describe('AMT*D of loop 2320'),
      remainingCents: cents.describe('AMT*EAF of loop 2320: what this payer leaves to the patient'),
      adjustments: adjustments.describe('CAS of loop 2320'),
    }),
    lines: z
      .array(
        z.strictObject({
          line: z.int().positive(),
          procedure: z
            .strictObject({ qualifier: text, code: text, modifiers: z.array(text).readonly() })
            .nullable(),
          revenueCode: text,
          chargeCents: cents,
          paidCents: cents.describe('SVD02 of loop 2430'),
          units: z.number(),
          remainingCents: cents,
          adjustments: adjustments.describe('CAS of loop 2430'),
          addsUp: z.boolean(),
        }),
      )
      .readonly(),
    addsUp: z.boolean().describe('Charge = paid + adjustments, of the claim and of each line'),
  }),
);

/** Who is billed instead, and with what. */
export const redirectAnswer = named(
  'Redirect',
  z.strictObject({
    denialId: text,
    version: z.int().positive(),
    asOf: z.iso.date(),
    redirect: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('other_payer'),
        forwarded: z.strictObject({ sign: text, says: text }).nullable(),
        next: z
          .array(
            z.strictObject({
              from: z.enum(['priority_payer', 'crossover', 'claim']),
              name: text,
              id: text,
              order: text.nullable(),
              payer: text.nullable().describe('Key in the registry; null where it is not there'),
              payerType: payerTypeSchema,
              filing: taskClockAnswer
                .nullable()
                .describe('Until when it takes a first claim; null where nobody has configured it'),
            }),
          )
          .readonly(),
        figures,
        steps: z.array(stepAnswer).readonly(),
      }),
      z.strictObject({
        kind: z.literal('patient'),
        billableCents: cents.nonnegative().describe('Group PR of this denial: no more may be asked for'),
        forbidden: z.boolean(),
        checks: z
          .array(z.strictObject({ id: text, outcome: z.enum(['forbids', 'asks']), says: text, source: text }))
          .readonly(),
      }),
    ]),
  }),
);

export function redirectView(redirect: Redirect, asOf: string): object {
  if (redirect.kind === 'patient') return redirect;
  return {
    ...redirect,
    next: redirect.next.map((payer) => ({
      ...payer,
      filing: payer.filing && { ...payer.filing, standing: standingOf(payer.filing, asOf) },
    })),
  };
}
