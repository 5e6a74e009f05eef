import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketRole } from '../../ports/object-store.ts';
import type { Transfers } from '../../ports/transfers.ts';
import { type Signing, signedForm, signedUrl } from './sign.ts';

/**
 * Forms and links signed with the function's own credentials: what they allow ends with the credentials, if that is
 * sooner.
 *
 * @param endpoint of the emulator, which has no bucket host names; undefined on AWS
 */
export function s3Transfers(
  client: S3Client,
  buckets: Readonly<Partial<Record<BucketRole, string>>>,
  endpoint: string | undefined,
): Transfers {
  async function signing(at: string): Promise<Signing> {
    const [credentials, region] = await Promise.all([client.config.credentials(), client.config.region()]);
    return { credentials, region, at };
  }
  function nameOf(role: BucketRole): string {
    const name = buckets[role];
    if (name === undefined) throw new Error(`This function has no ${role} bucket.`);
    return name;
  }
  const addressOf = (bucket: string, region: string): string =>
    endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint}/${bucket}`;

  return {
    async permitUpload({ bucket, key, mediaType, byteLength }, { at, seconds }) {
      const by = await signing(at);
      const name = nameOf(bucket);
      const expiresAt = later(at, seconds);
      const fields = signedForm(by, {
        bucket: name,
        fields: { key, 'Content-Type': mediaType },
        byteLength,
        expiresAt,
      });
      return { url: `${addressOf(name, by.region)}/`, fields, expiresAt };
    },

    async permitDownload({ bucket, key, versionId, mediaType }, { at, seconds }) {
      const by = await signing(at);
      const path = key.split('/').map(encodeURIComponent).join('/');
      const url = signedUrl(
        by,
        `${addressOf(nameOf(bucket), by.region)}/${path}`,
        {
          versionId,
          'response-cache-control': 'no-store',
          'response-content-disposition': 'attachment',
          'response-content-type': mediaType,
        },
        seconds,
      );
      return { url, expiresAt: later(at, seconds) };
    },
  };
}

function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}
