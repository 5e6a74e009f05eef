import type { PracticeId } from '../core/ids.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type QueueCursor, type QueuePage, type QueuePorts, readLists } from './list-queue.ts';
import { reachOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';

/**
 * Denials for which documents are gathered, within the user's practices: those that the payer asked for, and those on
 * other routes for which somebody is to bring one. A page is sorted by what must be sent first.
 */
export async function listDocumentRequests(
  ports: QueuePorts,
  user: UserRecord,
  query: { readonly practice: PracticeId | null; readonly cursor: QueueCursor | null },
): Promise<ReadResult<QueuePage>> {
  const reach = await reachOf(ports, user, 'list_document_requests', query.practice);
  if ('kind' in reach) return reach;
  const lists = ['collecting_documents', 'document_requests'] as const;
  return { kind: 'read', value: await readLists(ports, reach.practices, lists, query.cursor) };
}
