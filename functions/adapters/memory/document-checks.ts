import type { DocumentCheck } from '../../core/documents/intake/check.ts';
import type { CleanedDocument, DocumentChecks, DocumentCleaner } from '../../ports/document-checks.ts';

export class MemoryDocumentChecks implements DocumentChecks {
  readonly #kept = new Map<string, DocumentCheck>();

  async find(denialId: string, sha256: string): Promise<DocumentCheck | null> {
    return this.#kept.get(`${denialId} ${sha256}`) ?? null;
  }

  async list(denialId: string): Promise<readonly DocumentCheck[]> {
    return [...this.#kept.values()]
      .filter((check) => check.denialId === denialId)
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  }

  async keep(check: DocumentCheck): Promise<void> {
    this.#kept.set(`${check.denialId} ${check.sha256}`, structuredClone(check));
  }
}

/** Takes what it is told to take, and opens nothing. */
export class MemoryDocumentCleaner implements DocumentCleaner {
  /** What comes of the next documents. */
  cleaned: CleanedDocument = {
    kind: 'clean',
    bytes: new TextEncoder().encode('%PDF-1.7 plain'),
    pageCount: 1,
    removed: [],
  };

  async clean(): Promise<CleanedDocument> {
    return this.cleaned;
  }
}
