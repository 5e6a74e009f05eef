import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gzippedBase64 } from '../../../functions/adapters/gzip.ts';

const unpacked = (packed: string): string => gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
const columns = (names: readonly string[], n: number) =>
  JSON.stringify({
    ids: names,
    numbers: Array.from({ length: n }, (_, at) => at),
    none: names.map(() => null),
  });

describe('a text that is packed', () => {
  test.each(['', '{}', '[1,2],[3]', 'Überfällige 申诉 😀'])('comes out as it went in: %j', (text) => {
    expect(unpacked(gzippedBase64(text))).toBe(text);
  });

  test('comes out as it went in, whatever was packed before it', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 12 });
    const text = fc
      .tuple(fc.array(name, { minLength: 1, maxLength: 40 }), fc.integer({ min: 0, max: 9000 }))
      .map(([names, n]) =>
        columns(
          Array.from({ length: 40_000 }, (_, at) => names[at % names.length] ?? ''),
          n,
        ),
      );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        for (const each of [...texts, ...texts]) expect(unpacked(gzippedBase64(each))).toBe(each);
      }),
      { numRuns: 10 },
    );
  });

  test('is the same bytes when it is packed again', () => {
    const text = columns(
      Array.from({ length: 40_000 }, (_, at) => `name ${at}`),
      9000,
    );
    expect(gzippedBase64(text)).toBe(gzippedBase64(text));
    expect(gzippedBase64(text).length).toBeLessThan(text.length / 2);
  });
});
