import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Denial } from '../../functions/core/denial/denial.ts';
import { type Reminder, reminderDue, wakeOnOf } from '../../functions/core/denial/reminders.ts';
import { addDays, type CalendarDate } from '../../functions/core/time/calendar-date.ts';
import { appealDeadline } from '../fixtures/memory-system.ts';

const LADDER = [
  'other_clock_due',
  'due_in_14',
  'due_in_7',
  'due_in_1',
  'due_today',
  'past_send_by',
  'past_last_day',
];
const START = '2026-11-10' as CalendarDate;

const day = fc.integer({ min: -60, max: 200 }).map((n) => addDays(START, n));
const drawn = fc.record({
  sendBy: day,
  room: fc.integer({ min: 0, max: 40 }),
  other: fc.option(day, { nil: null }),
});
const denial = drawn.map(({ sendBy, room, other }) => ({
  state: 'correcting' as const,
  nextAction: 'Correct it.',
  candidate: null,
  sendBy,
  deadlines: [
    appealDeadline(sendBy, addDays(sendBy, room)),
    ...(other === null ? [] : [{ ...appealDeadline(other, addDays(other, room)), governs: false }]),
  ],
  lastReminder: null as Denial['lastReminder'],
}));

test('on whatever days the sweep runs, each reminder comes at most once, in order, and the last is never missed', () => {
  fc.assert(
    fc.property(denial, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }), (opened, gaps) => {
      let current = opened;
      let today = START;
      let wakeOn = wakeOnOf(current, today);
      const raised: Reminder[] = [];
      for (const gap of [...gaps, 400, 1]) {
        today = addDays(today, gap);
        if (wakeOn > today) continue;
        const reminder = reminderDue(current, today);
        if (reminder !== null) raised.push(reminder);
        current = { ...current, lastReminder: reminder ?? current.lastReminder };
        wakeOn = wakeOnOf(current, today);
        expect(wakeOn > today).toBe(true);
      }
      expect(raised).toEqual(LADDER.filter((reminder) => raised.includes(reminder as Reminder)));
      expect(raised.at(-1)).toBe('past_last_day');
    }),
  );
});
