import { expect, test } from 'vitest';
import { chosenOf } from '../src/ui/chosen.ts';
import { openClockInWords } from '../src/write-offs/open-clocks.ts';

const clock = {
  clock: 'dispute level 1',
  kind: 'dispute',
  level: 1,
  standing: 'open',
  sendBy: '2026-12-05',
  lastDay: '2026-12-11',
  daysLeft: 18,
} as const;

test('a clock that still runs says how many days are left and which day is the last', () => {
  expect(openClockInWords(clock, '2026-11-23')).toBe(
    'Dispute, level 1: still open, 12 days to send it, last day 11 Dec',
  );
});

test('a clock without a date counts as open', () => {
  const undated = { ...clock, level: null, standing: 'no_date', sendBy: null, lastDay: null } as const;
  expect(openClockInWords({ ...undated, daysLeft: null }, '2026-11-23')).toBe(
    'Dispute: no date is configured, so it counts as open',
  );
});

test('a clock past its send-by but before its last day is open still', () => {
  expect(openClockInWords({ ...clock, standing: 'past_send_by', daysLeft: -2 }, '2026-12-07')).toBe(
    'Dispute, level 1: still open, past its send-by, last day 11 Dec',
  );
});

test('the cursor stays on its row while others come and go', () => {
  expect(chosenOf(['z', 'b', 'c'], { id: 'b', at: 0 })).toBe('b');
});

test('the row that was worked hands the cursor to the one that takes its place', () => {
  expect(chosenOf(['a', 'c'], { id: 'b', at: 1 })).toBe('c');
  expect(chosenOf(['a'], { id: 'b', at: 1 })).toBe('a');
  expect(chosenOf([], { id: 'b', at: 1 })).toBeNull();
});
