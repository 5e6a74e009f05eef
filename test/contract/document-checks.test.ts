import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, test } from 'vitest';
import { MemoryDocumentChecks } from '../../functions/adapters/memory/document-checks.ts';
import { s3DocumentChecks } from '../../functions/adapters/s3/document-checks.ts';
import { s3Client } from '../../functions/adapters/s3/object-store.ts';
import type { DocumentCheck } from '../../functions/core/documents/intake/check.ts';
import type { DenialId } from '../../functions/core/ids.ts';
import type { DocumentChecks } from '../../functions/ports/document-checks.ts';
import { endpoint } from './support/targets.ts';

async function s3(): Promise<DocumentChecks> {
  const client = s3Client(true);
  const bucket = `contract-checks-${randomUUID().slice(0, 8)}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  return s3DocumentChecks(client, bucket);
}

const targets = [
  { name: 'memory', skip: false, make: async () => new MemoryDocumentChecks() },
  { name: 's3 (set OVERTURN_ENDPOINT)', skip: endpoint === undefined, make: s3 },
];

const newDenialId = () => `${randomUUID().replaceAll('-', '')}-0001` as DenialId;
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

const refused = (denialId: DenialId, sha256: string): DocumentCheck => ({
  state: 'refused',
  denialId,
  sha256,
  uploadVersionId: 'v1',
  since: '2026-11-10T12:00:00.000Z',
  checkedAt: '2026-11-10T12:00:02.000Z',
  reason: 'scripted',
});

const accepted = (denialId: DenialId, sha256: string): DocumentCheck => ({
  state: 'accepted',
  denialId,
  sha256,
  uploadVersionId: 'v2',
  since: '2026-11-10T12:00:00.000Z',
  checkedAt: '2026-11-10T12:00:02.000Z',
  byteLength: 48_213,
  mediaType: 'image/jpeg',
  clean: {
    objectKey: `examined/${denialId}/${sha256}.pdf`,
    objectVersionId: 'v3',
    sha256: B,
    byteLength: 49_000,
    pageCount: 1,
    removed: ['links'],
  },
});

describe.for(targets)('the store of checks: $name', ({ skip, make }) => {
  let checks: DocumentChecks;
  beforeAll(async () => {
    if (!skip) checks = await make();
  });

  test.skipIf(skip)('gives back what was kept last of a denial and a hash, and knows no other', async () => {
    const denialId = newDenialId();
    await checks.keep(refused(denialId, A));
    await checks.keep(accepted(denialId, A));
    expect(await checks.find(denialId, A)).toEqual(accepted(denialId, A));
    expect(await checks.find(denialId, B)).toBeNull();
    expect(await checks.find(newDenialId(), A)).toBeNull();
  });

  test.skipIf(skip)('lists those of one denial by hash', async () => {
    const [denialId, other] = [newDenialId(), newDenialId()];
    await checks.keep(refused(denialId, B));
    await checks.keep(accepted(denialId, A));
    await checks.keep(refused(other, A));
    expect(await checks.list(denialId)).toEqual([accepted(denialId, A), refused(denialId, B)]);
    expect(await checks.list(newDenialId())).toEqual([]);
  });
});
