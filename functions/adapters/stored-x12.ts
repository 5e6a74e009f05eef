import * as z from 'zod';
import type { Adjustment, Procedure, QualifiedAmount, Reference } from '../core/remittance/remittance.ts';

/** What claims as sent (837) and claims as paid (835) have in common, as it is stored. */
const text = z.string();
const cents = z.int();

export const reference = z.strictObject({ qualifier: text, value: text }) satisfies z.ZodType<Reference>;
export const amount = z.strictObject({
  qualifier: text,
  amountCents: cents,
}) satisfies z.ZodType<QualifiedAmount>;
export const procedure = z.strictObject({
  qualifier: text,
  code: text,
  modifiers: z.array(text),
}) satisfies z.ZodType<Procedure>;
export const adjustment = z.strictObject({
  group: text,
  carc: text,
  amountCents: cents,
  quantity: z.number().nullable(),
}) satisfies z.ZodType<Adjustment>;
