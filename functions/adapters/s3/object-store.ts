import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
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
    const { Body, ContentRange } = await client.send(
      new GetObjectCommand({
        Bucket: nameOf(bucket),
        Key: key,
        VersionId: versionId,
        // RFC 9110 14.1.2: the last byte is included.
        Range: range && `bytes=${range.byteStart}-${range.byteEnd - 1}`,
      }),
    );
    if (Body === undefined) throw new Error('S3 answered without a body.');
    return { body: Body, isRange: ContentRange !== undefined };
  }

  return {
    // In Node the SDK's body is a stream of byte chunks; its type covers browsers too.
    async stream(object, range) {
      const { body, isRange } = await get(object, range);
      const bytes = body as unknown as AsyncIterable<Uint8Array>;
      return range === undefined || isRange ? bytes : cutOut(bytes, range);
    },
    async read(object) {
      return (await get(object)).body.transformToByteArray();
    },
    async find(bucket, key) {
      try {
        const { VersionId, ContentLength = 0 } = await client.send(
          new HeadObjectCommand({ Bucket: nameOf(bucket), Key: key }),
        );
        return { bucket, key, versionId: required(VersionId), byteLength: ContentLength };
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
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

/** A server may ignore the range and send everything (RFC 9110 14.2); the emulator does where a version is named. */
async function* cutOut(
  bytes: AsyncIterable<Uint8Array>,
  { byteStart, byteEnd }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of bytes) {
    const piece = chunk.subarray(Math.max(byteStart - at, 0), Math.max(byteEnd - at, 0));
    at += chunk.length;
    if (piece.length > 0) yield piece;
    if (at >= byteEnd) return;
  }
}

function required(versionId: string | undefined): string {
  if (versionId === undefined) throw new Error('The bucket keeps no versions.');
  return versionId;
}
