import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import {
  type Denial,
  type DenialEvent,
  type Draft,
  denialEventSchema,
  denialSchema,
  draftSchema,
  type OutboxMessage,
  outboxMessageSchema,
} from '../../core/denial/denial.ts';
import { isAskedForBeside } from '../../core/documents/checklist.ts';
import { queueListOf } from '../../core/history/history-review.ts';
import { isToPost } from '../../core/write-off/batch.ts';
import type { Wait } from '../../ports/denial-store.ts';
import { workKeys as keys, shardOf } from './keys.ts';

type Item = Record<string, unknown>;

// DynamoDB takes 400 KB an item; a claim of 999 lines with six reasons each is larger than that as a map.
const LARGEST_MAP_BYTES = 100_000;

/** META: the record, its version for conditions, and while it is open its place in the queue and the sweep's list. */
export function metaItem(denial: Denial): Item {
  const { denialId, version, practiceId, state, sendBy, wakeOn } = denial;
  const open = state !== 'closed';
  return {
    pk: keys.denial(denialId),
    sk: keys.meta,
    version,
    ...recordOf(denial),
    // Closed and waiting for the billing system: in that list, and in no other.
    ...(isToPost(denial) && {
      queueKey: keys.queue(practiceId, 'write_offs_to_post'),
      queueSort: keys.queueSort(sendBy, denialId),
    }),
    ...(open && {
      queueKey: keys.queue(practiceId, queueListOf(denial)),
      queueSort: keys.queueSort(sendBy, denialId),
      wakeKey: keys.wake(shardOf(denialId)),
      wakeSort: keys.wakeSort(wakeOn, denialId),
    }),
  };
}

/** Its second place in the lists of the queue while somebody is to bring a document. Nothing is deleted: it is emptied. */
export function documentsItem(denial: Denial): Item {
  const { denialId, practiceId, sendBy } = denial;
  return {
    pk: keys.denial(denialId),
    sk: keys.documents,
    ...(isAskedForBeside(denial) && {
      queueKey: keys.queue(practiceId, 'document_requests'),
      queueSort: keys.queueSort(sendBy, denialId),
    }),
  };
}

function recordOf(denial: Denial): Item {
  const json = JSON.stringify(denial);
  return json.length > LARGEST_MAP_BYTES ? { packedDenial: gzipSync(json) } : { denial };
}

export function denialOf({ denial, packedDenial }: Item): Denial {
  return denialSchema.parse(
    packedDenial instanceof Uint8Array ? JSON.parse(gunzipSync(packedDenial).toString('utf8')) : denial,
  );
}

/** An event of the chain, and its place among all that changed on its day. */
export function eventItem(event: DenialEvent, { practiceId }: Pick<Denial, 'practiceId'>): Item {
  const { denialId, version, at } = event;
  return {
    pk: keys.denial(denialId),
    sk: keys.event(version),
    event,
    practiceId,
    changedKey: keys.changed(at.slice(0, 10), shardOf(denialId)),
    changedSort: keys.changedSort(at, denialId, version),
  };
}

export function eventOf(item: Item): DenialEvent {
  return denialEventSchema.parse(item.event);
}

export function draftItem(draft: Draft): Item {
  return { pk: keys.denial(draft.denialId), sk: keys.draft(draft.level, draft.number), draft };
}

export function draftOf(item: Item): Draft {
  return draftSchema.parse(item.draft);
}

export function outboxItem(message: OutboxMessage, writtenAt: string): Item {
  return {
    pk: keys.denial(message.denialId),
    sk: keys.outbox(message.version, message.kind),
    ...message,
    pendingKey: keys.pending(shardOf(message.denialId)),
    pendingSince: writtenAt,
  };
}

export function outboxMessageOf({ kind, denialId, level, attempt, version }: Item): OutboxMessage {
  return outboxMessageSchema.parse({ kind, denialId, level, attempt, version });
}

// Written by the state machine itself; it may add fields of its own.
const waitItemSchema = z.object({
  pk: z.string(),
  level: z.int(),
  attempt: z.int(),
  number: z.int(),
  step: z.enum(['wait_for_person', 'wait_for_payer']),
  token: z.string(),
  resumedAt: z.string().nullish(),
});

export function waitOf(item: Item): Wait {
  const { pk, resumedAt, ...wait } = waitItemSchema.parse(item);
  return { ...wait, denialId: keys.denialIdOf(pk), resumedAt: resumedAt ?? null };
}
