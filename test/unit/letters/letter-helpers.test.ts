import { describe, expect, test } from 'vitest';
import { date, field, money } from '../../../functions/adapters/letters/letter-helpers.ts';

describe('money', () => {
  test.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [12_345, '$123.45'],
    [118_000, '$1,180.00'],
    [123_456_789, '$1,234,567.89'],
    [-4_200, '-$42.00'],
  ])('%d cents are %s', (cents, shown) => {
    expect(money(cents)).toBe(shown);
  });

  test.each([[1.5], ['100'], [null], [Number.NaN]])('%s is refused', (value) => {
    expect(() => money(value)).toThrow(TypeError);
  });
});

describe('date', () => {
  test('is written out, without a time zone', () => {
    expect(date('2026-06-03')).toBe('June 3, 2026');
    expect(date('2026-12-31')).toBe('December 31, 2026');
  });

  test.each([['06/03/2026'], ['2026-13-01'], [null], [new Date(0)]])('%s is refused', (value) => {
    expect(() => date(value)).toThrow(TypeError);
  });
});

describe('field', () => {
  test('shows a hole where there is no value', () => {
    expect(field(null, 'member ID')).toBe('⟦MISSING: member ID⟧');
    expect(field('M1', 'member ID')).toBe('M1');
  });
});
