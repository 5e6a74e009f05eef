import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { documentCleaner } from '../../../functions/adapters/intake/document-cleaner.ts';
import { rawJpeg, rawPng } from '../../fixtures/raw-pictures.ts';
import { shownPages } from '../../fixtures/shown-text.ts';

async function pageWith(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png') {
  const result = await documentCleaner.clean(bytes, mediaType);
  if (result.kind === 'refused') throw new Error(`Refused: ${result.reason}`);
  expect(result).toMatchObject({ pageCount: 1, removed: [] });
  const pdf = await PDFDocument.load(result.bytes);
  const page = pdf.getPage(0);
  const drawn = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict);
  const image = drawn?.lookup(drawn.keys()[0] ?? PDFName.of('none'));
  if (!(image instanceof PDFRawStream)) throw new Error('The page draws no picture.');
  const [shown] = await shownPages(result.bytes);
  return { size: page.getSize(), image, operators: shown?.operators ?? '' };
}

const numberOf = (image: PDFRawStream, key: string): number =>
  image.dict.lookup(PDFName.of(key), PDFNumber).asNumber();

describe('a JPEG', () => {
  test('becomes one page of letter size, the picture as it is', async () => {
    const { size, image } = await pageWith(rawJpeg({ width: 1700, height: 2200 }), 'image/jpeg');
    expect(size).toEqual({ width: 612, height: 792 });
    expect([numberOf(image, 'Width'), numberOf(image, 'Height')]).toEqual([1700, 2200]);
    expect(Buffer.from(image.contents).equals(rawJpeg({ width: 1700, height: 2200 }))).toBe(true);
  });

  test('that is wider than tall lies on a page that is', async () => {
    const { size } = await pageWith(rawJpeg({ width: 2200, height: 1700 }), 'image/jpeg');
    expect(size).toEqual({ width: 792, height: 612 });
  });

  // Where the stored upper left corner (0, 1) and upper right corner (1, 1) come to lie: Exif 2.32, 4.6.4 A.
  test.each([
    [1, [0, 1], [1, 1]],
    [2, [1, 1], [0, 1]],
    [3, [1, 0], [0, 0]],
    [4, [0, 0], [1, 0]],
    [5, [0, 1], [0, 0]],
    [6, [1, 1], [1, 0]],
    [7, [1, 0], [1, 1]],
    [8, [0, 0], [0, 1]],
  ] as const)('that was taken in position %i is set upright', async (orientation, upperLeft, upperRight) => {
    const { size, operators } = await pageWith(
      rawJpeg({ width: 400, height: 300, orientation }),
      'image/jpeg',
    );
    const isTurned = orientation >= 5;
    expect(size).toEqual(isTurned ? { width: 612, height: 792 } : { width: 792, height: 612 });
    const [, turn] = [...operators.matchAll(/^(.*) cm$/gm)].map(([, numbers = '']) =>
      numbers.split(' ').map(Number),
    );
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = turn ?? [];
    const to = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f];
    expect(to(0, 1)).toEqual(upperLeft);
    expect(to(1, 1)).toEqual(upperRight);
  });

  test('leaves behind what the camera wrote, and what follows its end', async () => {
    const jpeg = rawJpeg({ width: 40, height: 30, orientation: 6, comment: 'taken at home' });
    const { image } = await pageWith(Buffer.concat([jpeg, Buffer.from('PAYLOAD')]), 'image/jpeg');
    expect(Buffer.from(image.contents).toString('latin1')).not.toMatch(/Exif|taken at home|PAYLOAD/);
  });

  test.each([
    ['that is cut off', rawJpeg({ width: 40, height: 30, isWhole: false }), 'picture_damaged'],
    ['of nothing but its first bytes', Buffer.from([0xff, 0xd8, 0xff]), 'picture_damaged'],
    ['without loss', rawJpeg({ width: 40, height: 30, frameMarker: 0xc3 }), 'picture_kind'],
    ['of arithmetic coding', rawJpeg({ width: 40, height: 30, frameMarker: 0xc9 }), 'picture_kind'],
    ['of 12 bits', rawJpeg({ width: 40, height: 30, frameMarker: 0xc1, bits: 12 }), 'picture_kind'],
    ['without a side', rawJpeg({ width: 0, height: 30 }), 'picture_damaged'],
    ['of 400 million points', rawJpeg({ width: 20_000, height: 20_000 }), 'picture_too_large'],
  ] as const)('%s is refused', async (_what, bytes, reason) => {
    expect(await documentCleaner.clean(bytes, 'image/jpeg')).toEqual({ kind: 'refused', reason });
  });
});

describe('a PNG', () => {
  test.each([
    ['in black and white', { colourType: 0, bitDepth: 1 }, '/DeviceGray', 1],
    ['in grey', { colourType: 0, bitDepth: 8 }, '/DeviceGray', 8],
    ['in colours', { colourType: 2, bitDepth: 8 }, '/DeviceRGB', 8],
    ['with a palette', { colourType: 3, bitDepth: 4 }, '[ /Indexed /DeviceRGB 1 <0000ff00ff00> ]', 4],
  ] as const)('%s goes in as it is', async (_what, kind, space, bits) => {
    const palette = ['PLTE', Buffer.from('0000ff00ff00', 'hex')] as const;
    const chunks = kind.colourType === 3 ? [palette] : [];
    const { image } = await pageWith(rawPng({ width: 9, height: 5, ...kind, chunks }), 'image/png');
    expect(image.dict.lookup(PDFName.of('ColorSpace'))?.toString()).toBe(space);
    expect([numberOf(image, 'Width'), numberOf(image, 'BitsPerComponent')]).toEqual([9, bits]);
  });

  test.each([
    ['with transparency', { colourType: 6 }],
    ['that is interlaced', { colourType: 0, interlaced: true, width: 1, height: 1 }],
  ])('%s is set anew', async (_what, kind) => {
    const { image } = await pageWith(rawPng({ width: 9, height: 5, ...kind }), 'image/png');
    expect(image.dict.lookup(PDFName.of('ColorSpace'))?.toString()).toBe('/DeviceRGB');
  });

  test.each([
    ['that is cut off', rawPng({ width: 9, height: 5 }).subarray(0, -13), 'picture_damaged'],
    [
      'with fewer rows than it says',
      rawPng({ width: 9, height: 5, rows: Buffer.alloc(20) }),
      'picture_damaged',
    ],
    [
      'with more rows than it says',
      rawPng({ width: 9, height: 5, rows: Buffer.alloc(9_000_000) }),
      'picture_damaged',
    ],
    ['of a kind that there is not', rawPng({ width: 9, height: 5, colourType: 5 }), 'picture_damaged'],
    ['without its palette', rawPng({ width: 9, height: 5, colourType: 3 }), 'picture_damaged'],
    [
      'of 900 million points',
      rawPng({ width: 30_000, height: 30_000, rows: Buffer.alloc(9) }),
      'picture_too_large',
    ],
    [
      'with transparency of 64 million points',
      rawPng({ width: 8000, height: 8000, colourType: 6, rows: Buffer.alloc(9) }),
      'picture_too_large',
    ],
  ] as const)('%s is refused', async (_what, bytes, reason) => {
    expect(await documentCleaner.clean(bytes, 'image/png')).toEqual({ kind: 'refused', reason });
  });

  test('of 900 million points is refused by its first bytes alone', async () => {
    const bytes = rawPng({ width: 30_000, height: 30_000, rows: Buffer.alloc(50_000_000) });
    const before = process.memoryUsage().rss;
    const began = performance.now();
    await documentCleaner.clean(bytes, 'image/png');
    expect(performance.now() - began).toBeLessThan(250);
    expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
  });
});
