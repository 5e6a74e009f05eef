import { describe, expect, test } from 'vitest';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { wakeOnOf } from '../../../functions/core/denial/reminders.ts';
import { sweepFinding } from '../../../functions/core/denial/sweep-finding.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';
import { assessedDenial } from '../../fixtures/opened-denial.ts';

const { denial: opened } = assessedDenial({ deadlines: [appealDeadline('2027-04-20', '2027-05-01')] });

/** A denial in a person's hands since November 10. */
const denialWith = (patch: Partial<Denial>): Denial => ({
  ...opened,
  state: 'correcting',
  nextAction: 'Correct it.',
  ...patch,
});
const found = (patch: Partial<Denial>, today: string) =>
  sweepFinding(
    denialWith({ escalatedAt: '2026-11-24T00:00:00.000Z', ...patch }),
    today,
    `${today}T08:00:00.000Z`,
  );

describe('a reminder', () => {
  test.each([
    ['2027-04-06', 'u1', 'owner'],
    ['2027-04-13', 'u1', 'owner'],
    ['2027-04-19', 'u1', 'owner_and_supervisor'],
    ['2027-04-20', 'u1', 'owner_and_supervisor'],
    ['2027-04-21', 'u1', 'owner_and_supervisor'],
    ['2027-04-06', null, 'supervisor'],
  ])('of %s on work of %s goes to the %s', (today, assignee, to) => {
    expect(found({ assignee }, today)?.detail).toMatchObject({ to });
  });
});

describe('work that nobody touches', () => {
  test('goes to the supervisor after two weeks, once', () => {
    const idle = denialWith({});
    expect(sweepFinding(idle, '2026-11-23', '2026-11-23T08:00:00.000Z')).toBeNull();
    const finding = sweepFinding(idle, '2026-11-24', '2026-11-24T08:00:00.000Z');
    expect(finding).toMatchObject({ kind: 'escalated', type: 'WorkEscalated', detail: { to: 'supervisor' } });
    expect(sweepFinding({ ...idle, ...finding?.patch }, '2026-12-24', '2026-12-24T08:00:00.000Z')).toBeNull();
  });

  test('counts from the last time that a person worked on it', () => {
    const worked = denialWith({ workedAt: '2026-11-20T15:00:00.000Z' });
    expect(wakeOnOf(worked, '2026-11-21')).toBe('2026-12-04');
    expect(sweepFinding(worked, '2026-12-03', '2026-12-03T08:00:00.000Z')).toBeNull();
    expect(sweepFinding(worked, '2026-12-04', '2026-12-04T08:00:00.000Z')?.kind).toBe('escalated');
  });

  test('is not stalled while a person has put it off, and comes back on the day', () => {
    const pend = {
      until: '2026-12-10',
      reason: 'Records come then.',
      pendedBy: 'u1',
      pendedAt: opened.openedAt,
    };
    const pended = denialWith({ pend });
    expect(wakeOnOf(pended, '2026-11-21')).toBe('2026-12-10');
    expect(sweepFinding(pended, '2026-12-09', '2026-12-09T08:00:00.000Z')).toBeNull();
    expect(sweepFinding(pended, '2026-12-10', '2026-12-10T08:00:00.000Z')).toMatchObject({
      kind: 'pendsEnded',
      patch: { pend: null },
    });
  });
});

describe('an answer of the payer', () => {
  const sent = denialWith({
    state: 'awaiting_payer',
    handover: {
      sha256: null,
      channel: 'recorded_by_person',
      reference: 'R1',
      handedOverAt: '2026-11-10T12:00:00.000Z',
      handedOverBy: 'u1',
      sentOn: null,
      evidence: [],
    },
  });

  test('that is overdue becomes a task, and again every week', () => {
    const appeal = { ...sent, route: 'appeal' } as const;
    expect(wakeOnOf(appeal, '2026-12-20')).toBe('2027-01-09');
    expect(sweepFinding(appeal, '2027-01-08', '2027-01-08T08:00:00.000Z')).toBeNull();
    const finding = sweepFinding(appeal, '2027-01-09', '2027-01-09T08:00:00.000Z');
    expect(finding).toMatchObject({ kind: 'answersOverdue', type: 'AnswerOverdue' });
    expect(finding?.patch.nextAction).toContain('2027-01-09');
    expect(wakeOnOf({ ...appeal, ...finding?.patch }, '2027-01-09')).toBe('2027-01-16');
  });

  test('is due on the day that the record names, where it names one', () => {
    const named = { ...sent, answerDueOn: '2026-12-01' };
    expect(sweepFinding(named, '2026-11-30', '2026-11-30T08:00:00.000Z')).toBeNull();
    expect(sweepFinding(named, '2026-12-01', '2026-12-01T08:00:00.000Z')?.detail).toMatchObject({
      dueOn: '2026-12-01',
    });
  });
});

describe('what was recorded as sent, and no more', () => {
  const sent = denialWith({ state: 'sent', changedAt: '2026-11-23T08:00:00.000Z' });

  test('is looked at at the next sweep, and waits for the payer from then on', () => {
    expect(wakeOnOf(sent, '2026-11-23')).toBe('2026-11-23');
    expect(sweepFinding(sent, '2026-11-23', '2026-11-23T08:15:00.000Z')).toMatchObject({
      kind: 'payersAwaited',
      type: 'PayerAwaited',
      patch: { state: 'awaiting_payer' },
    });
  });

  test('is left alone while its delivery may still be under way', () => {
    expect(sweepFinding(sent, '2026-11-23', '2026-11-23T08:04:00.000Z')).toBeNull();
  });
});
