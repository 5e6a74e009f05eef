import * as z from 'zod';
import type { PracticeId } from '../../core/ids.ts';

/** A practice by its id: NPI or TIN of the payee. */
export const practiceParameter = z
  .string()
  .min(1)
  .max(80)
  .transform((id) => id as PracticeId);

/** The `practice` of a list; null = all within reach. */
export const practiceQuery = practiceParameter.optional().transform((id) => id ?? null);
