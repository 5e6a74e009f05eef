import * as z from 'zod';
import { refusalReasonSchema } from '../../../core/documents/intake/refusal.ts';
import { named } from '../components.ts';

/** How far the check of an upload is. Every field is there in every state. */
export const documentCheckAnswer = named(
  'DocumentCheck',
  z.strictObject({
    sha256: z.string().describe('Of the bytes, as the form named them'),
    state: z
      .enum(['not_uploaded', 'checking', 'not_checked', 'refused', 'accepted'])
      .describe('`not_checked`: the check broke down; upload it once more'),
    reason: refusalReasonSchema.nullable().describe('Why it was refused; null otherwise'),
    why: z.string().nullable().describe('The reason, in words'),
    remedy: z.string().nullable().describe('What to do about it'),
    pageCount: z.int().nullable().describe('Of the accepted'),
    removed: z.array(z.string()).readonly().describe('What the accepted no longer holds, in words: "links"'),
  }),
);
