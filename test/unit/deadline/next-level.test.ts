import { describe, expect, it } from 'vitest';
import {
  type AppealDecision,
  clocksToCome,
  nextLevelOf,
} from '../../../functions/core/deadline/next-level.ts';
import type { PayerProfile, PayerType } from '../../../functions/core/payer/profile.ts';
import { knownPayers, payerRegistrySchema } from '../../../functions/core/payer/registry.ts';
import { clocks, payerOf, summaryOf } from './clock-fixtures.ts';

const upheld: AppealDecision = {
  kind: 'appeal',
  level: 1,
  outcome: 'upheld',
  decidedOn: '2026-01-12',
  evidence: 'letter-7',
  remarks: [],
};

function next(payer: PayerType | PayerProfile, over: Partial<AppealDecision> = {}) {
  return nextLevelOf({ ...upheld, ...over }, typeof payer === 'string' ? payerOf(payer) : payer, clocks);
}

function listed(payer: PayerType | PayerProfile, over: Partial<AppealDecision> = {}): string[] {
  const answer = next(payer, over);
  return answer.kind === 'no_further_level' ? [] : summaryOf(answer.deadlines);
}

const contracted = knownPayers(
  payerRegistrySchema.parse({
    payers: [
      {
        payer: 'test',
        name: 'Test',
        seenAs: [{ id: '1' }],
        payerType: 'commercial',
        windows: [
          {
            kind: 'dispute',
            quantity: 180,
            unit: 'calendar_days',
            countedFrom: 'remittance_date',
            source: 'C',
          },
          {
            kind: 'dispute',
            level: 2,
            quantity: 60,
            unit: 'calendar_days',
            countedFrom: 'previous_decision',
            source: 'C',
          },
        ],
      },
    ],
  }).payers,
)[0];

describe('after a decision on an appeal', () => {
  it('the clock of the next level counts from the date on the decision, with its evidence', () => {
    const answer = next('medicare_ffs');
    expect(answer.kind === 'next_level' && answer.level).toBe(2);
    expect(answer.kind === 'next_level' && answer.deadlines[0]).toMatchObject({
      ruleId: 'medicare.qic_reconsideration',
      startsOn: '2026-01-12',
      evidence: 'letter-7',
      safeBy: '2026-07-10',
      lastDay: '2026-07-16',
      governs: true,
    });
  });

  it.each([
    [1, ['*appeal 2 statute 2026-07-16']],
    [2, ['*appeal 3 statute 2026-03-18']],
    [3, ['*appeal 4 statute 2026-03-18']],
    [4, ['*appeal 5 statute 2026-03-18']],
    [5, []],
  ])('of level %i in Original Medicare', (level, clocksThen) => {
    expect(listed('medicare_ffs', { level })).toEqual(clocksThen);
  });

  it('says that there is no further level', () => {
    expect(next('medicare_ffs', { level: 5 })).toEqual({ kind: 'no_further_level' });
    expect(next(payerOf('tricare', 'out'), { level: 3 })).toEqual({ kind: 'no_further_level' });
  });

  it('that was a dismissal goes another way, with 60 days', () => {
    expect(listed('medicare_ffs', { outcome: 'dismissed' })).toEqual(['*appeal 2 statute 2026-03-18']);
  });

  it('keeps recoupment off where the denial was an overpayment, without governing', () => {
    expect(listed('medicare_ffs', { remarks: ['N432'] })).toEqual([
      '*appeal 2 statute 2026-07-16',
      ' stop_recoupment statute 2026-03-13',
    ]);
  });

  it('without a date is listed undated and asks for it', () => {
    const answer = next('medicare_ffs', { decidedOn: null });
    expect(answer.kind === 'next_level' && answer.deadlines[0]).toMatchObject({
      lastDay: null,
      note: expect.stringContaining('Enter the date printed on the decision'),
    });
  });

  it('with a date that is none is listed undated, never guessed', () => {
    expect(listed('medicare_ffs', { decidedOn: '2026-02-30' })).toEqual(['*appeal 2 statute']);
  });

  it('of a Medicare Advantage plan has nothing to file: the plan forwards it', () => {
    const answer = next(payerOf('medicare_advantage', 'out'));
    expect(answer).toMatchObject({
      kind: 'forwarded',
      deadlines: [{ kind: 'follow_up', lastDay: '2026-02-11' }],
    });
  });

  it('of the independent review goes to a hearing', () => {
    expect(listed('medicare_advantage', { level: 2 })).toEqual(['*appeal 3 statute 2026-03-18']);
  });

  it('of Medicaid managed care goes to the State', () => {
    expect(listed('medicaid_mco')).toEqual(['*appeal 2 statute 2026-05-12']);
  });

  it('of FEHB goes to OPM, of TRICARE to formal review', () => {
    expect(listed('fehb')).toEqual(['*appeal 2 statute 2026-04-12']);
    expect(listed('tricare')).toEqual(['*appeal 2 statute 2026-03-13']);
  });

  it('of a commercial plan asks for the next level’s window, and shows external review beside it', () => {
    expect(listed('commercial')).toEqual(['*appeal 2 not_configured', ' external_review statute 2026-05-12']);
  });

  it('is told by the contract where the registry knows the level', () => {
    const payer: PayerProfile = { ...payerOf('commercial'), ...(contracted?.own && { own: contracted.own }) };
    expect(listed(payer, { kind: 'dispute' })).toEqual(['*dispute 2 contract 2026-03-13']);
    expect(listed(payer, { kind: 'dispute', level: 2 })).toEqual(['*dispute 3 not_configured']);
  });

  it.each([
    'commercial',
    'exchange',
    'medicaid',
    'medicaid_mco',
    'medicare_advantage',
    'tricare',
    'fehb',
    'va',
    'workers_comp',
    'auto',
    'unknown',
  ] as const)('on a dispute with %s never leaves nothing to do', (payerType) => {
    expect(listed(payerType, { kind: 'dispute' })).toEqual(['*dispute 2 not_configured']);
  });
});

describe('what may open later', () => {
  it('names each level of Original Medicare and what opens it', () => {
    const told = clocksToCome(payerOf('medicare_ffs'), [], clocks).map(
      ({ kind, level, opensWith }) => `${kind} ${level ?? ''} ${opensWith}`,
    );
    expect(told).toContain('appeal 2 the decision on the appeal of level 1');
    expect(told).toContain('appeal 2 the dismissal of the appeal of level 1');
    expect(told).toContain('appeal 5 the decision on the appeal of level 4');
    expect(told.some((line) => line.startsWith('stop_recoupment'))).toBe(false);
  });

  it('names dispute resolution only where the No Surprises Act speaks', () => {
    const kinds = (remarks: string[]) =>
      clocksToCome(payerOf('commercial'), remarks, clocks).map(({ kind }) => kind);
    expect(kinds([])).not.toContain('dispute_resolution');
    expect(kinds(['N877'])).toContain('dispute_resolution');
  });

  it('is not listed among the clocks that run now', () => {
    expect([...clocks.opening.values()].flat().every(({ opens }) => opens === 'remittance')).toBe(true);
  });
});
