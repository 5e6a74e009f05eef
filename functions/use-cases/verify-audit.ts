import { brokenAt } from '../core/audit/event.ts';
import type { Denial, DenialEvent } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import type { UserRecord } from '../ports/settings.ts';
import { type Forbidden, refusalOfAccess } from './guard-access.ts';
import { eachInFlight } from './in-flight.ts';
import type { ReadPorts } from './read-denial.ts';

export type Verified =
  | { readonly kind: 'intact'; readonly events: number; readonly lastHash: string }
  /** The first event that is missing or was changed, by its version. */
  | { readonly kind: 'broken'; readonly events: number; readonly version: number }
  | Forbidden
  | { readonly kind: 'unknown' };

const CALLS_AT_ONCE = 8;

/**
 * Hashes the events of denials anew: whether each chain is whole from the first event to the one that the record names
 * as its last. One result for each id, in that order.
 */
export function verifyAudit(
  ports: ReadPorts,
  user: UserRecord,
  denialIds: readonly DenialId[],
): Promise<readonly { readonly denialId: DenialId; readonly result: Verified }[]> {
  return eachInFlight(CALLS_AT_ONCE, denialIds, async (denialId) => ({
    denialId,
    result: await verify(ports, user, denialId),
  }));
}

async function verify(ports: ReadPorts, user: UserRecord, denialId: DenialId): Promise<Verified> {
  // The record first: an event that is written meanwhile is then one more than it names, never one less.
  const denial = await ports.denials.read(denialId);
  if (denial === null) return { kind: 'unknown' };
  const asked = { action: 'read', record: denial, operation: 'verify_audit', subject: denialId } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const events = await ports.denials.events(denialId);
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
