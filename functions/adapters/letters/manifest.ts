import * as z from 'zod';
import { letterFactsSchema } from '../../core/appeal/facts.ts';
import { lawSchema, subjectSchema } from '../../core/appeal/statutes.ts';
import { categorySchema } from '../../core/denial/decision.ts';
import { payerTypeSchema } from '../../core/payer/profile.ts';

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

/**
 * What a template of this manifest sees: the facts of the letter, the law of its line of business, the biller's
 * passages, null where not written, and the facts that the biller added.
 */
export function contextSchemaOf(manifest: Pick<Manifest, 'passages'>): z.ZodObject {
  const passages = manifest.passages.map(({ id, kind, columns }) => {
    const row = z.strictObject(Object.fromEntries(columns.map((column) => [column.id, z.string()])));
    return [id, kind === 'text' ? z.string().nullable() : z.array(row).nullable()] as const;
  });
  return letterFactsSchema.extend({
    law: lawSchema,
    passages: z.strictObject(Object.fromEntries(passages)),
    added: z.array(z.strictObject({ statement: z.string(), source: z.string() })),
  });
}
