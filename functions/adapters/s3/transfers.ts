import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { secondsAfter } from '../../core/time/instant.ts';
import type { BucketRole } from '../../ports/object-store.ts';
import type { Transfers } from '../../ports/transfers.ts';

/**
 * Forms and links signed with the function's own credentials: what they allow ends with the credentials, if that is
 * sooner (ADR-0023).
 */
export function s3Transfers(
  client: S3Client,
  buckets: Readonly<Partial<Record<BucketRole, string>>>,
): Transfers {
  function nameOf(role: BucketRole): string {
    const name = buckets[role];
    if (name === undefined) throw new Error(`This function has no ${role} bucket.`);
    return name;
  }

  return {
    async permitUpload({ bucket, key, mediaType, byteLength }, { at, seconds }) {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: nameOf(bucket),
        Key: key,
        Fields: { 'Content-Type': mediaType },
        Conditions: [['content-length-range', byteLength, byteLength]],
        Expires: seconds,
      });
      return { url, fields, expiresAt: secondsAfter(at, seconds) };
    },

    async permitDownload({ bucket, key, versionId, mediaType }, { at, seconds }) {
      const object = new GetObjectCommand({
        Bucket: nameOf(bucket),
        Key: key,
        VersionId: versionId,
        ResponseCacheControl: 'no-store',
        ResponseContentDisposition: 'attachment',
        ResponseContentType: mediaType,
      });
      const url = await getSignedUrl(client, object, { expiresIn: seconds, signingDate: new Date(at) });
      return { url, expiresAt: secondsAfter(at, seconds) };
    },
  };
}
