import { describe, expect, test } from 'vitest';
import {
  beyondLimits,
  enclosedTwice,
  limitsOf,
  OWN_LIMITS,
} from '../../../functions/core/appeal/packet/limits.ts';

const MB = 1_000_000;
const file = (byteLength: number, pageCount = 1) => ({ byteLength, pageCount });
const portal = limitsOf('portal', { fax: false });
const fax = limitsOf('file_drop', { fax: true });

describe('what is beyond the limits of a channel is said in words', () => {
  test.each([
    [
      '11 files for a portal',
      Array.from({ length: 11 }, () => file(MB)),
      portal,
      '11 files, at most 10 files',
    ],
    ['a file of 61 MB for a portal', [file(61 * MB), file(MB)], portal, '61 MB in one file, at most 60 MB'],
    ['151 MB for a portal', [file(51 * MB), file(50 * MB), file(50 * MB)], portal, '151 MB, at most 150 MB'],
    [
      'a file of 3 KB for a portal',
      [file(MB), file(3 * 1024)],
      portal,
      '3072 bytes, and each is more than 3072',
    ],
    ['101 pages by fax', [file(MB, 101)], fax, '101 pages, at most 100 pages'],
    ['21 MB by fax', [file(21 * MB, 20)], fax, '21 MB, at most 20 MB'],
    ['1,001 pages by any way', [file(MB, 1_001)], OWN_LIMITS, '1,001 pages, at most 1,000 pages'],
    ['151 MB by any way', [file(151 * MB)], OWN_LIMITS, '151 MB, at most 150 MB'],
  ])('%s', (_what, files, limits, words) => {
    expect(beyondLimits(files, limits)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['10 files for a portal', Array.from({ length: 10 }, () => file(MB)), portal],
    ['a file of 60 MB for a portal', [file(60 * MB)], portal],
    ['a file just above 3 KB for a portal', [file(3 * 1024 + 1)], portal],
    ['100 pages by fax', [file(20 * MB, 100)], fax],
    ['150 MB and 1,000 pages', [file(150 * MB, 1_000)], OWN_LIMITS],
  ])('nothing of %s', (_what, files, limits) => {
    expect(beyondLimits(files, limits)).toEqual([]);
  });

  test('a packet for the mail has no limit of the fax', () => {
    expect(limitsOf('print_and_mail', { fax: true }).mostPages).toBe(OWN_LIMITS.mostPages);
  });
});

describe('a document that goes along twice', () => {
  test('is named with its twin, also where only the checked file is the same', () => {
    const enclosures = [
      { number: 1, hashes: ['a', 'x'] },
      { number: 2, hashes: ['b', 'y'] },
      { number: 3, hashes: ['c', 'x'] },
    ];
    expect(enclosedTwice(enclosures)).toEqual(['ENCLOSURE 3 is the same as enclosure 1: leave one out']);
  });

  test('is none where all differ', () => {
    expect(
      enclosedTwice([
        { number: 1, hashes: ['a', 'a'] },
        { number: 2, hashes: ['b'] },
      ]),
    ).toEqual([]);
  });
});
