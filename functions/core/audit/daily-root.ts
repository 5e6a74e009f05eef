import { createHash } from 'node:crypto';
import type { DenialEvent } from '../denial/denial.ts';
import { brokenAt } from './event.ts';

/** The newest event that a denial had at the end of a day; through its hash it vouches for all before it. */
export interface ChainHead {
  readonly denialId: string;
  readonly version: number;
  readonly hash: string;
}

/** What a day's root is made of. */
export interface DayOfHeads {
  /** yyyy-mm-dd, in the organisation's time zone. */
  readonly day: string;
  /** IANA name. */
  readonly zone: string;
  /** ISO UTC: the first instant of the day, and the first that is not of it any more. */
  readonly from: string;
  readonly until: string;
  /** Root of the day before; null of the first one. */
  readonly previous: string | null;
  /** Of the denials that changed on the day, by id. */
  readonly heads: readonly ChainHead[];
}

const TITLE = 'overturn audit root 1';

/**
 * The day as the text whose SHA-256 is its root: six lines, then one line a head. So any machine can check it with
 * nothing but a hash (`sha256sum`).
 *
 * @example
 * rootText(day)
 * // overturn audit root 1
 * // day 2026-11-22
 * // zone America/New_York
 * // from 2026-11-22T05:00:00.000Z
 * // until 2026-11-23T05:00:00.000Z
 * // previous -
 * // 0f…-0003 7 9c…
 */
export function rootText({ day, zone, from, until, previous, heads }: DayOfHeads): string {
  const lines = heads
    .map(({ denialId, version, hash }) => `${denialId} ${version} ${hash}`)
    .sort((a, b) => (a < b ? -1 : 1));
  const head = [TITLE, `day ${day}`, `zone ${zone}`, `from ${from}`, `until ${until}`];
  return `${[...head, `previous ${previous ?? '-'}`, ...lines].join('\n')}\n`;
}

/** The root of a text: its SHA-256 in hex. */
export function rootOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const FORM =
  /^overturn audit root 1\nday (\d{4}-\d\d-\d\d)\nzone (\S+)\nfrom (\S+)\nuntil (\S+)\nprevious (-|[0-9a-f]{64})\n/;
const HEAD = /^(\S+) (\d+) ([0-9a-f]{64})$/;

/** The day that a text tells of; null where it is none that {@link rootText} writes. */
export function dayOfText(text: string): DayOfHeads | null {
  const [start, day = '', zone = '', from = '', until = '', previous = '-'] = FORM.exec(text) ?? [];
  if (start === undefined || !text.endsWith('\n')) return null;
  const rest = text.slice(start.length, -1);
  const heads: ChainHead[] = [];
  for (const line of rest === '' ? [] : rest.split('\n')) {
    const [, denialId = '', version, hash = ''] = HEAD.exec(line) ?? [];
    if (version === undefined) return null;
    heads.push({ denialId, version: Number(version), hash });
  }
  return { day, zone, from, until, previous: previous === '-' ? null : previous, heads };
}

/** What is not as the root says. `version`: of the first event that is missing, other, or more than there were. */
export interface RootFinding {
  readonly denialId: string;
  readonly kind: 'changed' | 'removed' | 'added';
  readonly version: number;
}

/**
 * Whether the events of one denial, oldest first, are those that a day's root vouches for: each hashes to itself and its
 * predecessor, the head is where it was, and no other event is of that day.
 */
export function againstRoot(
  day: Pick<DayOfHeads, 'from' | 'until'>,
  denialId: string,
  head: ChainHead | null,
  events: readonly DenialEvent[],
): RootFinding | null {
  const broken = brokenAt(events);
  if (broken !== null) {
    const isThere = events[broken - 1]?.version === broken;
    return { denialId, kind: isThere ? 'changed' : 'removed', version: broken };
  }
  if (head !== null) {
    const event = events[head.version - 1];
    if (event === undefined) return { denialId, kind: 'removed', version: events.length + 1 };
    if (event.hash !== head.hash) return { denialId, kind: 'changed', version: head.version };
  }
  const added = events.find(
    ({ at, version }) => at >= day.from && at < day.until && version > (head?.version ?? 0),
  );
  return added === undefined ? null : { denialId, kind: 'added', version: added.version };
}
