import * as z from 'zod';
import { cleanDocumentSchema, documentMediaTypeSchema } from '../document.ts';
import { CHECK_IS_LATE_AFTER_SECONDS, CHECK_SECONDS } from './limits.ts';
import { refusalReasonSchema } from './refusal.ts';

const about = {
  denialId: z.string(),
  /** Of the bytes, as the form named them. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Which upload under that hash. */
  uploadVersionId: z.string(),
  /** When the check of this upload began. */
  since: z.iso.datetime(),
};

/** How far the check of an upload is: one record to a denial and a hash, kept as long as the upload. */
export const documentCheckSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('checking'), ...about }),
  /** Something outside of the document failed: the same message comes again. */
  z.strictObject({ state: z.literal('put_off'), ...about }),
  z.strictObject({
    state: z.literal('refused'),
    ...about,
    checkedAt: z.iso.datetime(),
    reason: refusalReasonSchema,
  }),
  z.strictObject({
    state: z.literal('accepted'),
    ...about,
    checkedAt: z.iso.datetime(),
    byteLength: z.int().positive(),
    mediaType: documentMediaTypeSchema,
    clean: cleanDocumentSchema,
  }),
]);
export type DocumentCheck = z.infer<typeof documentCheckSchema>;

/**
 * What a message about an upload asks for. `broke_off`: an earlier check of the same upload began and never ended, so
 * that it took the function with it; a second one would too.
 *
 * @param earlier what is recorded of the denial and the hash
 * @param at now, ISO
 */
export function nextOfCheck(
  earlier: DocumentCheck | null,
  uploadVersionId: string,
  at: string,
): 'check' | 'settled' | 'under_way' | 'broke_off' {
  // The bytes that were accepted have the hash, whatever was put under it since.
  if (earlier?.state === 'accepted') return 'settled';
  if (earlier === null || earlier.uploadVersionId !== uploadVersionId) return 'check';
  if (earlier.state === 'refused') return 'settled';
  if (earlier.state === 'put_off') return 'check';
  return secondsSince(earlier.since, at) > CHECK_SECONDS ? 'broke_off' : 'under_way';
}

/** What a person sees of an upload that is not attached. */
export type CheckSeen =
  | { readonly state: 'not_uploaded' }
  | { readonly state: 'checking' }
  /** Nobody is checking it any more: an operator has an alarm, and another upload begins anew. */
  | { readonly state: 'not_checked' }
  | Extract<DocumentCheck, { state: 'refused' | 'accepted' }>;

/**
 * @param check what is recorded of the denial and the hash
 * @param uploadVersionId the newest upload under that hash; null where there is none, or none any more
 * @param at now, ISO
 */
export function checkSeen(
  check: DocumentCheck | null,
  uploadVersionId: string | null,
  at: string,
): CheckSeen {
  if (uploadVersionId === null) return { state: 'not_uploaded' };
  if (check?.state === 'accepted') return check;
  // The newest upload was not looked at yet.
  if (check === null || check.uploadVersionId !== uploadVersionId) return { state: 'checking' };
  if (check.state === 'refused') return check;
  return secondsSince(check.since, at) > CHECK_IS_LATE_AFTER_SECONDS
    ? { state: 'not_checked' }
    : { state: 'checking' };
}

function secondsSince(earlier: string, at: string): number {
  return (Date.parse(at) - Date.parse(earlier)) / 1000;
}
