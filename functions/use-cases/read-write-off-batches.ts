import type { PracticeId } from '../core/ids.ts';
import type { WriteOffBatch } from '../core/write-off/batch.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { WriteOffBatches } from '../ports/write-off-batches.ts';
import { type AccessPorts, recordAccess, refusalOf } from './guard-access.ts';
import type { ReadResult } from './read-denial.ts';

interface BatchPorts extends AccessPorts {
  readonly writeOffBatches: WriteOffBatches;
}

/** Batches of a practice that went to the billing system, the newest first. */
export function listWriteOffBatches(
  ports: BatchPorts,
  user: UserRecord,
  practiceId: PracticeId,
): Promise<ReadResult<readonly WriteOffBatch[]>> {
  return guarded(ports, user, practiceId, null, async () => ({
    kind: 'read',
    value: await ports.writeOffBatches.list(practiceId),
  }));
}

/** One sealed batch, as often as somebody wants it. */
export function readWriteOffBatch(
  ports: BatchPorts,
  user: UserRecord,
  practiceId: PracticeId,
  batchId: string,
): Promise<ReadResult<WriteOffBatch>> {
  return guarded(ports, user, practiceId, batchId, async () => {
    const batch = await ports.writeOffBatches.read(practiceId, batchId);
    return batch?.state === 'sealed' ? { kind: 'read', value: batch } : { kind: 'unknown' };
  });
}

async function guarded<T>(
  ports: BatchPorts,
  user: UserRecord,
  practiceId: PracticeId,
  subject: string | null,
  load: () => Promise<ReadResult<T>>,
): Promise<ReadResult<T>> {
  const asked = { action: 'export_write_offs', record: { practiceId }, subject } as const;
  const refusal = await refusalOf(ports, user, asked);
  if (refusal !== null) return refusal;
  await recordAccess(ports, user, 'read_write_off_batches', subject);
  return load();
}
