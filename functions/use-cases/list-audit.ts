import type { DenialEvent } from '../core/denial/denial.ts';
import type { DenialId } from '../core/ids.ts';
import type { AccessEntry } from '../ports/access-log.ts';
import type { UserRecord } from '../ports/settings.ts';
import { refusalOfAccess } from './guard-access.ts';
import type { ReadPorts, ReadResult } from './read-denial.ts';

const PAGE_SIZE = 100;
/** What a filter asks for is found by reading on; a page of it looks at so many, then the next one goes on. */
const MOST_LOOKED_AT = 1000;

export type AuditEntry =
  | { readonly kind: 'access'; readonly entry: AccessEntry }
  | { readonly kind: 'change'; readonly event: DenialEvent };

export interface AuditQuery {
  /** yyyy-mm-dd, in UTC as instants are. */
  readonly day: string;
  readonly userId?: string | undefined;
  /** An operation of the access log, or the type of an event. */
  readonly act?: string | undefined;
  readonly result?: 'read' | 'refused' | 'changed' | undefined;
  /** Entries about it alone, and then its changes too. */
  readonly denialId?: DenialId | undefined;
  /** Position before which to read; null = from the day's end. */
  readonly before: string | null;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/**
 * What the access log keeps of one day, the newest first: who read what and who was refused. Of one denial also what
 * was changed, from its chain of events. The read itself is kept before anything is told.
 */
export async function listAudit(
  ports: ReadPorts,
  user: UserRecord,
  query: AuditQuery,
): Promise<ReadResult<AuditPage>> {
  const { denialId, before } = query;
  // Entries do not say whose practice they are of.
  const asked = { action: 'read_audit', record: { practiceId: null }, subject: denialId ?? null } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const { accesses, next } = await accessesOf(ports, query);
  const events = denialId === undefined ? [] : await ports.denials.events(denialId);
  const changes = events
    .filter(({ at }) => at.startsWith(query.day))
    .map((event) => ({ position: positionOf(event), shown: { kind: 'change' as const, event } }))
    .filter(({ position }) => (before === null || position < before) && (next === null || position >= next));
  const entries = [...accesses, ...changes]
    .filter(({ shown }) => isAskedFor(shown, query))
    .sort((a, b) => (a.position > b.position ? -1 : 1))
    .map(({ shown }) => shown);
  return { kind: 'read', value: { entries, next } };
}

interface Placed {
  readonly position: string;
  readonly shown: AuditEntry;
}

async function accessesOf(
  { access }: ReadPorts,
  query: AuditQuery,
): Promise<{ readonly accesses: readonly Placed[]; readonly next: string | null }> {
  const accesses: Placed[] = [];
  let from = query.before;
  for (let looked = 0; looked < MOST_LOOKED_AT && accesses.length < PAGE_SIZE; looked += PAGE_SIZE) {
    const found = await access.ofDay(query.day, PAGE_SIZE, from);
    from = found.at(-1)?.position ?? from;
    for (const { position, entry } of found) {
      const shown: AuditEntry = { kind: 'access', entry };
      if (isAskedFor(shown, query)) accesses.push({ position, shown });
    }
    if (found.length < PAGE_SIZE) return { accesses, next: null };
  }
  return { accesses, next: from };
}

function positionOf({ at, version }: DenialEvent): string {
  return `${at}#${String(version).padStart(9, '0')}`;
}

function isAskedFor(shown: AuditEntry, { userId, act, result, denialId }: AuditQuery): boolean {
  const is = factsOf(shown);
  return (
    (userId === undefined || is.userId === userId) &&
    (act === undefined || is.act === act) &&
    (result === undefined || is.result === result) &&
    (denialId === undefined || is.subject === denialId)
  );
}

function factsOf(shown: AuditEntry) {
  if (shown.kind === 'access') {
    const { userId, operation, outcome, subject } = shown.entry;
    return { userId, act: operation, result: outcome === 'allowed' ? 'read' : 'refused', subject };
  }
  const { actor, type, denialId } = shown.event;
  return {
    userId: actor.kind === 'user' ? actor.userId : null,
    act: type,
    result: 'changed',
    subject: denialId,
  };
}
