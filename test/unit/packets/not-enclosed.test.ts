import { expect, test } from 'vitest';
import { notEnclosed } from '../../../functions/core/appeal/packet/not-enclosed.ts';
import type { Document } from '../../../functions/core/documents/document.ts';

const ENCLOSED = [{ number: 1, name: 'x', document: { satisfies: [] } as unknown as Document }];

test('what a person listed is told only while nothing is attached', () => {
  const listed = 'Office notes | 4 pages\n\nPolicy | 2 pages';
  expect(notEnclosed([], listed)).toEqual(['Office notes', 'Policy']);
  expect(notEnclosed(ENCLOSED, listed)).toEqual([]);
});
