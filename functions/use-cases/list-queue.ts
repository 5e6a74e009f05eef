import { mayAct } from '../core/access/may-act.ts';
import type { Denial } from '../core/denial/denial.ts';
import { type State, stateSchema } from '../core/denial/lifecycle.ts';
import type { PracticeId } from '../core/ids.ts';
import type { AccessLog } from '../ports/access-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { DenialStore } from '../ports/denial-store.ts';
import type { RemittanceStore } from '../ports/remittance-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { recordRefusal } from './act-on-denial.ts';
import type { ReadResult } from './read-denial.ts';

export interface QueuePorts {
  readonly denials: DenialStore;
  readonly remittances: RemittanceStore;
  readonly access: AccessLog;
  readonly clock: Clock;
}

/** Where the next page begins: the list by its name, since there may be more of them by then, and the store's own cursor in it. */
export interface QueueCursor {
  readonly practiceId: PracticeId;
  readonly state: State | 'history_review';
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
    readonly state: State | 'history_review' | null;
    /** Null = from the beginning. */
    readonly cursor: QueueCursor | null;
  },
): Promise<ReadResult<QueuePage>> {
  const practices = query.practice === null ? await practicesOf(ports, user) : [query.practice];
  for (const practiceId of practices) {
    const permission = mayAct(user, 'read', { practiceId });
    if (!permission.allowed) {
      await recordRefusal(ports, user, 'list_queue', null, permission.reason);
      return { kind: 'forbidden', reason: permission.reason };
    }
  }
  await ports.access.record({
    at: ports.clock.now(),
    userId: user.userId,
    operation: 'list_queue',
    subject: null,
    outcome: 'allowed',
    reason: null,
  });

  const states = query.state === null ? OPEN_STATES : [query.state];
  const lists = practices.flatMap((practiceId) => states.map((state) => ({ practiceId, state })));
  const denials: Denial[] = [];
  const { cursor } = query;
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
  return { kind: 'read', value: { denials: denials.toSorted(bySendBy), next } };
}

/** The practices a user sees: their own, or every one that a remittance ever named. */
export async function practicesOf(
  { remittances }: { readonly remittances: RemittanceStore },
  user: UserRecord,
): Promise<readonly PracticeId[]> {
  return user.practices.includes('*') ? remittances.listPractices() : (user.practices as PracticeId[]);
}

function bySendBy(a: Denial, b: Denial): number {
  const [first, second] = [a, b].map((d) => `${d.sendBy ?? '0000-00-00'}#${d.denialId}`) as [string, string];
  return first < second ? -1 : 1;
}
