import * as z from 'zod';

/** SHA-256 of a document that is attached to the denial and shows what is recorded. */
export function evidenceOf(what: string) {
  return z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe(what);
}
