import { createHash } from 'node:crypto';
import { type DocumentMediaType, LARGEST_DOCUMENT_BYTES, mediaTypeOf } from '../core/documents/document.ts';
import { type DocumentCheck, nextOfCheck } from '../core/documents/intake/check.ts';
import type { RefusalReason } from '../core/documents/intake/refusal.ts';
import type { DenialId } from '../core/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentChecks, DocumentCleaner } from '../ports/document-checks.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { examinedKeyOf, uploadKeyOf } from './document-keys.ts';

export interface CheckPorts {
  readonly objects: ObjectStore;
  readonly checks: DocumentChecks;
  readonly cleaner: DocumentCleaner;
  readonly clock: Clock;
}

export type CheckResult =
  /** The upload was forgotten meanwhile. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'settled' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'accepted'; readonly pageCount: number };

/** Somebody else is at it, or was until a moment ago: the message comes again. */
export class CheckUnderWayError extends Error {
  override readonly name = 'CheckUnderWayError';
}

/**
 * Checks the newest upload of a denial under its hash, once: what comes of it is a plain PDF or a reason. A check that
 * takes the function with it (its memory, its time) is not tried again: the document is then refused.
 */
export async function checkDocument(
  ports: CheckPorts,
  { denialId, sha256 }: { readonly denialId: DenialId; readonly sha256: string },
): Promise<CheckResult> {
  const { objects, checks, clock } = ports;
  const found = await objects.find('documents', uploadKeyOf(denialId, sha256));
  if (found === null) return { kind: 'gone' };
  const { byteLength, ...version } = found;
  const since = clock.now();
  const about = { denialId, sha256, uploadVersionId: version.versionId, since };
  const next = nextOfCheck(await checks.find(denialId, sha256), version.versionId, since);
  if (next === 'settled') return { kind: 'settled' };
  if (next === 'under_way') throw new CheckUnderWayError();
  if (next === 'broke_off') return settle(ports, { ...about, state: 'refused', reason: 'not_read_safely' });
  if (byteLength > LARGEST_DOCUMENT_BYTES)
    return settle(ports, { ...about, state: 'refused', reason: 'too_large' });
  await checks.keep({ state: 'checking', ...about });
  try {
    const bytes = await objects.read(version);
    const taken = takenAs(bytes, sha256);
    if (taken.kind === 'refused')
      return await settle(ports, { ...about, state: 'refused', reason: taken.reason });
    const cleaned = await ports.cleaner.clean(bytes, taken.mediaType);
    if (cleaned.kind === 'refused')
      return await settle(ports, { ...about, state: 'refused', reason: cleaned.reason });
    const key = examinedKeyOf(denialId, sha256);
    const stored = await objects.put({
      bucket: 'documents',
      key,
      body: cleaned.bytes,
      contentType: 'application/pdf',
    });
    return await settle(ports, {
      ...about,
      state: 'accepted',
      byteLength,
      mediaType: taken.mediaType,
      clean: {
        objectKey: key,
        objectVersionId: stored.versionId,
        sha256: hashOf(cleaned.bytes),
        byteLength: cleaned.bytes.byteLength,
        pageCount: cleaned.pageCount,
        removed: [...cleaned.removed],
      },
    });
  } catch (error) {
    // The document is not to blame for a storage that fails: the next try begins anew.
    await checks.keep({ state: 'put_off', ...about }).catch(() => undefined);
    throw error;
  }
}

type Settled =
  | Omit<Extract<DocumentCheck, { state: 'refused' }>, 'checkedAt'>
  | Omit<Extract<DocumentCheck, { state: 'accepted' }>, 'checkedAt'>;

async function settle({ checks, clock }: CheckPorts, check: Settled): Promise<CheckResult> {
  await checks.keep({ ...check, checkedAt: clock.now() });
  return check.state === 'refused'
    ? { kind: 'refused', reason: check.reason }
    : { kind: 'accepted', pageCount: check.clean.pageCount };
}

type Taken =
  | { readonly kind: 'taken'; readonly mediaType: Exclude<DocumentMediaType, 'image/tiff'> }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** What the bytes are, whatever form and name say. */
function takenAs(bytes: Uint8Array, sha256: string): Taken {
  if (bytes.byteLength === 0) return { kind: 'refused', reason: 'empty' };
  if (hashOf(bytes) !== sha256) return { kind: 'refused', reason: 'other_hash' };
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return { kind: 'refused', reason: 'unknown_type' };
  return mediaType === 'image/tiff' ? { kind: 'refused', reason: 'tiff' } : { kind: 'taken', mediaType };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
