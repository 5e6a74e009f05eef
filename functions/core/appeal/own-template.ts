import * as z from 'zod';
import { manifestSchema } from './manifest.ts';

/** Own templates never take the id of one that comes with the release. */
export const ownTemplateIdSchema = z.string().regex(/^own-[a-z][a-z-]{0,60}$/);

export const LONGEST_TEMPLATE = 16_000;
export const MOST_OWN_TEMPLATES = 8;

/** A letter template that an organisation wrote: what templates/<id>/ holds of one that comes with the release. */
export const ownTemplateSchema = z.strictObject({
  /** As templates/<id>/manifest.json; `fields` may be left out, and is filled in. */
  manifest: manifestSchema.extend({
    templateId: ownTemplateIdSchema,
    fields: manifestSchema.shape.fields.default([]),
  }),
  /** Handlebars, within the rules of docs/reference/letters.md; it is interpreted, never made into code. */
  source: z.string().min(1).max(LONGEST_TEMPLATE),
});
export type OwnTemplate = z.infer<typeof ownTemplateSchema>;

/** Whether a template is an organisation's own, by its id. */
export function isOwnTemplate(templateId: string): boolean {
  return templateId.startsWith('own-');
}
