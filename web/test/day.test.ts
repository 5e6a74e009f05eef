import { expect, test } from 'vitest';
import { dayInWords, daysFrom, daysInWords } from '../src/ui/day.ts';
import { urgencyLevel } from '../src/ui/urgency.tsx';

test.each(['Pacific/Honolulu', 'Pacific/Kiritimati', 'America/New_York', 'UTC'])(
  'a due day reads as it is written in %s',
  (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    expect(dayInWords('2026-12-01', '2026-11-23')).toBe('1 Dec');
    // The clocks change on 8 March in New York.
    expect(daysFrom('2027-03-07', '2027-03-15')).toBe(8);
    process.env.TZ = before;
  },
);

test('a day of another year names it', () => {
  expect(dayInWords('2027-01-07', '2026-11-23')).toBe('7 Jan 2027');
});

test.each([
  [-1, 'overdue', '1 day past'],
  [0, 'today', 'today'],
  [1, 'soon', 'in 1 day'],
  [3, 'soon', 'in 3 days'],
  [4, 'week', 'in 4 days'],
  [7, 'week', 'in 7 days'],
  [8, 'fortnight', 'in 8 days'],
  [14, 'fortnight', 'in 14 days'],
  [15, 'later', 'in 15 days'],
])('%i days before its day a denial is %s', (days, level, words) => {
  expect(urgencyLevel(days)).toBe(level);
  expect(daysInWords(days)).toBe(words);
});

test('without a day it is not configured', () => {
  expect(urgencyLevel(null)).toBe('not_configured');
});
