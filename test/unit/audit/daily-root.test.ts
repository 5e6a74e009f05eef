import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  againstRoot,
  type DayOfHeads,
  dayOfText,
  rootOf,
  rootText,
} from '../../../functions/core/audit/daily-root.ts';
import { sealEvent } from '../../../functions/core/audit/event.ts';
import type { DenialEvent } from '../../../functions/core/denial/denial.ts';
import { startOfDay } from '../../../functions/core/time/instant.ts';

const ID = `${'0f'.repeat(16)}-0003`;
const OTHER = `${'0a'.repeat(16)}-0001`;
const place = { state: 'drafting', route: 'appeal' } as const;

function chainOf(...instants: readonly string[]): readonly DenialEvent[] {
  const events: DenialEvent[] = [];
  for (const [index, at] of instants.entries()) {
    events.push(
      sealEvent({
        denialId: ID,
        version: index + 1,
        at,
        actor: { kind: 'user', userId: 'ana' },
        type: 'NoteWritten',
        before: index === 0 ? null : place,
        after: place,
        reason: `Note ${index + 1}`,
        detail: {},
        prevHash: events.at(-1)?.hash ?? null,
      }),
    );
  }
  return events;
}

const DAY: DayOfHeads = {
  day: '2026-11-22',
  zone: 'America/New_York',
  from: '2026-11-22T05:00:00.000Z',
  until: '2026-11-23T05:00:00.000Z',
  previous: null,
  heads: [],
};
const CHAIN = chainOf('2026-11-21T12:00:00.000Z', '2026-11-22T12:00:00.000Z', '2026-11-23T12:00:00.000Z');
const HEAD = { denialId: ID, version: 2, hash: CHAIN[1]?.hash ?? '' };
const check = (events: readonly DenialEvent[], head: typeof HEAD | null = HEAD) =>
  againstRoot(DAY, ID, head, events);

/** The chain with one event as somebody would have liked it, and everything after it sealed anew. */
function rewritten(at: number, patch: Partial<DenialEvent>): readonly DenialEvent[] {
  const events: DenialEvent[] = [];
  for (const [index, { hash, ...event }] of CHAIN.entries()) {
    const prevHash = events.at(-1)?.hash ?? null;
    events.push(sealEvent({ ...event, ...(index === at ? patch : {}), prevHash }));
  }
  return events;
}

describe('the text of a day', () => {
  const heads = [HEAD, { ...HEAD, denialId: OTHER }];

  test('is the same in whatever order its heads came', () => {
    expect(rootText({ ...DAY, heads })).toBe(rootText({ ...DAY, heads: heads.toReversed() }));
  });

  test('says everything that is needed, a line a head, and its SHA-256 is the root', () => {
    const text = rootText({ ...DAY, heads: [HEAD] });
    expect(text).toBe(
      [
        'overturn audit root 1',
        'day 2026-11-22',
        'zone America/New_York',
        'from 2026-11-22T05:00:00.000Z',
        'until 2026-11-23T05:00:00.000Z',
        'previous -',
        `${ID} 2 ${HEAD.hash}`,
        '',
      ].join('\n'),
    );
    expect(rootOf(text)).toBe(createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'));
  });

  test('is read back as it was written, a day without a change too', () => {
    for (const day of [DAY, { ...DAY, heads: [HEAD], previous: 'a'.repeat(64) }])
      expect(dayOfText(rootText(day))).toEqual(day);
  });

  test.each([
    ['nothing', ''],
    ['another title', rootText(DAY).replace('root 1', 'root 2')],
    ['a line that is no head', `${rootText(DAY)}hello\n`],
    ['an end that is cut off', rootText({ ...DAY, heads: [HEAD] }).slice(0, -1)],
  ])('is none with %s', (_what, text) => {
    expect(dayOfText(text)).toBeNull();
  });
});

describe('held to the root of a day', () => {
  test('a chain that went on after it is as the root says', () => {
    expect(check(CHAIN)).toBeNull();
  });

  test('an event whose words were changed is found', () => {
    const changed = CHAIN.with(0, { ...(CHAIN[0] as DenialEvent), reason: 'Something else' });
    expect(check(changed)).toEqual({ denialId: ID, kind: 'changed', version: 1 });
  });

  test('an event that was changed and sealed anew with all after it is found by its head', () => {
    expect(check(rewritten(0, { reason: 'Something else' }))).toEqual({
      denialId: ID,
      kind: 'changed',
      version: 2,
    });
  });

  test('an event that was taken out of the middle is found', () => {
    expect(check(CHAIN.toSpliced(1, 1))).toEqual({ denialId: ID, kind: 'removed', version: 2 });
  });

  test('a chain that was cut off before its head is found', () => {
    expect(check(CHAIN.slice(0, 1))).toEqual({ denialId: ID, kind: 'removed', version: 2 });
    expect(check([])).toEqual({ denialId: ID, kind: 'removed', version: 1 });
  });

  test('an event that was added to the day afterwards is found, however well it is sealed', () => {
    const added = rewritten(2, { at: '2026-11-22T23:00:00.000Z' });
    expect(check(added)).toEqual({ denialId: ID, kind: 'added', version: 3 });
  });

  test('a denial that the root does not know has no event of the day', () => {
    expect(check(chainOf('2026-11-22T12:00:00.000Z'), null)).toEqual({
      denialId: ID,
      kind: 'added',
      version: 1,
    });
    expect(check(chainOf('2026-11-23T12:00:00.000Z'), null)).toBeNull();
  });
});

test.each([
  ['2026-11-22', 'America/New_York', '2026-11-22T05:00:00.000Z'],
  ['2026-07-01', 'America/New_York', '2026-07-01T04:00:00.000Z'],
  ['2026-11-02', 'UTC', '2026-11-02T00:00:00.000Z'],
  // Clocks go forward at midnight.
  ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
])('the day %s in %s begins at %s', (day, zone, instant) => {
  expect(startOfDay(day, zone)).toBe(instant);
});
