import type { LedgerFile, RedrivePreview } from '../../ports/remittance-store.ts';

/** A file without its name and place: a name may say who the patient is. */
export function fileView({
  bucket,
  objectKey,
  objectVersionId,
  archiveKey,
  source,
  redrives = [],
  ...file
}: LedgerFile): object {
  return { ...file, redrives };
}

/** One file, with what loading it again would come to where somebody asked. */
export function fileDetail(file: LedgerFile, preview: RedrivePreview | null): object {
  return { ...fileView(file), preview };
}
