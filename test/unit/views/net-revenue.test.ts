import { describe, expect, test } from 'vitest';
import { netRevenueOf } from '../../../functions/core/views/net-revenue.ts';

const practices = [
  {
    practiceId: 'P1',
    netRevenueCentsByMonth: { '2026-11': 5_000_00, '2026-12': 6_000_00, '2027-01': 7_000_00 },
  },
  { practiceId: 'P2', netRevenueCentsByMonth: { '2026-12': 1_00 } },
  { practiceId: 'P3' },
];

describe('net patient service revenue', () => {
  test('is the sum of the months and practices of a period', () => {
    expect(netRevenueOf(practices, ['P1'], '2026-11-01', '2027-01-31')).toEqual({
      kind: 'known',
      cents: 18_000_00,
    });
    expect(netRevenueOf(practices, ['P1', 'P2'], '2026-12-01', '2026-12-31')).toEqual({
      kind: 'known',
      cents: 6_001_00,
    });
  });

  test('is not told where a practice lacks a month, and says which', () => {
    expect(netRevenueOf(practices, ['P1', 'P2'], '2026-11-01', '2027-01-31')).toEqual({
      kind: 'lacking',
      lacks:
        'net patient service revenue of practice P2 in 2026-11 and 1 more: enter it in the settings of the organisation',
    });
    expect(netRevenueOf(practices, ['P3'], '2026-12-01', '2026-12-31')).toMatchObject({ kind: 'lacking' });
    expect(netRevenueOf([], ['P1'], '2026-12-01', '2026-12-31')).toMatchObject({ kind: 'lacking' });
  });

  test.each([
    ['begins within a month', '2026-12-02', '2026-12-31'],
    ['ends within a month', '2026-12-01', '2026-12-30'],
    ['ends before it begins', '2027-01-01', '2026-12-31'],
    ['is longer than what is kept', '0001-01-01', '9999-12-31'],
  ])('is not told of a period that %s', (_what, from, to) => {
    expect(netRevenueOf(practices, ['P1'], from, to)).toMatchObject({
      kind: 'lacking',
      lacks: expect.stringContaining('whole months'),
    });
  });

  test('February ends on its last day, also in a leap year', () => {
    const known = [{ practiceId: 'P1', netRevenueCentsByMonth: { '2028-02': 1 } }];
    expect(netRevenueOf(known, ['P1'], '2028-02-01', '2028-02-29').kind).toBe('known');
    expect(netRevenueOf(known, ['P1'], '2028-02-01', '2028-02-28').kind).toBe('lacking');
  });
});
