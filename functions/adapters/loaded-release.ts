import * as z from 'zod';
import { CODING_TABLES, type LoadedRelease } from '../ports/coding-tables.ts';

/** The releases that a store has on file, parsed at every read. */
export const loadedReleasesSchema = z.array(
  z.strictObject({
    table: z.enum(CODING_TABLES),
    releaseId: z.string(),
    name: z.string(),
    effectiveFrom: z.iso.date(),
    rows: z.int().positive(),
    loadedAt: z.iso.datetime(),
  }) satisfies z.ZodType<LoadedRelease>,
);
