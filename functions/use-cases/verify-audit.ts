import { mayAct } from '../core/access/may-act.ts';
import { brokenAt } from '../core/audit/event.ts';
import type { Denial, DenialEvent } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import type { UserRecord } from '../ports/settings.ts';
import { recordRefusal } from './act-on-denial.ts';
import { InFlight } from './in-flight.ts';
import type { ReadPorts } from './read-denial.ts';

export type Verified =
  | { readonly kind: 'intact'; readonly events: number; readonly lastHash: string }
  /** The first event that is missing or was changed, by its version. */
  | { readonly kind: 'broken'; readonly events: number; readonly version: number }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'unknown' };

const CALLS_AT_ONCE = 8;

/**
 * Hashes the events of denials anew: whether each chain is whole from the first event to the one that the record names
 * as its last. One result for each id, in that order.
 */
export async function verifyAudit(
  ports: ReadPorts,
  user: UserRecord,
  denialIds: readonly DenialId[],
): Promise<readonly { readonly denialId: DenialId; readonly result: Verified }[]> {
  const results = new Map<DenialId, Verified>();
  const calls = new InFlight(CALLS_AT_ONCE);
  for (const denialId of denialIds)
    await calls.add(async () => results.set(denialId, await verify(ports, user, denialId)));
  await calls.drain();
  return denialIds.map((denialId) => ({ denialId, result: results.get(denialId) ?? { kind: 'unknown' } }));
}

async function verify(ports: ReadPorts, user: UserRecord, denialId: DenialId): Promise<Verified> {
  // The record first: an event that is written meanwhile is then one more than it names, never one less.
  const denial = await ports.denials.read(denialId);
  if (denial === null) return { kind: 'unknown' };
  const permission = mayAct(user, 'read', denial);
  if (!permission.allowed) {
    await recordRefusal(ports, user, 'verify_audit', denialId, permission.reason);
    return { kind: 'forbidden', reason: permission.reason };
  }
  const events = await ports.denials.events(denialId);
  await ports.access.record({
    at: ports.clock.now(),
    userId: user.userId,
    operation: 'verify_audit',
    subject: denialId,
    outcome: 'allowed',
    reason: null,
  });
  return chainOf(denial, events);
}

/** A chain that was cut at its end is whole in itself: only the record knows what came last. */
function chainOf({ version, lastEventHash }: Denial, events: readonly DenialEvent[]): Verified {
  const broken = brokenAt(events);
  if (broken !== null) return { kind: 'broken', events: events.length, version: broken };
  return events[version - 1]?.hash === lastEventHash
    ? { kind: 'intact', events: events.length, lastHash: lastEventHash }
    : { kind: 'broken', events: events.length, version };
}
