import { expect, test } from 'vitest';
import { changeDenial } from '../../../functions/core/denial/change.ts';
import { type Denial, denialSchema } from '../../../functions/core/denial/denial.ts';
import { figureRowOf } from '../../../functions/core/views/figure-row.ts';
import { assessedDenial } from '../../fixtures/opened-denial.ts';

const OPENED = assessedDenial().denial;

function changed(denial: Denial, patch: Parameters<typeof changeDenial>[1], day: string): Denial {
  const note = {
    type: 'Changed',
    actor: { kind: 'system', part: 'test' },
    at: `${day}T12:00:00.000Z`,
  } as const;
  return changeDenial(denial, patch, note).after;
}
const upheld = (day: string) => changed(OPENED, { state: 'closed', closedAs: 'upheld' }, day);

test('a denial is closed at the instant at which it ends', () => {
  expect(OPENED.closedAt).toBeNull();
  const closed = upheld('2026-12-01');
  expect(closed.closedAt).toBe('2026-12-01T12:00:00.000Z');
  expect(figureRowOf(closed)?.closedOn).toBe('2026-12-01');
});

test('a later note moves no figure', () => {
  const closed = upheld('2026-12-01');
  expect(figureRowOf(changed(closed, {}, '2027-02-01'))).toEqual(figureRowOf(closed));
});

test('another end is another day', () => {
  const overturned = changed(upheld('2026-12-01'), { closedAs: 'overturned' }, '2027-02-01');
  expect(figureRowOf(overturned)?.closedOn).toBe('2027-02-01');
});

test('what opens again is not closed, and closes on another day', () => {
  const open = changed(upheld('2026-12-01'), { state: 'needs_review', closedAs: null }, '2026-12-05');
  expect(open.closedAt).toBeNull();
  const again = changed(open, { state: 'closed', closedAs: 'upheld' }, '2026-12-20');
  expect(figureRowOf(again)?.closedOn).toBe('2026-12-20');
});

test('a record closed before the instant was kept counts by its last change, and from then on stays there', () => {
  const { closedAt, ...stored } = upheld('2026-12-01');
  const old = denialSchema.parse(stored);
  expect(old.closedAt).toBeNull();
  expect(figureRowOf(old)?.closedOn).toBe('2026-12-01');
  expect(figureRowOf(changed(old, {}, '2027-02-01'))?.closedOn).toBe('2026-12-01');
});
