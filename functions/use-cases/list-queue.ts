import type { Denial } from '../core/denial/denial.ts';
import { stateSchema } from '../core/denial/lifecycle.ts';
import type { PracticeId } from '../core/ids.ts';
import type { DenialStore, WorkList } from '../ports/denial-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import type { AccessPorts } from './guard-access.ts';
import { reachOf } from './practices-in-reach.ts';
import type { ReadResult } from './read-denial.ts';

export interface QueuePorts extends AccessPorts {
  readonly denials: DenialStore;
  readonly remittances: RemittanceStore;
}

/** Where the next page begins: the list by its name, since there may be more of them by then, and the store's own cursor in it. */
export interface QueueCursor {
  readonly practiceId: PracticeId;
  readonly state: WorkList;
  readonly within: string | null;
}

export interface QueuePage {
  readonly denials: readonly Denial[];
  readonly next: QueueCursor | null;
}

const PAGE_SIZE = 100;

/** Open states, those that wait for a person first. */
const OPEN_STATES = stateSchema.options.filter((state) => state !== 'closed');

/**
 * Open work within the user's practices: of one practice and state, or of all. A page holds up to 100 denials of one
 * list after the other and is sorted by what must be sent first, "not configured" on top.
 */
export async function listQueue(
  ports: QueuePorts,
  user: UserRecord,
  query: {
    readonly practice: PracticeId | null;
    readonly state: WorkList | null;
    /** Null = from the beginning. */
    readonly cursor: QueueCursor | null;
  },
): Promise<ReadResult<QueuePage>> {
  const reach = await reachOf(ports, user, 'list_queue', query.practice);
  if ('kind' in reach) return reach;

  const states = query.state === null ? OPEN_STATES : [query.state];
  return { kind: 'read', value: await readLists(ports, reach.practices, states, query.cursor) };
}

/** One page of these lists of these practices, one after the other. */
export async function readLists(
  ports: Pick<QueuePorts, 'denials'>,
  practices: readonly PracticeId[],
  states: readonly WorkList[],
  cursor: QueueCursor | null,
): Promise<QueuePage> {
  const lists = practices.flatMap((practiceId) => states.map((state) => ({ practiceId, state })));
  const denials: Denial[] = [];
  const begun = lists.findIndex(
    ({ practiceId, state }) => practiceId === cursor?.practiceId && state === cursor.state,
  );
  // A list that is not the user's any more ends the paging.
  let list = cursor === null ? 0 : begun === -1 ? lists.length : begun;
  let within = cursor?.within ?? null;
  while (denials.length < PAGE_SIZE) {
    const asked = lists[list];
    if (asked === undefined) break;
    const limit = PAGE_SIZE - denials.length;
    const page = await ports.denials.listQueue({ ...asked, limit, cursor: within });
    denials.push(...page.items);
    within = page.cursor;
    if (within === null) list += 1;
  }
  const goesOn = lists[list];
  const next = goesOn === undefined ? null : { ...goesOn, within };
  return { denials: denials.toSorted(bySendBy), next };
}

function bySendBy(a: Denial, b: Denial): number {
  const [first, second] = [a, b].map((d) => `${d.sendBy ?? '0000-00-00'}#${d.denialId}`) as [string, string];
  return first < second ? -1 : 1;
}
