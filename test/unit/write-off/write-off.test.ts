import { beforeEach, describe, expect, test } from 'vitest';
import { bundledWriteOffReasons } from '../../../functions/adapters/write-off-reasons-bundled.ts';
import { autoPostWriteOff } from '../../../functions/core/denial/auto-post-write-off.ts';
import type { Denial } from '../../../functions/core/denial/denial.ts';
import { openClocksOf, proposalBarsOf } from '../../../functions/core/write-off/guards.ts';
import { secondPersonAboveCents, writeOffReasonsSchema } from '../../../functions/core/write-off/reasons.ts';
import { confirmWriteOff } from '../../../functions/use-cases/confirm-write-off.ts';
import { decideWriteOff } from '../../../functions/use-cases/decide-write-off.ts';
import { reverseWriteOff } from '../../../functions/use-cases/reverse-write-off.ts';
import { AppealSystem, biller, supervisor } from '../../fixtures/appeal-system.ts';
import { appealDeadline } from '../../fixtures/memory-system.ts';
import { deniedClaim } from '../../fixtures/remittance-file.ts';

const WRITE_OFF = { ...deniedClaim('A1'), adjustments: [['CO', '96', 31_000] as const], chargeCents: 31_000 };
const GIVEN_UP = { reasonCode: 'small_balance', reason: 'Too small to fight for.' } as const;

let system: AppealSystem;
beforeEach(() => {
  system = new AppealSystem({ deadlines: [appealDeadline('2026-11-15', '2026-11-22')] });
});
const by = ({ denialId, version }: Denial, user = biller) => ({ user, denialId, expectedVersion: version });

describe('the taxonomy', () => {
  test('has each code once, and no contractual adjustment among them', () => {
    const reasons = bundledWriteOffReasons();
    expect(new Set(reasons.map(({ id }) => id)).size).toBe(reasons.length);
    expect(reasons.filter(({ name }) => /contractual/i.test(name))).toEqual([]);
    expect(writeOffReasonsSchema.safeParse(reasons.slice(1)).success).toBe(false);
  });

  test('has a limit of its own where the organisation set one', () => {
    const limits = { writeOffSecondPersonAboveCents: 100, writeOffLimitsByReason: { small_balance: 500 } };
    expect(secondPersonAboveCents(limits, 'small_balance')).toBe(500);
    expect(secondPersonAboveCents(limits, 'other')).toBe(100);
  });
});

describe('a clock that is still open', () => {
  test('stops the write-off by name, days and money', async () => {
    const denial = await system.routed(WRITE_OFF);
    const result = await confirmWriteOff(system.ports, { ...by(denial), ...GIVEN_UP });
    expect(result).toMatchObject({ kind: 'refused', code: 'CLOCK_STILL_OPEN', field: 'acknowledgedClocks' });
    expect(result).toMatchObject({
      sentence: expect.stringMatching(
        /appeal \(level 1\) \[test\.appeal\], 12 days until 2026-11-22.*\$310\.00/,
      ),
    });
    expect(system.only()).toEqual(denial);
  });

  test('is given up by whoever acknowledges it, and that stays on record', async () => {
    const denial = await system.routed(WRITE_OFF);
    const acknowledgedClocks = ['test.appeal'];
    await confirmWriteOff(system.ports, { ...by(denial), ...GIVEN_UP, acknowledgedClocks });
    expect(system.only().writeOff).toMatchObject({ reasonCode: 'small_balance', acknowledgedClocks });
  });

  test('stops the second person where it opened after the first one asked', async () => {
    const denial = await system.routed(WRITE_OFF);
    await confirmWriteOff(system.ports, {
      ...by(denial),
      ...GIVEN_UP,
      acknowledgedClocks: ['test.appeal'],
    });
    const other = { ...appealDeadline('2027-01-01', '2027-01-08'), ruleId: 'test.other', governs: false };
    const waiting = await system.rewrite(system.only(), { deadlines: [...denial.deadlines, other] });
    const result = await decideWriteOff(system.ports, { ...by(waiting, supervisor), verdict: 'approve' });
    expect(result).toMatchObject({ kind: 'refused', code: 'CLOCK_STILL_OPEN' });
  });

  test.each([
    ['without a date', appealDeadline(null, null), 1],
    [
      'passed by a rule too weak to say so',
      { ...appealDeadline('2026-10-01', '2026-10-08'), confidence: 'medium' as const },
      1,
    ],
    ['certainly passed', appealDeadline('2026-10-01', '2026-10-08'), 0],
  ])('%s counts as open %#', (_what, deadline, open) => {
    expect(openClocksOf({ deadlines: [deadline] }, '2026-11-10')).toHaveLength(open);
  });
});

describe('no rule writes off', () => {
  test('what the payer took under group PI', async () => {
    const denial = await system.routed({ ...WRITE_OFF, adjustments: [['PI', '96', 31_000]] });
    expect(proposalBarsOf(denial)).toEqual(['group_pi']);
    expect(autoPostWriteOff(denial, 50_000, '2026-11-10T12:00:00.000Z', '2026-11-10')).toBeNull();
  });

  test('while records are asked for and were not sent', async () => {
    const { decision, ...denial } = await system.routed(WRITE_OFF);
    const asked = { ...denial, decision: { ...decision, category: 'documentation' } } as Denial;
    expect(proposalBarsOf(asked)).toEqual(['records_request_unanswered']);
    const sent = {
      action: 'documents',
      level: 1,
      sentOn: '2026-11-09',
      templateId: null,
      templateSha256: null,
    } as const;
    expect(proposalBarsOf({ ...asked, sendings: [sent] })).toEqual([]);
  });
});

describe('a reversal', () => {
  async function writtenOff(): Promise<Denial> {
    const acknowledgedClocks = ['test.appeal'];
    const denial = await system.routed(WRITE_OFF);
    await confirmWriteOff(system.ports, { ...by(denial), ...GIVEN_UP, acknowledgedClocks });
    await decideWriteOff(system.ports, { ...by(system.only(), supervisor), verdict: 'approve' });
    return system.only();
  }

  test('opens the denial again with an execution of its own, and says why', async () => {
    const closed = await writtenOff();
    await reverseWriteOff(system.ports, { ...by(closed), reason: 'The contract pays it.' });
    expect(system.only()).toMatchObject({
      state: 'needs_review',
      closedAs: null,
      writeOff: null,
      attempt: closed.attempt + 1,
    });
    expect((await system.denials.events(closed.denialId)).at(-1)).toMatchObject({
      type: 'WriteOffReversed',
      reason: 'The contract pays it.',
    });
  });

  test('is refused once it is posted', async () => {
    const closed = await writtenOff();
    const posted = { batchId: 'b', postedBy: 'supervisor', postedAt: '2026-11-10T12:00:00.000Z' };
    const writeOff = closed.writeOff && { ...closed.writeOff, posted };
    const result = await reverseWriteOff(system.ports, {
      ...by(await system.rewrite(closed, { writeOff })),
      reason: 'The contract pays it.',
    });
    expect(result).toMatchObject({ kind: 'refused', code: 'NOT_IN_THIS_STATE' });
  });
});
