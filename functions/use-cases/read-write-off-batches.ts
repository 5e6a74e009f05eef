import { mayAct } from '../core/access/may-act.ts';
import type { PracticeId } from '../core/ids.ts';
import type { WriteOffBatch } from '../core/write-off/batch.ts';
import type { AccessLog } from '../ports/access-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { WriteOffBatches } from '../ports/write-off-batches.ts';
import { recordRefusal } from './act-on-denial.ts';
import type { ReadResult } from './read-denial.ts';

interface BatchPorts {
  readonly writeOffBatches: WriteOffBatches;
  readonly access: AccessLog;
  readonly clock: Clock;
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
  const permission = mayAct(user, 'export_write_offs', { practiceId });
  if (!permission.allowed) {
    await recordRefusal(ports, user, 'export_write_offs', subject, permission.reason);
    return { kind: 'forbidden', reason: permission.reason };
  }
  await ports.access.record({
    at: ports.clock.now(),
    userId: user.userId,
    operation: 'read_write_off_batches',
    subject,
    outcome: 'allowed',
    reason: null,
  });
  return load();
}
