import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import {
  appealableSchema,
  categorySchema,
  decisionClassSchema,
  mechanismSchema,
  routeSchema,
} from '../../functions/core/denial/decision.ts';
import { payerTypeSchema } from '../../functions/core/payer/profile.ts';

const cents = z.int();
const adjustments = z.array(z.strictObject({ group: z.string(), carc: z.string(), amountCents: cents }));
const remarks = z.array(z.string());

/** What a system should answer. Null beside a class = the labeller would not say; such fields are not scored. */
export const expectationSchema = z.strictObject({
  /** False: nothing to work or to wait for, and no decision expected. */
  decided: z.boolean(),
  class: decisionClassSchema.nullable(),
  category: categorySchema.nullable(),
  route: routeSchema.nullable(),
  appealable: appealableSchema.nullable(),
  mechanism: mechanismSchema.nullable(),
});

/** One labelled case: an invented claim that balances, and the answer a reader of the sources gave. */
export const labelSchema = z.strictObject({
  id: z.string(),
  payerType: payerTypeSchema,
  capitated: z.boolean(),
  network: z.enum(['in', 'out']).nullable(),
  claim: z.strictObject({
    status: z.string(),
    chargeCents: cents,
    paidCents: cents,
    adjustments,
    remarks,
    lines: z.array(z.strictObject({ chargeCents: cents, paidCents: cents, adjustments, remarks })),
  }),
  expect: expectationSchema,
  /** Labelled, but not scored. */
  unsure: z.array(z.enum(['class'])),
  why: z.string().min(1),
  source: z.string().min(1),
  /** Why the label may be wrong; it is scored as it stands. */
  doubt: z.string().optional(),
});
export type Label = z.infer<typeof labelSchema>;

/** The labelled set, one case a line. */
export function readLabels(): readonly Label[] {
  const text = readFileSync(join(import.meta.dirname, 'labels.ndjson'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => labelSchema.parse(JSON.parse(line)));
}
