import * as z from 'zod';
import { named } from '../components.ts';

/** What became of one denial of several. */
export const itemResultAnswer = named(
  'ItemResult',
  z.strictObject({
    denialId: z.string(),
    outcome: z.enum(['done', 'changed_meanwhile', 'refused', 'unknown', 'failed']),
    version: z.int().nullable().describe('As it stands now; null where nothing of it is told'),
    code: z.string().nullable().describe('The code of the problem that it would be by itself'),
    sentence: z.string().nullable(),
  }),
);
