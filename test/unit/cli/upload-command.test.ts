import { describe, expect, test } from 'vitest';
import { inboxKeyOf } from '../../../cli/upload/command.ts';
import { historyMarkOf } from '../../../functions/core/history/history-mark.ts';
import type { CalendarDate } from '../../../functions/core/time/calendar-date.ts';

const before = '2026-10-01' as CalendarDate;

describe('overturn upload', () => {
  test.each([
    ['june.835', null, 'june.835'],
    ['./2025/june.835', null, '2025/june.835'],
    ['../june.835', before, 'history/before-2026-10-01/june.835'],
    ['/data/2025/june.835', before, 'history/before-2026-10-01/data/2025/june.835'],
  ])('puts %s, history before %s, under %s', (name, history, key) => {
    expect(inboxKeyOf(name, history)).toBe(key);
  });

  test('marks a file so that ingest reads the same day from its key', () => {
    const key = inboxKeyOf('june.835', before);
    expect(historyMarkOf(key, '2026-11-10' as CalendarDate)).toEqual({ kind: 'before', before });
  });
});
