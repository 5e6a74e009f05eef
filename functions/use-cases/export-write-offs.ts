import { changeDenial } from '../core/denial/change.ts';
import type { DenialId, PracticeId } from '../core/ids.ts';
import {
  beginBatch,
  isToPost,
  type Posting,
  sealBatch,
  type WriteOffBatch,
} from '../core/write-off/batch.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { WriteOffBatches } from '../ports/write-off-batches.ts';
import { type AccessPorts, refusalOf } from './guard-access.ts';
import type { ReadResult } from './read-denial.ts';

export interface ExportPorts extends AccessPorts {
  readonly denials: DenialStore;
  readonly writeOffBatches: WriteOffBatches;
}

// One request takes each of them by a transaction of its own, and has to answer in seconds.
const MOST_IN_A_BATCH = 100;

/**
 * Takes what is written off and not posted yet into one batch for the billing system. A denial is taken by the change
 * that marks it, of the version that the batch names, so that two exports never take the same one; a batch that
 * somebody died over is finished first, and is the answer. Null where there is nothing to post.
 */
export async function exportWriteOffs(
  ports: ExportPorts,
  user: UserRecord,
  practiceId: PracticeId,
): Promise<ReadResult<WriteOffBatch | null>> {
  const asked = { action: 'export_write_offs', record: { practiceId }, subject: null } as const;
  const refusal = await refusalOf(ports, user, asked);
  if (refusal !== null) return refusal;
  const begun = (await ports.writeOffBatches.open(practiceId))[0] ?? (await begin(ports, user, practiceId));
  return { kind: 'read', value: begun === null ? null : await finish(ports, user, begun) };
}

async function begin(
  { denials, writeOffBatches, clock }: ExportPorts,
  { userId }: UserRecord,
  practiceId: PracticeId,
): Promise<WriteOffBatch | null> {
  const list = { practiceId, state: 'write_offs_to_post', limit: MOST_IN_A_BATCH, cursor: null } as const;
  const { items } = await denials.listQueue(list);
  // The list may lag behind the records.
  const now = await Promise.all(items.map(({ denialId }) => denials.read(denialId)));
  const toPost = now
    .filter((denial) => denial !== null && isToPost(denial))
    .filter((denial) => denial !== null);
  if (toPost.length === 0) return null;
  const batch = beginBatch(practiceId, toPost, { userId, at: clock.now() });
  await writeOffBatches.begin(batch);
  return batch;
}

/** Takes what is left to take, and seals. What it took is the same whoever finishes it, and however often. */
async function finish(ports: ExportPorts, user: UserRecord, batch: WriteOffBatch): Promise<WriteOffBatch> {
  const taken = new Set<string>();
  for (const posting of batch.postings) {
    if (await take(ports, user, batch.batchId, posting)) taken.add(posting.denialId);
  }
  const sealed = sealBatch(batch, taken);
  await ports.writeOffBatches.seal(sealed);
  return (await ports.writeOffBatches.read(batch.practiceId, batch.batchId)) ?? sealed;
}

/** Whether the denial is this batch's. One that was changed since the batch was begun never can be. */
async function take(
  { denials, clock }: ExportPorts,
  { userId }: UserRecord,
  batchId: string,
  { denialId, version, amountCents }: Posting,
): Promise<boolean> {
  const denial = await denials.read(denialId as DenialId);
  if (denial === null || denial.writeOff === null) return false;
  if (denial.version !== version || !isToPost(denial)) return denial.writeOff.posted?.batchId === batchId;
  const at = clock.now();
  const change = changeDenial(
    denial,
    { writeOff: { ...denial.writeOff, posted: { batchId, postedBy: userId, postedAt: at } } },
    { type: 'WriteOffExported', actor: { kind: 'user', userId }, at, detail: { batchId, amountCents } },
  );
  const result = await denials.change(change);
  return result.kind === 'changed' || result.current.writeOff?.posted?.batchId === batchId;
}
