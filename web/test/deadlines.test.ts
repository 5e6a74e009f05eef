import { expect, test } from 'vitest';
import { dayAfter, isWeekend, weekdayOf, weeksOf } from '../src/deadlines/weeks.ts';

const day = (sendBy: string, count: number, unowned = 0) => ({
  sendBy,
  count,
  amountCents: count * 100,
  unowned,
  groups: [],
});

test('days of one week stand together, Monday first, and are added up', () => {
  const weeks = weeksOf([day('2026-11-27', 2, 1), day('2026-11-29', 3), day('2026-11-30', 5, 5)]);
  expect(
    weeks.map(({ monday, count, amountCents, unowned }) => [monday, count, amountCents, unowned]),
  ).toEqual([
    ['2026-11-23', 5, 500, 1],
    ['2026-11-30', 5, 500, 5],
  ]);
});

test('a day is the same weekday in every zone and across the change of clocks', () => {
  const zone = process.env.TZ;
  for (const TZ of ['Pacific/Honolulu', 'Pacific/Kiritimati', 'America/New_York']) {
    process.env.TZ = TZ;
    expect([weekdayOf('2026-11-01'), weekdayOf('2026-12-01')]).toEqual(['Sun', 'Tue']);
    expect([dayAfter('2026-10-31', 1), dayAfter('2026-11-01', 1)]).toEqual(['2026-11-01', '2026-11-02']);
  }
  process.env.TZ = zone ?? '';
});

test('days are counted over the end of months and years, both ways', () => {
  expect([dayAfter('2026-12-31', 1), dayAfter('2027-01-01', -1), dayAfter('2028-02-28', 1)]).toEqual([
    '2027-01-01',
    '2026-12-31',
    '2028-02-29',
  ]);
});

test('Saturday and Sunday are marked', () => {
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map(isWeekend)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
