import type { LedgerFile } from '../../ports/remittance-store.ts';

/** A file without its name and place: a name may say who the patient is. */
export function fileView({ bucket, objectKey, objectVersionId, archiveKey, ...file }: LedgerFile): object {
  return file;
}
