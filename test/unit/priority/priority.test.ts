import { describe, expect, it } from 'vitest';
import { NO_OUTCOMES, outcomeTableOf } from '../../../functions/core/priority/outcome-shares.ts';
import {
  leadingReason,
  type Priority,
  type PriorityFacts,
  priorityOf,
} from '../../../functions/core/priority/priority.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';

const TODAY = '2026-11-23';
const reason = { group: 'CO', carc: '50', remarks: [], amountCents: 100_000, line: 1 };

function ranked(
  over: Partial<PriorityFacts> = {},
  outcomes = NO_OUTCOMES,
  today = TODAY,
): Extract<Priority, { kind: 'ranked' }> {
  const facts: PriorityFacts = {
    amountCents: 100_000,
    route: 'appeal',
    payerId: 'A',
    reasons: [reason],
    deadlines: [appealDeadline('2027-04-20', '2027-05-01')],
    isOurMove: true,
    ...over,
  };
  const priority = priorityOf(facts, today, outcomes);
  if (priority.kind !== 'ranked') throw new Error(priority.kind);
  return priority;
}

function outcomesOf(n: number, overturned: number, payerId = 'A') {
  return outcomeTableOf([
    { route: 'appeal', reason: 'CO-50', payerId, n, overturned, recovered: overturned },
  ]);
}

describe('priority', () => {
  it('without outcomes is money and clock, and says so', () => {
    const priority = ranked();
    expect(priority).toMatchObject({
      score: 100_000,
      share: null,
      shareFrom: 'no_outcomes_yet',
      expectedCents: 100_000,
      urgency: 1,
      shares: [],
    });
    expect(priority.says[0]).toContain('No outcomes yet');
  });

  it('is amount × share × urgency, with every factor shown', () => {
    // 30 of 60 days left: 1 + 9 × 30/60 = 5.5. $1,000 × 25 % × 5.5 = $1,375.
    const priority = ranked({ deadlines: [appealDeadline('2026-12-23', '2027-01-04')] }, outcomesOf(200, 50));
    expect(priority).toMatchObject({
      formula: 'score = amount × share × urgency',
      amountCents: 100_000,
      share: 0.25,
      shareFrom: 'outcomes',
      expectedCents: 25_000,
      urgency: 5.5,
      daysLeft: 30,
      score: 137_500,
    });
    expect(priority.shares.at(-1)).toMatchObject({ group: 'payer', n: 200 });
  });

  it('does not reckon with nineteen outcomes, but with twenty', () => {
    expect(ranked({}, outcomesOf(19, 0))).toMatchObject({ shareFrom: 'too_few_outcomes', share: null });
    expect(ranked({}, outcomesOf(19, 0)).says[0]).toContain('Too few outcomes (n = 19');
    expect(ranked({}, outcomesOf(20, 0))).toMatchObject({ shareFrom: 'outcomes', share: 0, score: 0 });
  });

  it('says when its own group has too few outcomes and another speaks', () => {
    const priority = ranked({ payerId: 'new payer' }, outcomesOf(100, 40));
    expect(priority.share).toBeCloseTo(0.4);
    expect(priority.says[0]).toContain('Too few outcomes of this payer, reason and route (n = 0)');
    expect(priority.says[0]).toContain('its reason and route (n = 100)');
  });

  it.each([
    ['2027-01-22', 60, 1],
    ['2026-12-23', 30, 5.5],
    ['2026-11-24', 1, 9.9],
    ['2026-11-23', 0, 10],
  ])('with send by %s, %i days away, is %d times as urgent', (sendBy, daysLeft, urgency) => {
    expect(ranked({ deadlines: [appealDeadline(sendBy, '2027-05-01')] })).toMatchObject({
      daysLeft,
      urgency,
    });
  });

  it('never falls as the last day comes nearer', () => {
    const deadlines = [appealDeadline('2026-12-18', '2027-01-04')];
    const days = ['2026-10-01', '2026-11-01', '2026-12-01', '2026-12-18', '2026-12-19', '2027-01-04'];
    const scores = days.map((day) => ranked({ deadlines }, NO_OUTCOMES, day).score);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  it('falls once the last day has passed: nothing more can run out', () => {
    const deadlines = [appealDeadline('2026-12-18', '2027-01-04')];
    expect(ranked({ deadlines }, NO_OUTCOMES, '2027-01-05')).toMatchObject({
      urgency: 1,
      standing: 'past_last_day',
    });
  });

  it('stays most urgent after a last day that rests on a weak source', () => {
    const weak = { ...appealDeadline('2026-12-18', '2027-01-04'), confidence: 'medium' as const };
    expect(ranked({ deadlines: [weak] }, NO_OUTCOMES, '2027-01-05')).toMatchObject({
      urgency: 10,
      standing: 'verify',
    });
  });

  it('of a clock without a date is as urgent as due today', () => {
    expect(ranked({ deadlines: [appealDeadline(null, null)] })).toMatchObject({
      urgency: 10,
      daysLeft: null,
      standing: 'no_date',
    });
  });

  it('waits for a window that has not opened', () => {
    const window = { ...appealDeadline('2026-12-03', '2026-12-04'), notBefore: '2026-12-01' };
    expect(ranked({ deadlines: [window] })).toMatchObject({ urgency: 1, standing: 'not_open_yet' });
  });

  it('is none while the payer has the move', () => {
    const route = 'appeal' as const;
    const facts = { amountCents: 1, route, payerId: 'A', reasons: [], deadlines: [] };
    expect(priorityOf({ ...facts, isOurMove: false }, TODAY, NO_OUTCOMES)).toEqual({ kind: 'not_our_move' });
  });

  it('groups by the reason that takes the most', () => {
    const reasons = [
      { ...reason, carc: '16', amountCents: 60 },
      { ...reason, carc: '50', amountCents: 50 },
      { ...reason, carc: '50', amountCents: 20, line: 2 },
    ];
    expect(leadingReason(reasons)).toBe('CO-50');
  });
});
