import { againstRoot, dayOfText, type RootFinding, rootOf } from '../core/audit/daily-root.ts';
import type { DenialId } from '../core/ids.ts';
import { type ChangesByDay, type DailyRoot, type DailyRoots, rootKey } from '../ports/audit.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { UserRecord } from '../ports/settings.ts';
import { refusalOfAccess } from './guard-access.ts';
import { eachInFlight } from './in-flight.ts';
import type { ReadPorts, ReadResult } from './read-denial.ts';

export interface DayPorts extends ReadPorts {
  readonly changesByDay: ChangesByDay;
  readonly roots: DailyRoots;
  readonly objects: ObjectStore;
}

export interface DayVerified {
  readonly root: DailyRoot;
  /** Whether the stored text hashes to the root, and names the root of the day before. */
  readonly isRootSound: boolean;
  /** Denials that were looked at in this page. */
  readonly checked: number;
  readonly findings: readonly RootFinding[];
  /** The denial after which the next page begins; null after the last. */
  readonly next: string | null;
}

/** A day's root as it is kept: its text, whose SHA-256 it is. */
export interface KeptRoot {
  readonly root: DailyRoot;
  readonly text: string;
}

const CALLS_AT_ONCE = 16;
const PAGE_SIZE = 500;

/** The root of one day with its text, to be checked anywhere. */
export async function readRoot(
  ports: DayPorts,
  user: UserRecord,
  day: string,
): Promise<ReadResult<KeptRoot>> {
  // Heads do not say whose practice they are of.
  const asked = {
    action: 'read_audit',
    record: { practiceId: null },
    operation: 'read_root',
    subject: day,
  } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const root = await ports.roots.find(day);
  return root === null
    ? { kind: 'unknown' }
    : { kind: 'read', value: { root, text: await textOf(ports, root) } };
}

/**
 * Holds the events of a day to its root: every denial that the root names and every one that has an event of that day,
 * some at a time.
 *
 * @param after the denial after which this page begins; null = from the first
 */
export async function verifyDay(
  ports: DayPorts,
  user: UserRecord,
  day: string,
  after: string | null,
): Promise<ReadResult<DayVerified>> {
  const asked = {
    action: 'read_audit',
    record: { practiceId: null },
    operation: 'verify_day',
    subject: day,
  } as const;
  const refusal = await refusalOfAccess(ports, user, asked);
  if (refusal !== null) return refusal;
  const root = await ports.roots.find(day);
  if (root === null) return { kind: 'unknown' };
  const text = await textOf(ports, root);
  const told = dayOfText(text);
  const isRootSound = told !== null && rootOf(text) === root.root && told.previous === root.previous;
  const heads = new Map((told?.heads ?? []).map((head) => [head.denialId, head]));
  const ids = new Set(heads.keys());
  for await (const changes of ports.changesByDay.between(root.from, root.until)) {
    for (const { event } of changes) ids.add(event.denialId);
  }
  const left = [...ids].filter((id) => after === null || id > after).sort();
  const page = left.slice(0, PAGE_SIZE);
  const results = await eachInFlight(CALLS_AT_ONCE, page, async (denialId) =>
    againstRoot(
      root,
      denialId,
      heads.get(denialId) ?? null,
      await ports.denials.events(denialId as DenialId),
    ),
  );
  const findings = results.filter((finding) => finding !== null);
  const next = left.length > page.length ? (page.at(-1) ?? null) : null;
  return { kind: 'read', value: { root, isRootSound, checked: page.length, findings, next } };
}

async function textOf({ objects }: DayPorts, { day, objectVersionId }: DailyRoot): Promise<string> {
  const bytes = await objects.read({ bucket: 'audit', key: rootKey(day), versionId: objectVersionId });
  return new TextDecoder().decode(bytes);
}
