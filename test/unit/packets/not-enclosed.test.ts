import { expect, test } from 'vitest';
import { notEnclosed } from '../../../functions/core/appeal/packet/not-enclosed.ts';
import type { Document } from '../../../functions/core/documents/document.ts';

const ASKED = {
  decision: {
    requiredDocuments: ['the remittance page', 'the order'].map((document) => ({
      document,
      ruleId: 'documents.appeal',
      says: 'Every reviewer must find the claim and the decision.',
      source: '42 CFR 405.944(b)',
    })),
  },
} as unknown as Parameters<typeof notEnclosed>[0];

const enclosed = (...satisfies: string[]) => [
  { number: 1, name: 'x', document: { satisfies } as unknown as Document },
];

test('what the decision asks for and no enclosure is, is told', () => {
  expect(notEnclosed(ASKED, enclosed('the order'), '')).toEqual(['the remittance page']);
});

test('nothing is told where each document asked for is enclosed, also in one file', () => {
  expect(notEnclosed(ASKED, enclosed('the order', 'the remittance page'), '')).toEqual([]);
});

test('what a person listed is told only while nothing is attached', () => {
  const listed = 'Office notes | 4 pages\n\nPolicy | 2 pages';
  const none = { decision: { requiredDocuments: [] } };
  expect(notEnclosed(none, [], listed)).toEqual([
    'Office notes (listed in the letter)',
    'Policy (listed in the letter)',
  ]);
  expect(notEnclosed(none, enclosed(), listed)).toEqual([]);
});
