import { expect, test } from 'vitest';
import type { Denial } from '../src/denial/denial.ts';
import { gateOf, isOpenFor, type Looked } from '../src/review/gate.ts';

type Required = NonNullable<Denial['candidate']>['requiredDocuments'][number];

const denialWith = (
  missing: readonly string[],
  reason: string | null,
  requiredDocuments: readonly Required[] = [],
): Denial =>
  ({
    state: reason === null ? 'ready_to_approve' : 'drafting',
    candidate: { missing, requiredDocuments },
    actions: [{ id: 'approve_appeal', allowed: reason === null, reason }],
  }) as unknown as Denial;

const ORDER = 'the order or prescription';
const LOOKED: Looked = { pagesLeft: 0, unsourced: 0, changes: [], isUnsaved: false };
const openOf = (denial: Denial, looked: Partial<Looked> = {}) =>
  gateOf(denial, { ...LOOKED, ...looked })
    .filter(({ holds }) => !holds)
    .map(({ says }) => says);

test('a complete letter may be approved once every page was on screen', () => {
  const denial = denialWith([], null);
  expect(isOpenFor(gateOf(denial, { ...LOOKED, pagesLeft: 2 }))).toBe(false);
  expect(isOpenFor(gateOf(denial, LOOKED))).toBe(true);
});

test('a packet that is not open yet was not read', () => {
  expect(openOf(denialWith([], null), { pagesLeft: null })).toEqual(['The packet is not open yet']);
});

test('each open place in the letter stands in the way, and says what it is', () => {
  const denial = denialWith(['FILL IN: the policy', 'the fax number'], 'Complete the letter first.');
  expect(openOf(denial)).toEqual(['FILL IN: the policy', 'the fax number', 'Complete the letter first.']);
});

test('a required document that is missing stands in the way once, and leads to the documents', () => {
  const sentence = `DOCUMENT (${ORDER}): attach it, or say why the letter goes without it`;
  const missing: Required = { document: ORDER, state: 'missing', reason: null, by: null, at: null };
  const denial = denialWith([sentence], 'Complete the letter first.', [missing]);
  expect(openOf(denial)).toEqual([
    'Required documents 0 of 1',
    `Not attached: ${ORDER}`,
    'Complete the letter first.',
  ]);
  expect(gateOf(denial, LOOKED).find(({ document }) => document === ORDER)?.at).toBe('documents');
});

test('a document that the letter goes without for a reason is worth a look, and no hindrance', () => {
  const without: Required = {
    document: ORDER,
    state: 'goes_without',
    reason: 'The payer has it.',
    by: 'u-1',
    at: '2026-11-10T12:00:00.000Z',
  };
  const gate = gateOf(denialWith([], null, [without]), LOOKED);
  expect(isOpenFor(gate)).toBe(true);
  expect(gate.find(({ document }) => document === ORDER)?.says).toBe(
    `Goes without: ${ORDER}. The payer has it.`,
  );
});

test('a fact without a source, text that is not saved, and a change since each stand in the way', () => {
  const looked = { unsourced: 1, isUnsaved: true, changes: ['the remittance'] };
  expect(openOf(denialWith([], null), looked)).toEqual([
    'Content changed since you opened it: the remittance',
    'What you typed is not in the letter yet',
    '1 statement has no source',
  ]);
});

test('what the server refuses the page does not offer', () => {
  const gate = gateOf(denialWith([], 'Your role may not approve.'), LOOKED);
  expect(isOpenFor(gate)).toBe(false);
  expect(gate.at(-1)?.says).toBe('Your role may not approve.');
});
