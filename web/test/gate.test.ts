import { expect, test } from 'vitest';
import type { Denial } from '../src/denial/denial.ts';
import { gateOf, isOpenFor } from '../src/review/gate.ts';

const denialWith = (missing: readonly string[], reason: string | null): Denial =>
  ({
    state: reason === null ? 'ready_to_approve' : 'drafting',
    candidate: { missing },
    actions: [{ id: 'approve_appeal', allowed: reason === null, reason }],
  }) as unknown as Denial;

test('a complete letter may be approved once every page was on screen', () => {
  const denial = denialWith([], null);
  expect(isOpenFor(gateOf(denial, 2, []))).toBe(false);
  expect(isOpenFor(gateOf(denial, 0, []))).toBe(true);
});

test('a packet that is not open yet was not read', () => {
  expect(isOpenFor(gateOf(denialWith([], null), null, []))).toBe(false);
});

test('each open place in the letter stands in the way, and says what it is', () => {
  const gate = gateOf(
    denialWith(['FILL IN: the policy', 'the fax number'], 'Complete the letter first.'),
    0,
    [],
  );
  expect(gate.filter(({ holds }) => !holds).map(({ says }) => says)).toEqual([
    'FILL IN: the policy',
    'the fax number',
    'Complete the letter first.',
  ]);
});

test('a document that is not attached is worth a look, and no hindrance', () => {
  const gate = gateOf(denialWith([], null), 0, ['the order or prescription']);
  expect(gate.find(({ note }) => note)?.says).toBe('Not attached: the order or prescription');
  expect(isOpenFor(gate)).toBe(true);
});

test('what the server refuses the page does not offer', () => {
  const gate = gateOf(denialWith([], 'Your role may not approve.'), 0, []);
  expect(isOpenFor(gate)).toBe(false);
  expect(gate.at(-1)?.says).toBe('Your role may not approve.');
});
