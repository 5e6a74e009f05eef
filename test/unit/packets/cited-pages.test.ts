import { describe, expect, test } from 'vitest';
import { citedInVain } from '../../../functions/core/appeal/packet/cited-pages.ts';

const PAGES = new Map([
  [1, 1],
  [2, 4],
]);

describe('a citation of an enclosure', () => {
  test.each([
    'as Encl. 2, p. 4 shows',
    'Encl. 2, pp. 2-4',
    'see Enclosure 1 and Enclosure 2',
    'Enclosure 2, pages 1 to 3',
    '<td>Encl.\u00a01, p.\u00a01</td>',
    'the second of 9 pages, enclosed',
    'Enclosures: 5 documents',
  ])('stands: %s', (text) => {
    expect(citedInVain(text, PAGES)).toEqual([]);
  });

  test.each([
    ['Encl. 3, p. 1', 'ENCLOSURE 3 is cited, and is not in the packet'],
    ['Encl. 2, p. 5', 'ENCLOSURE 2, p. 5 is cited, and it has 4 pages'],
    ['Encl. 2, pp. 3–6', 'ENCLOSURE 2, p. 6 is cited, and it has 4 pages'],
    ['enclosure 1, page 2', 'ENCLOSURE 1, p. 2 is cited, and it has 1 page'],
    ['<p>Encl.\n4</p>', 'ENCLOSURE 4 is cited, and is not in the packet'],
  ])('is found in vain: %s', (text, said) => {
    expect(citedInVain(text, PAGES)).toEqual([said]);
  });

  test('is said once, however often it stands', () => {
    expect(citedInVain('Encl. 3, p. 1; Encl. 3, p. 2; Encl. 3', PAGES)).toHaveLength(1);
  });
});
