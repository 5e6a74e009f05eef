import { secondsAfter } from '../../core/time/instant.ts';
import type { Transfers } from '../../ports/transfers.ts';

/** Forms and links that say what they would allow; nobody takes them. */
export class MemoryTransfers implements Transfers {
  async permitUpload(
    { bucket, key, mediaType, byteLength }: Parameters<Transfers['permitUpload']>[0],
    { at, seconds }: { readonly at: string; readonly seconds: number },
  ) {
    const fields = { key, 'Content-Type': mediaType, byteLength: String(byteLength) };
    return { url: `https://${bucket}.example/`, fields, expiresAt: secondsAfter(at, seconds) };
  }

  async permitDownload(
    { bucket, key, versionId }: Parameters<Transfers['permitDownload']>[0],
    { at, seconds }: { readonly at: string; readonly seconds: number },
  ) {
    return {
      url: `https://${bucket}.example/${key}?versionId=${versionId}`,
      expiresAt: secondsAfter(at, seconds),
    };
  }
}
