import { describe, expect, it } from 'vitest';
import { dollars } from '../../../functions/core/money/dollars.ts';

describe('dollars', () => {
  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [-5, '-$0.05'],
    [99_999, '$999.99'],
    [100_000, '$1,000.00'],
    [-298_075, '-$2,980.75'],
    [123_456_789_00, '$123,456,789.00'],
    [Number.MAX_SAFE_INTEGER, '$90,071,992,547,409.91'],
  ])('writes %d cents as %s', (cents, written) => {
    expect(dollars(cents)).toBe(written);
  });
});
