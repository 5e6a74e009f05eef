import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketRole, ByteRange, ObjectStore, ObjectVersion } from '../../ports/object-store.ts';

/** `pathStyle` where the endpoint is the emulator's, which has no bucket host names. */
export function s3Client(pathStyle: boolean): S3Client {
  return new S3Client({ forcePathStyle: pathStyle });
}

/** Versioned buckets by role. `buckets` names those that the function may use. */
export function s3ObjectStore(
  client: S3Client,
  buckets: Readonly<Partial<Record<BucketRole, string>>>,
): ObjectStore {
  const nameOf = (role: BucketRole): string => {
    const name = buckets[role];
    if (name === undefined) throw new Error(`This function has no ${role} bucket.`);
    return name;
  };

  async function get({ bucket, key, versionId }: ObjectVersion, range?: ByteRange) {
    const { Body } = await client.send(
      new GetObjectCommand({
        Bucket: nameOf(bucket),
        Key: key,
        VersionId: versionId,
        // RFC 9110 14.1.2: the last byte is included.
        Range: range && `bytes=${range.byteStart}-${range.byteEnd - 1}`,
      }),
    );
    if (Body === undefined) throw new Error('S3 answered without a body.');
    return Body;
  }

  return {
    // In Node the SDK's body is a stream of byte chunks; its type covers browsers too.
    async stream(object, range) {
      return (await get(object, range)) as unknown as AsyncIterable<Uint8Array>;
    },
    async read(object) {
      return (await get(object)).transformToByteArray();
    },
    async newest(bucket, key) {
      const { VersionId } = await client.send(new HeadObjectCommand({ Bucket: nameOf(bucket), Key: key }));
      return { bucket, key, versionId: required(VersionId) };
    },
    async put({ bucket, key, body, contentType }) {
      const { VersionId } = await client.send(
        new PutObjectCommand({ Bucket: nameOf(bucket), Key: key, Body: body, ContentType: contentType }),
      );
      return { bucket, key, versionId: required(VersionId) };
    },
    async copy(from, to) {
      const source = `${nameOf(from.bucket)}/${from.key.split('/').map(encodeURIComponent).join('/')}`;
      const { VersionId } = await client.send(
        new CopyObjectCommand({
          Bucket: nameOf(to.bucket),
          Key: to.key,
          CopySource: `${source}?versionId=${encodeURIComponent(from.versionId)}`,
        }),
      );
      return { ...to, versionId: required(VersionId) };
    },
  };
}

function required(versionId: string | undefined): string {
  if (versionId === undefined) throw new Error('The bucket keeps no versions.');
  return versionId;
}
