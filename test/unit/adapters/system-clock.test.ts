import { afterEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../../functions/adapters/system-clock.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the day is that of the organisation, not of the machine', () => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date('2026-11-11T03:30:00.000Z'));
  expect(systemClock('America/New_York').today()).toBe('2026-11-10');
  expect(systemClock('UTC').today()).toBe('2026-11-11');
  expect(systemClock('America/New_York').now()).toBe('2026-11-11T03:30:00.000Z');
});
