import type { DocumentMediaType } from '../core/documents/document.ts';
import type { DocumentCheck } from '../core/documents/intake/check.ts';
import type { RefusalReason } from '../core/documents/intake/refusal.ts';
import type { DenialId } from '../core/ids.ts';

/** How far the checks of uploads are: one record to a denial and a hash, forgotten with the upload. */
export interface DocumentChecks {
  find(denialId: DenialId, sha256: string): Promise<DocumentCheck | null>;
  /** Of one denial, by hash. */
  list(denialId: DenialId): Promise<readonly DocumentCheck[]>;
  /** Takes the place of what was kept of the same denial and hash. */
  keep(check: DocumentCheck): Promise<void>;
}

export type CleanedDocument =
  | {
      readonly kind: 'clean';
      /** A plain PDF. */
      readonly bytes: Uint8Array;
      readonly pageCount: number;
      /** What it no longer holds, in words. */
      readonly removed: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** Makes a plain PDF of a document that a stranger may have made, or says why not. */
export interface DocumentCleaner {
  clean(bytes: Uint8Array, mediaType: Exclude<DocumentMediaType, 'image/tiff'>): Promise<CleanedDocument>;
}
