import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextPool } from '../../../functions/core/x12/text-pool.ts';

describe('the text pool', () => {
  it('gives the text of any bytes, however often slots are written over', () => {
    const pool = new TextPool();
    const value = fc.uint8Array({ maxLength: 12 });
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), (values) => {
        for (const bytes of [values, values, values, values].flat()) {
          const padded = Buffer.concat([Buffer.from('x '), bytes, Buffer.from(' x')]);
          const text = Buffer.from(bytes)
            .toString('latin1')
            .replace(/^ +| +$/g, '');
          expect(pool.textOf(padded, 1, padded.length - 1)).toBe(text);
          expect(pool.codeOf(padded, 1, padded.length - 1)).toBe(text.toUpperCase());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('tells values with NUL in front apart', () => {
    const pool = new TextPool();
    expect(['A', '\0A', '\0'].map((text) => pool.textOf(Buffer.from(text), 0, text.length))).toEqual([
      'A',
      '\0A',
      '\0',
    ]);
  });
});
