import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../../functions/core/deadline/deadline.ts';
import { standingOf } from '../../../functions/core/deadline/standing.ts';
import { usesClock, warningsOf } from '../../../functions/core/deadline/warnings.ts';
import type { Decision } from '../../../functions/core/denial/decision.ts';
import type { PayerProfile, PayerType } from '../../../functions/core/payer/profile.ts';
import { clocks, clocksFor, payerOf } from './clock-fixtures.ts';

function warned(
  payer: PayerType | PayerProfile,
  decision: Partial<Decision>,
  remarks: readonly string[] = [],
): string[] {
  const deadlines = clocksFor(payer, decision, { remarks: [...remarks] });
  const payerType = typeof payer === 'string' ? payer : payer.payerType;
  return warningsOf(deadlines, payerType, clocks).map(
    ({ urgency, kind, id }) => `${urgency} ${kind} (${id})`,
  );
}

describe('a warning', () => {
  it('says that a reopening does not stop the appeal, which runs out first', () => {
    expect(warned('medicare_ffs', { route: 'correct_resubmit', mechanism: 'reopening' })).toEqual([
      'lapses_first appeal (medicare.reopening_and_appeal)',
    ]);
  });

  it('says that an adjustment stops neither the appeal nor the recoupment', () => {
    expect(
      warned('medicare_part_a', { route: 'correct_resubmit', mechanism: 'adjustment' }, ['N432']),
    ).toEqual([
      'lapses_first appeal (medicare.adjustment_and_appeal)',
      'undated stop_recoupment (medicare.recoupment)',
    ]);
  });

  it('says that an appeal does not stop the time for a correction', () => {
    expect(warned('medicare_ffs', { route: 'appeal' })).toEqual([
      'runs_on reopening (medicare.appeal_and_reopening)',
    ]);
  });

  it('says that a corrected claim does not stop the dispute, though nobody has dated either', () => {
    expect(warned('commercial', { route: 'correct_resubmit', mechanism: 'replacement' })).toEqual([
      'lapses_first appeal (correction_and_appeal.other)',
      'undated dispute (correction_and_appeal.other)',
    ]);
  });

  it('says that sending records does not stop the appeal', () => {
    expect(warned('medicare_ffs', { route: 'documentation', category: 'documentation' })).toContain(
      'runs_on appeal (records.appeal)',
    );
  });

  it('says that an appeal does not stop the negotiation of the amount', () => {
    expect(warned(payerOf('commercial', 'out'), { route: 'appeal' }, ['N877'])).toContain(
      'lapses_first open_negotiation (appeal.negotiation)',
    );
  });

  it('says that the talk of peers is short', () => {
    expect(warned('commercial', { route: 'appeal' }, ['N939'])).toContain(
      'undated peer_to_peer (appeal.peer_to_peer)',
    );
  });

  it('carries a sentence and its source', () => {
    for (const { says, source, whileMeeting, runsOn } of clocks.interactions) {
      expect(says).toMatch(/\.$/);
      expect(source.length).toBeGreaterThan(0);
      expect(whileMeeting.some((kind) => runsOn.includes(kind))).toBe(false);
    }
  });

  it('is none where one clock runs alone', () => {
    expect(
      warned('medicare_ffs', { route: 'correct_resubmit', mechanism: 'new_claim', appealable: 'no' }),
    ).toEqual([]);
    expect(warningsOf([], 'medicare_ffs', clocks)).toEqual([]);
  });

  it('is for routes that meet a clock', () => {
    const routes = ['review', 'write_off', 'patient_responsibility', 'not_a_denial'] as const;
    expect(routes.filter(usesClock)).toEqual([]);
    expect(
      (['correct_resubmit', 'documentation', 'appeal', 'bill_other_payer'] as const).every(usesClock),
    ).toBe(true);
  });
});

describe('where a clock stands', () => {
  const clock = {
    sendBy: '2026-12-18',
    safeBy: '2026-12-30',
    lastDay: '2027-01-04',
    notBefore: null,
    confidence: 'high',
  } satisfies Partial<Deadline>;

  it.each([
    ['2026-12-18', 'open'],
    ['2026-12-19', 'past_send_by'],
    ['2026-12-30', 'past_send_by'],
    ['2026-12-31', 'late_zone'],
    ['2027-01-04', 'late_zone'],
    ['2027-01-05', 'past_last_day'],
  ])('on %s is %s', (today, standing) => {
    expect(standingOf(clock, today)).toBe(standing);
  });

  it('never says too late on a source of medium confidence', () => {
    expect(standingOf({ ...clock, confidence: 'medium' }, '2027-01-05')).toBe('verify');
  });

  it('is not open before the window opens', () => {
    expect(standingOf({ ...clock, notBefore: '2026-12-16' }, '2026-12-15')).toBe('not_open_yet');
    expect(standingOf({ ...clock, notBefore: '2026-12-16' }, '2026-12-16')).toBe('open');
  });

  it('without a date is work', () => {
    expect(standingOf({ ...clock, sendBy: null, safeBy: null, lastDay: null }, '2026-01-01')).toBe('no_date');
  });
});
