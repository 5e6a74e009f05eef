import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentCleaner } from '../../functions/adapters/intake/document-cleaner.ts';
import { pagesPdf } from '../fixtures/raw-pdf.ts';
import { rawJpeg, rawPng } from '../fixtures/raw-pictures.ts';

const WHOLE = [
  ['application/pdf', pagesPdf(3)],
  ['image/jpeg', rawJpeg({ width: 40, height: 30, orientation: 6 })],
  ['image/png', rawPng({ width: 40, height: 30, colourType: 2 })],
] as const;

test.each(WHOLE)(
  '%s that is cut off anywhere is refused, and never takes the function with it',
  async (mediaType, whole) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: lengthOf(whole) - 1 }), async (length) => {
        const { kind } = await documentCleaner.clean(whole.subarray(0, length), mediaType);
        expect(kind).toBe('refused');
      }),
      { numRuns: 150 },
    );
  },
);

test.each(WHOLE)(
  '%s with some bytes changed is refused, or keeps its number of pages',
  async (mediaType, whole) => {
    const change = fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const changed = Buffer.from(whole);
        for (const [at, byte] of changes) changed[at] = byte;
        const result = await documentCleaner.clean(changed, mediaType);
        if (result.kind === 'clean') expect(result.pageCount).toBe(mediaType === 'application/pdf' ? 3 : 1);
      }),
      { numRuns: 300 },
    );
  },
);

/** Without the line end behind the last word: a file that lacks it is whole. */
function lengthOf(whole: Buffer): number {
  return whole.at(-1) === 0x0a ? whole.length - 1 : whole.length;
}
