import { describe, expect, test } from 'vitest';
import { limitsOf } from '../../../functions/core/appeal/packet/limits.ts';
import { planParts } from '../../../functions/core/appeal/packet/plan-parts.ts';

const portal = limitsOf('portal', { fax: false });
const MB = 1_000_000;
const sized = (...lengths: number[]) => lengths.map((byteLength, at) => ({ number: at + 1, byteLength }));

describe('a packet in several files', () => {
  test('is the letter, then each enclosure by itself, named in their order', () => {
    expect(planParts(60_000, sized(90_000, 80_000), portal)).toEqual([
      { fileName: '01-letter.pdf', withLetter: true, enclosures: [] },
      { fileName: '02-enclosure-1.pdf', withLetter: false, enclosures: [1] },
      { fileName: '03-enclosure-2.pdf', withLetter: false, enclosures: [2] },
    ]);
  });

  test('without enclosures is the letter alone', () => {
    expect(planParts(60_000, [], portal)).toEqual([
      { fileName: '01-letter.pdf', withLetter: true, enclosures: [] },
    ]);
  });

  test('puts the lightest neighbours together where there are more files than fit', () => {
    const parts = planParts(60_000, sized(MB, MB, MB, MB, 5_000, 5_000, MB, MB, MB, MB), portal);
    expect(parts).toHaveLength(10);
    expect(parts.map(({ fileName }) => fileName)).toContain('06-enclosures-5-6.pdf');
    expect(parts.flatMap(({ enclosures }) => enclosures)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('40 enclosures make 10 files, and none is lost', () => {
    const parts = planParts(60_000, sized(...Array.from({ length: 40 }, () => MB)), portal);
    expect(parts).toHaveLength(10);
    expect(parts.flatMap(({ enclosures }) => enclosures)).toHaveLength(40);
  });

  test('puts a file that is too short with the one before it', () => {
    const parts = planParts(60_000, sized(MB, 2_000), portal);
    expect(parts.map(({ enclosures }) => enclosures)).toEqual([[], [1, 2]]);
  });

  test('makes no file longer than fits: then there are too many, and the limits say so', () => {
    const parts = planParts(60_000, sized(...Array.from({ length: 12 }, () => 40 * MB)), portal);
    expect(parts.length).toBeGreaterThan(10);
  });
});
