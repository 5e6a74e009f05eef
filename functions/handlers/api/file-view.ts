import type { LedgerFile, RedrivePreview } from '../../ports/remittance-store.ts';
import type { UserRecord } from '../../ports/settings.ts';
import { offeredOnFile } from '../../use-cases/redrive-file.ts';

/** Who looks, and when: it says what they may do with what they see. */
export interface Looking {
  readonly user: UserRecord;
  readonly now: string;
}

/** A file without its name and place: a name may say who the patient is. */
export function fileView(file: LedgerFile, { user, now }: Looking): object {
  const { bucket, objectKey, objectVersionId, archiveKey, source, redrives = [], ...shown } = file;
  return { ...shown, redrives, actions: offeredOnFile(user, file, now) };
}

/** One file, with what loading it again would come to where somebody asked. */
export function fileDetail(file: LedgerFile, preview: RedrivePreview | null, looking: Looking): object {
  return { ...fileView(file, looking), preview };
}
