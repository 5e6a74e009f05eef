import { mayAct } from '../core/access/may-act.ts';
import type { DenialEvent } from '../core/denial/denial.ts';
import type { DenialId, PracticeId } from '../core/ids.ts';
import type { AccessEntry } from '../ports/access-log.ts';
import type { ChangesByDay } from '../ports/audit.ts';
import type { UserRecord } from '../ports/settings.ts';
import { refusalOfAccess } from './guard-access.ts';
import type { ReadPorts, ReadResult } from './read-denial.ts';

const PAGE_SIZE = 100;
/** What a filter asks for is found by reading on; a page of it looks at so many, then the next one goes on. */
const MOST_LOOKED_AT = 1000;

export type AuditEntry =
  | { readonly kind: 'access'; readonly entry: AccessEntry }
  | { readonly kind: 'change'; readonly practiceId: PracticeId | null; readonly event: DenialEvent };

export interface AuditQuery {
  /** yyyy-mm-dd, in UTC as instants are. */
  readonly day: string;
  readonly userId?: string | undefined;
  /** An operation of the access log, or the type of an event. */
  readonly act?: string | undefined;
  readonly result?: 'read' | 'refused' | 'changed' | undefined;
  /** Entries about it alone. */
  readonly denialId?: DenialId | undefined;
  /** Position before which to read; null = from the day's end. */
  readonly before: string | null;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
  /** Whether the access log is among it: not for who is limited to some practices. */
  readonly accesses: boolean;
}

export interface AuditPorts extends ReadPorts {
  readonly changesByDay: ChangesByDay;
}

/**
 * What happened on one day, the newest first: what was changed, who read what and who was refused. The access log does
 * not say whose practice an entry is of: who is limited to some practices is told the changes in these alone. The read
 * itself is kept before anything is told.
 */
export async function listAudit(
  ports: AuditPorts,
  user: UserRecord,
  query: AuditQuery,
): Promise<ReadResult<AuditPage>> {
  const { denialId, before, result } = query;
  const everywhere = user.practices.includes('*');
  // Of the practices each change is asked for by itself; here the role is what counts.
  const asking = { ...user, practices: ['*'] };
  const asked = { action: 'read_audit', record: { practiceId: null }, subject: denialId ?? null } as const;
  const refusal = await refusalOfAccess(ports, asking, asked);
  if (refusal !== null) return refusal;

  const isWanted = (shown: AuditEntry) => isAskedFor(shown, query);
  const sources: Source[] = [];
  if (everywhere && result !== 'changed') {
    sources.push(async (from) =>
      (await ports.access.ofDay(query.day, PAGE_SIZE, from)).map(({ position, entry }) => ({
        position,
        shown: { kind: 'access', entry },
      })),
    );
  }
  if (result === undefined || result === 'changed') {
    const changesOf =
      denialId === undefined ? ofAllDenials(ports, query.day) : ofOneDenial(ports, query.day, denialId);
    sources.push(async (from) => changesOf(from));
  }
  const mayKnow = ({ shown }: Placed) =>
    shown.kind === 'access' || mayAct(user, 'read_audit', { practiceId: shown.practiceId }).allowed;
  const read = await Promise.all(
    sources.map((source) => readOn(source, before, (placed) => isWanted(placed.shown) && mayKnow(placed))),
  );
  // What is older than the place that a source came to may still have entries of it before.
  const next = read.reduce<string | null>(
    (latest, { lookedTo }) =>
      lookedTo !== null && (latest === null || lookedTo > latest) ? lookedTo : latest,
    null,
  );
  const entries = read
    .flatMap(({ found }) => found)
    .filter(({ position }) => next === null || position >= next)
    .sort((a, b) => (a.position > b.position ? -1 : 1))
    .map(({ shown }) => shown);
  return { kind: 'read', value: { entries, next, accesses: everywhere } };
}

interface Placed {
  readonly position: string;
  readonly shown: AuditEntry;
}

/** At most {@link PAGE_SIZE} of a day before a place, the newest first. */
type Source = (before: string | null) => Promise<readonly Placed[]>;

/** Reads on until a page is full, so much was looked at, or there is no more: then `lookedTo` is null. */
async function readOn(
  source: Source,
  before: string | null,
  isWanted: (placed: Placed) => boolean,
): Promise<{ readonly found: readonly Placed[]; readonly lookedTo: string | null }> {
  const found: Placed[] = [];
  let from = before;
  for (let looked = 0; looked < MOST_LOOKED_AT && found.length < PAGE_SIZE; looked += PAGE_SIZE) {
    const some = await source(from);
    from = some.at(-1)?.position ?? from;
    found.push(...some.filter(isWanted));
    if (some.length < PAGE_SIZE) return { found, lookedTo: null };
  }
  return { found, lookedTo: from };
}

function ofAllDenials({ changesByDay }: AuditPorts, day: string): Source {
  return async (before) =>
    (await changesByDay.ofDay(day, PAGE_SIZE, before)).map(({ position, practiceId, event }) => ({
      position,
      shown: { kind: 'change', practiceId, event },
    }));
}

/** From its own chain, which also holds what was written before changes were kept by day. */
function ofOneDenial({ denials }: AuditPorts, day: string, denialId: DenialId): Source {
  return async (before) => {
    const [denial, events] = await Promise.all([denials.read(denialId), denials.events(denialId)]);
    return events
      .filter(({ at }) => at.startsWith(day))
      .map(
        (event): Placed => ({
          position: `${event.at}#${denialId}#${String(event.version).padStart(6, '0')}`,
          shown: { kind: 'change', practiceId: denial?.practiceId ?? null, event },
        }),
      )
      .filter(({ position }) => before === null || position < before)
      .sort((a, b) => (a.position > b.position ? -1 : 1))
      .slice(0, PAGE_SIZE);
  };
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
