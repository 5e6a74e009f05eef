import { createHash } from 'node:crypto';
import type { ApprovedFile, ApprovedPacket } from '../../ports/delivery.ts';
import type { ObjectStore } from '../../ports/object-store.ts';

/** Whether every file of the packet, read back from storage, hashes to what was approved. Never whole in memory. */
export async function areAsApproved(
  objects: ObjectStore,
  { packet, parts }: Pick<ApprovedPacket, 'packet' | 'parts'>,
): Promise<boolean> {
  for (const file of [packet, ...parts]) {
    if (!(await isAsApproved(objects, file))) return false;
  }
  return true;
}

async function isAsApproved(objects: ObjectStore, { object, sha256 }: ApprovedFile): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const chunk of await objects.stream(object)) hash.update(chunk);
  return hash.digest('hex') === sha256;
}
