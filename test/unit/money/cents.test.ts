import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf, decimalOf } from '../../../functions/core/money/cents.ts';

const cents = (text: string) => centsOf(Buffer.from(text, 'latin1'), 0, text.length);

describe('money from an X12 decimal number', () => {
  it.each([
    ['', 0],
    ['  ', 0],
    ['0', 0],
    ['00', 0],
    ['-0', 0],
    ['-0.00', 0],
    ['.5', 50],
    ['-.05', -5],
    ['5.', 500],
    ['500', 50_000],
    ['-42.58', -4_258],
    ['1.1', 110],
    ['1.10', 110],
    ['1.1000', 110],
    ['0000012.30', 1_230],
    [' 7 ', 700],
    ['9999999999999.99', 999_999_999_999_999],
  ])('reads "%s" as %i cents', (text, expected) => {
    expect(cents(text)).toBe(expected);
  });

  it.each([
    '1x',
    'x',
    '-',
    '.',
    '-.',
    '1.005',
    '1.2.3',
    '1,000',
    '+1',
    '--1',
    '1-',
    '1 2',
    '1e3',
    '10000000000000',
    '99999999999999999999',
    '١',
  ])('refuses "%s"', (text) => {
    expect(cents(text)).toBeNaN();
  });

  it('never gives minus zero', () => {
    expect(Object.is(cents('-0'), 0)).toBe(true);
  });

  it('comes back from its own decimal form', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }), (value) => {
        expect(cents(decimalOf(value))).toBe(value);
      }),
    );
  });

  it('reads only its own part of the bytes', () => {
    expect(centsOf(Buffer.from('99*12.5*77'), 3, 7)).toBe(1_250);
  });
});
