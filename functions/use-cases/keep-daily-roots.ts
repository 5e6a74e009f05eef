import { type ChainHead, rootOf, rootText } from '../core/audit/daily-root.ts';
import { addDays, type CalendarDate } from '../core/time/calendar-date.ts';
import { secondsAfter, startOfDay } from '../core/time/instant.ts';
import { type ChangesByDay, type DailyRoot, type DailyRoots, rootKey } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { ObjectStore } from '../ports/object-store.ts';

export interface RootPorts {
  readonly changesByDay: ChangesByDay;
  readonly roots: DailyRoots;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  /** IANA name, of the organisation. */
  readonly timeZone: string;
  readonly timeLeftMs: () => number;
}

// A change carries the instant at which its function began, and the longest of them may run for a quarter of an hour.
const SETTLED_SECONDS = 60 * 60;

// A day of a large organisation is read and written in less; what is left waits for the next sweep.
const STOP_AT_MS = 60_000;

/** How many days got their root, and whether one failed: the next sweep tries again. */
export type RootCounts = Record<'kept' | 'failed', number>;

/**
 * Keeps a root for every day that is over: the heads of all chains that changed on it, hashed together with the root of
 * the day before, as an object that nobody replaces. Idempotent: a day has one root, whoever tries.
 */
export async function keepDailyRoots(ports: RootPorts): Promise<RootCounts> {
  const { roots, clock, timeZone, timeLeftMs } = ports;
  let last = await roots.last();
  const counts: RootCounts = { kept: 0, failed: 0 };
  for (;;) {
    // The first one is that of yesterday: what was before it is vouched for as soon as its chain goes on.
    const before = last?.day ?? addDays(clock.today() as CalendarDate, -2);
    const day = addDays(before as CalendarDate, 1);
    const ends = startOfDay(addDays(day, 1), timeZone);
    if (secondsAfter(ends, SETTLED_SECONDS) > clock.now() || timeLeftMs() < STOP_AT_MS) return counts;
    try {
      last = await keepRoot(ports, day, ends, last);
      counts.kept += 1;
    } catch {
      // The days after it name its root: they wait for it.
      counts.failed += 1;
      return counts;
    }
  }
}

async function keepRoot(
  { changesByDay, roots, objects, timeZone }: RootPorts,
  day: CalendarDate,
  ends: string,
  last: DailyRoot | null,
): Promise<DailyRoot> {
  // No instant is of no day or of two, also where the organisation has moved to another zone.
  const from = last?.until ?? startOfDay(day, timeZone);
  const until = ends > from ? ends : from;
  const heads = new Map<string, ChainHead>();
  for await (const changes of changesByDay.between(from, until)) {
    for (const { event } of changes) {
      const { denialId, version, hash } = event;
      if (version > (heads.get(denialId)?.version ?? 0)) heads.set(denialId, { denialId, version, hash });
    }
  }
  const previous = last?.root ?? null;
  const text = rootText({ day, zone: timeZone, from, until, previous, heads: [...heads.values()] });
  const { versionId } = await objects.put({
    bucket: 'audit',
    key: rootKey(day),
    body: new TextEncoder().encode(text),
    contentType: 'text/plain; charset=utf-8',
  });
  const root = {
    day,
    root: rootOf(text),
    previous,
    from,
    until,
    heads: heads.size,
    objectVersionId: versionId,
  };
  if ((await roots.keep(root)) === 'kept') return root;
  const there = await roots.find(day);
  if (there === null) throw new Error('A root that is there cannot be found.');
  return there;
}
