import { describe, expect, it } from 'vitest';
import {
  NO_OUTCOMES,
  type OutcomeCell,
  outcomeTableOf,
  sharesFor,
} from '../../../functions/core/priority/outcome-shares.ts';

const denial = { route: 'appeal', reason: 'CO-50', payerId: 'A' } as const;

function cell(over: Partial<OutcomeCell> = {}): OutcomeCell {
  const { n = 10, overturned = 5 } = over;
  return { ...denial, n, overturned, recovered: overturned, ...over };
}

function shareOf(cells: readonly OutcomeCell[], of: Partial<typeof denial> | object = {}) {
  return sharesFor(outcomeTableOf(cells), { ...denial, ...of });
}

describe('the share of a denial’s group', () => {
  it('is unknown while there are no outcomes', () => {
    expect(sharesFor(NO_OUTCOMES, denial)).toEqual([]);
  });

  it('is told from the widest group to the narrowest, always with its n', () => {
    const steps = shareOf([cell(), cell({ payerId: 'B', n: 30, overturned: 3 })]);
    expect(steps.map(({ group, of, n, overturned }) => [group, of, n, overturned])).toEqual([
      ['all', '', 40, 8],
      ['route', 'appeal', 40, 8],
      ['reason', 'CO-50', 40, 8],
      ['payer', 'A', 10, 5],
    ]);
  });

  it('of a group without outcomes is that of the wider group', () => {
    const steps = shareOf([cell({ n: 40, overturned: 8 })], { payerId: 'never seen' });
    expect(steps.at(-1)).toMatchObject({ n: 0, rawShare: null, tooFew: true });
    expect(steps.at(-1)?.share).toBeCloseTo(0.2);
  });

  it('of two outcomes, both won, does not become certainty', () => {
    const steps = shareOf([
      cell({ n: 2, overturned: 2 }),
      cell({ payerId: 'B', n: 100, overturned: 30 }),
      cell({ payerId: 'C', n: 100, overturned: 28 }),
    ]);
    expect(steps.at(-1)).toMatchObject({ rawShare: 1, tooFew: true });
    expect(steps.at(-1)?.share).toBeLessThan(0.5);
  });

  it('of many outcomes is nearly its own', () => {
    const steps = shareOf([
      cell({ n: 2000, overturned: 1600 }),
      cell({ payerId: 'B', n: 2000, overturned: 400 }),
    ]);
    expect(steps.at(-1)?.share).toBeCloseTo(0.8, 2);
  });

  it('is shrunk by hand as (recovered + weight × wider) / (n + weight)', () => {
    // One payer only: nothing tells how payers differ, so the assumed weight of 20 stands. 0.25 = (5 + 20 × 0.25) / (20 + 20).
    const [all, , , payer] = shareOf([
      cell({ n: 20, overturned: 5 }),
      cell({ route: 'documentation', n: 20, overturned: 5 }),
    ]);
    expect(all?.share).toBe(0.25);
    expect(payer?.priorWeight).toBe(20);
    expect(payer?.share).toBeCloseTo(0.25);
  });

  it('leans on the wider group the more, the less groups differ', () => {
    const alike = [cell({ n: 50, overturned: 25 }), cell({ payerId: 'B', n: 50, overturned: 25 })];
    const unlike = [cell({ n: 50, overturned: 45 }), cell({ payerId: 'B', n: 50, overturned: 5 })];
    const weightOf = (cells: readonly OutcomeCell[]) => shareOf(cells).at(-1)?.priorWeight ?? Number.NaN;
    expect(weightOf(alike)).toBe(500);
    expect(weightOf(unlike)).toBe(5);
  });

  it('counts what came back in part by its part', () => {
    const [all] = shareOf([cell({ n: 10, overturned: 10, recovered: 4 })]);
    expect(all).toMatchObject({ overturned: 10, rawShare: 0.4, share: 0.4 });
  });

  it('is the same whether cells come whole or in pieces', () => {
    const whole = [cell({ n: 30, overturned: 12 }), cell({ payerId: 'B', n: 30, overturned: 3 })];
    const pieces = whole.flatMap((c) => [
      { ...c, n: 10, overturned: c.overturned, recovered: c.recovered },
      { ...c, n: 20, overturned: 0, recovered: 0 },
    ]);
    expect(shareOf(pieces)).toEqual(shareOf(whole));
  });
});
