import type { StoredPdf } from '../core/denial/denial.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { sha256Of } from './hash-of.ts';

/** Stores one PDF among the packets, as one version that is never written again. */
export async function storePdf(
  objects: ObjectStore,
  key: string,
  { bytes, pageCount }: { readonly bytes: Uint8Array; readonly pageCount: number },
): Promise<StoredPdf> {
  const object = await objects.put({ bucket: 'packets', key, body: bytes, contentType: 'application/pdf' });
  return {
    sha256: sha256Of(bytes),
    objectKey: object.key,
    objectVersionId: object.versionId,
    byteLength: bytes.byteLength,
    pageCount,
  };
}
