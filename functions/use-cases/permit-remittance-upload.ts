import type { LedgerFile, RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { Transfers, UploadForm } from '../ports/transfers.ts';
import { type AccessPorts, type Forbidden, refusalOfAccess } from './guard-access.ts';

/** A browser has to hash the file it uploads; larger ones are put into the inbox by `overturn upload`. */
export const LARGEST_UPLOADED_FILE_BYTES = 500_000_000;
/** RFC 1767. */
export const REMITTANCE_MEDIA_TYPE = 'application/edi-x12';
/** For an upload to begin; one that has begun is not cut off. */
export const UPLOAD_PERMITTED_SECONDS = 300;

export type RemittanceUpload =
  | { readonly kind: 'permitted'; readonly form: UploadForm }
  /** The same bytes are on file: to upload them again would load nothing. */
  | { readonly kind: 'came_before'; readonly file: LedgerFile }
  | Forbidden;

/**
 * Lets a person upload a file into the inbox, under a key made of nothing but its hash: what they call it may name a
 * patient. What became of it is then read of the file by that hash. Who asked is kept in the access log.
 *
 * @param request.fileSha256 of the bytes, as the person's own machine counted it; ingest counts it again
 */
export async function permitRemittanceUpload(
  ports: AccessPorts & { readonly remittances: RemittanceStore; readonly transfers: Transfers },
  request: { readonly user: UserRecord; readonly fileSha256: string; readonly byteLength: number },
): Promise<RemittanceUpload> {
  const { user, fileSha256, byteLength } = request;
  // A file holds remittances of several practices.
  const asked = { action: 'upload_remittance', record: { practiceId: null }, subject: fileSha256 } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const file = await ports.remittances.readFile(fileSha256);
  // A load that was cut off goes on when the bytes come again.
  if (file !== null && file.status !== 'reading') return { kind: 'came_before', file };
  const object = {
    bucket: 'inbox',
    key: `uploads/${fileSha256}`,
    mediaType: REMITTANCE_MEDIA_TYPE,
    byteLength,
  } as const;
  const within = { at: ports.clock.now(), seconds: UPLOAD_PERMITTED_SECONDS };
  return { kind: 'permitted', form: await ports.transfers.permitUpload(object, within) };
}
