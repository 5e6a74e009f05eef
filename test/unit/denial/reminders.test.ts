import { describe, expect, it } from 'vitest';
import { type Reminder, reminderDue, wakeOnOf } from '../../../functions/core/denial/reminders.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';

const reopening = {
  ...appealDeadline('2027-08-23', '2027-09-01'),
  kind: 'reopening' as const,
  level: null,
};
const appeal = { ...appealDeadline('2026-12-18', '2027-01-04'), governs: false };

function denialWith(
  deadlines: readonly (typeof reopening | typeof appeal)[],
  lastReminder: Reminder | null = null,
) {
  return {
    state: 'correcting' as const,
    nextAction: 'Correct it.',
    candidate: null,
    sendBy: '2027-08-23',
    deadlines: [...deadlines],
    lastReminder,
  };
}

describe('a clock that the route does not use and that runs out first', () => {
  it('is reminded of two weeks before it must leave, once', () => {
    expect(reminderDue(denialWith([reopening, appeal]), '2026-12-03')).toBeNull();
    expect(reminderDue(denialWith([reopening, appeal]), '2026-12-04')).toBe('other_clock_due');
    expect(reminderDue(denialWith([reopening, appeal], 'other_clock_due'), '2026-12-10')).toBeNull();
  });

  it('wakes the sweep on that day', () => {
    expect(wakeOnOf(denialWith([reopening, appeal]), '2026-11-01')).toBe('2026-12-04');
    expect(wakeOnOf(denialWith([reopening]), '2026-11-01')).toBe('2027-08-09');
  });

  it('is not reminded of once it has run out', () => {
    expect(reminderDue(denialWith([reopening, appeal]), '2027-01-05')).toBeNull();
  });

  it('does not silence the route’s own clock', () => {
    expect(reminderDue(denialWith([reopening, appeal], 'other_clock_due'), '2027-08-09')).toBe('due_in_14');
  });
});

describe('a governing clock that rests on a weak source', () => {
  it('reminds, but never says that the last day has passed', () => {
    const weak = { ...reopening, confidence: 'medium' as const };
    expect(reminderDue(denialWith([weak]), '2027-09-02')).toBe('past_send_by');
    expect(reminderDue(denialWith([reopening]), '2027-09-02')).toBe('past_last_day');
  });
});
