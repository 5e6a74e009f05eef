import { refusalInWords } from '../../core/documents/intake/refusal.ts';
import type { SeenUpload } from '../../use-cases/read-documents.ts';

/** The check of an upload in words; nothing of its place. */
export function documentCheckView({ sha256, check }: SeenUpload) {
  const reason = check.state === 'refused' ? check.reason : null;
  const { why, remedy } = reason === null ? { why: null, remedy: null } : refusalInWords(reason);
  const clean = check.state === 'accepted' ? check.clean : null;
  return {
    sha256,
    state: check.state,
    reason,
    why,
    remedy,
    pageCount: clean?.pageCount ?? null,
    removed: clean?.removed ?? [],
  };
}
