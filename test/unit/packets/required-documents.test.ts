import { describe, expect, test } from 'vitest';
import {
  checkGoesWithout,
  missingDocumentsOf,
  requiredByLetter,
  requiredDocumentsOf,
  saidBy,
} from '../../../functions/core/appeal/packet/required-documents.ts';
import type { Document } from '../../../functions/core/documents/document.ts';

const ORDER = 'the order';
const PAGE = 'the remittance page';
const SAID = { document: ORDER, reason: 'The payer has it.', by: 'u1', at: '2026-11-01T10:00:00Z' };

const enclosed = (...satisfies: string[]) => [
  { number: 1, name: 'x', document: { satisfies } as unknown as Document },
];

function askedFor(...documents: string[]) {
  return { decision: { requiredDocuments: documents.map((document) => ({ document })) } };
}

describe('what a letter requires', () => {
  test('is what the decision asks for', () => {
    expect(requiredByLetter(askedFor(ORDER), { requiredDocuments: [PAGE] })).toEqual([ORDER]);
  });

  test('is what its template asks for where the decision asks for nothing', () => {
    expect(requiredByLetter(askedFor(), { requiredDocuments: [PAGE] })).toEqual([PAGE]);
  });
});

describe('a required document', () => {
  test('that no enclosure is, is missing and stops approval', () => {
    const documents = requiredDocumentsOf([PAGE, ORDER], enclosed(ORDER), []);
    expect(documents.map(({ state }) => state)).toEqual(['missing', 'enclosed']);
    expect(missingDocumentsOf(documents)).toEqual([
      'DOCUMENT (the remittance page): attach it, or say why the letter goes without it',
    ]);
  });

  test('may be one file with others', () => {
    expect(missingDocumentsOf(requiredDocumentsOf([PAGE, ORDER], enclosed(ORDER, PAGE), []))).toEqual([]);
  });

  test('that a person said why it goes without stops nothing, and keeps who said it', () => {
    const [document] = requiredDocumentsOf([ORDER], [], [SAID]);
    expect(document).toEqual({ ...SAID, state: 'goes_without' });
    expect(missingDocumentsOf(document === undefined ? [] : [document])).toEqual([]);
  });

  test('that is enclosed after all needs no reason any more', () => {
    expect(requiredDocumentsOf([ORDER], enclosed(ORDER), [SAID])).toMatchObject([
      { state: 'enclosed', reason: null, by: null },
    ]);
  });
});

describe('a reason for going without', () => {
  test.each([
    ['of a document that is not required', [{ document: 'x', reason: 'y' }], 0, /requires no document/],
    ['that says nothing', [{ document: ORDER, reason: '  ' }], 0, /Say why/],
    ['given twice', [SAID, { document: ORDER, reason: 'again' }], 1, /stands twice/],
    ['that is too long', [{ document: ORDER, reason: 'x'.repeat(2_001) }], 0, /at most 2000/],
  ])('%s is refused', (_what, said, at, problem) => {
    expect(checkGoesWithout(said, [ORDER])).toMatchObject([{ at, problem: expect.stringMatching(problem) }]);
  });

  test('stays its giver’s when another person saves it unchanged, and is theirs when they change it', () => {
    const other = { by: 'u2', at: '2026-11-02T10:00:00Z' };
    expect(saidBy([SAID], [SAID], other)).toEqual([SAID]);
    expect(saidBy([{ document: ORDER, reason: 'Lost.' }], [SAID], other)).toEqual([
      { document: ORDER, reason: 'Lost.', ...other },
    ]);
  });
});
