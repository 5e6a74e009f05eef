import * as z from 'zod';
import { categorySchema } from '../denial/decision.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { subjectSchema } from './statutes.ts';

const identifier = z.string().regex(/^[a-z][a-z_]*$/);

export const passageSchema = z.strictObject({
  id: identifier,
  label: z.string().min(1),
  kind: z.enum(['text', 'rows']),
  columns: z.array(z.strictObject({ id: identifier, label: z.string().min(1) })),
  maxLength: z.int().positive(),
});

/** templates/<id>/manifest.json: for which appeals the letter is, and all that it may use. */
export const manifestSchema = z.strictObject({
  templateId: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(1),
  /** `notice`: a letter that is no appeal. */
  kind: z.enum(['appeal', 'notice']),
  /** What it argues: the law of templates/statutes.json is chosen by it. */
  subject: subjectSchema,
  categories: z.union([z.literal('*'), z.array(categorySchema).min(1)]),
  codes: z.union([z.literal('*'), z.array(z.string().regex(/^[A-Z]{0,2}[0-9]{1,3}$/)).min(1)]),
  rules: z.union([z.literal('*'), z.array(z.string().min(1)).min(1)]),
  payerTypes: z.union([z.literal('*'), z.array(payerTypeSchema).min(1)]),
  levels: z.union([z.literal('*'), z.array(z.int().positive()).min(1)]),
  requiredDocuments: z.array(z.string().min(1)),
  passages: z.array(passageSchema),
  /** Every merge field the letter uses, sorted: reviewed with the letter. */
  fields: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestSchema>;
