import * as z from 'zod';
import { mailAddressSchema } from '../../core/documents/request.ts';
import { denialParams, written } from './operation.ts';

/** A document that was asked for, by its number within the denial. */
export const documentRequestParams = denialParams.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
});

/** Who is asked for what, and by when. */
export const askedDocumentBody = z.strictObject({
  document: written(300).describe('As `requiredDocuments` names it, or in one’s own words'),
  holder: z.strictObject({ name: written(120), email: mailAddressSchema.optional() }),
  dueOn: z.iso.date(),
});
