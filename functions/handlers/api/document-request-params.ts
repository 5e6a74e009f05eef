import * as z from 'zod';
import { denialParams } from './operation.ts';

/** A document that was asked for, by its number within the denial. */
export const documentRequestParams = denialParams.extend({
  number: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number),
});
