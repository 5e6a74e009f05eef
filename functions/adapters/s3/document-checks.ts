import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { type DocumentCheck, documentCheckSchema } from '../../core/documents/intake/check.ts';
import type { DocumentChecks } from '../../ports/document-checks.ts';

/** Checks beside the uploads, in the bucket of documents: whoever checks needs no right to a table (ADR-0031). */
export function s3DocumentChecks(client: S3Client, bucket: string): DocumentChecks {
  async function read(key: string): Promise<DocumentCheck | null> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error('S3 answered without a body.');
      return documentCheckSchema.parse(JSON.parse(await Body.transformToString()));
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return null;
      throw error;
    }
  }

  return {
    find: (denialId, sha256) => read(keyOf(denialId, sha256)),
    async list(denialId) {
      // A denial has 40 documents at most, and what is forgotten after a week is far from a page of 1,000.
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: keyOf(denialId, '') }),
      );
      const checks = await Promise.all(Contents.map(({ Key = '' }) => read(Key)));
      return checks.filter((check) => check !== null);
    },
    async keep(check) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(check.denialId, check.sha256),
          Body: JSON.stringify(check),
          ContentType: 'application/json',
        }),
      );
    },
  };
}

function keyOf(denialId: string, sha256: string): string {
  return `checks/${denialId}/${sha256}`;
}
