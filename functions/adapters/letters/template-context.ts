import * as z from 'zod';
import { letterFactsSchema } from '../../core/appeal/facts.ts';
import type { Manifest } from '../../core/appeal/manifest.ts';
import { lawSchema } from '../../core/appeal/statutes.ts';

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
