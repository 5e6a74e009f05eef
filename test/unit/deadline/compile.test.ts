import { describe, expect, it } from 'vitest';
import { bundledClockData } from '../../../functions/adapters/clocks-bundled.ts';
import { compileClocks } from '../../../functions/core/deadline/compile.ts';

function problemsWith(change: (data: ReturnType<typeof editable>) => void): readonly string[] {
  const data = editable();
  change(data);
  const compilation = compileClocks(data);
  return compilation.kind === 'refused' ? compilation.problems : [];
}

function editable() {
  return structuredClone(bundledClockData) as {
    rules: Record<string, unknown>[];
    channels: Record<string, unknown>;
    closings: unknown[];
    interactions: Record<string, unknown>[];
  };
}

function rule(data: ReturnType<typeof editable>, id: string): Record<string, unknown> {
  const found = data.rules.find((r) => r.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

describe('compileClocks', () => {
  it('takes the clocks of the release', () => {
    expect(compileClocks(bundledClockData).kind).toBe('compiled');
  });

  it('refuses a window without a source, by the name of its rule', () => {
    expect(problemsWith((data) => Object.assign(rule(data, 'medicare.reopening'), { source: null }))).toEqual(
      [expect.stringMatching(/^medicare\.reopening: .*without a source/)],
    );
  });

  it('refuses a window that says it is not configured', () => {
    expect(
      problemsWith((data) => Object.assign(rule(data, 'medicare.reopening'), { basis: 'not_configured' })),
    ).not.toEqual([]);
  });

  it('refuses "not configured" that does not say what to do', () => {
    expect(problemsWith((data) => Object.assign(rule(data, 'commercial.dispute'), { note: null }))).toEqual([
      expect.stringContaining('commercial.dispute'),
    ]);
  });

  it('refuses to count on a source of low confidence', () => {
    expect(
      problemsWith((data) => Object.assign(rule(data, 'medicare.reopening'), { confidence: 'low' })),
    ).not.toEqual([]);
  });

  it('refuses an id used twice', () => {
    expect(problemsWith((data) => data.rules.push(rule(data, 'medicare.reopening')))).toEqual([
      'medicare.reopening: the id is used twice',
    ]);
  });

  it('refuses a misspelt field', () => {
    expect(problemsWith((data) => Object.assign(rule(data, 'medicare.reopening'), { wen: {} }))).not.toEqual(
      [],
    );
  });

  it('refuses a closing that is no day', () => {
    expect(
      problemsWith((data) => data.closings.push({ date: '2026-02-30', name: 'x', source: 'y' })),
    ).not.toEqual([]);
  });

  it('refuses rules that would leave a denial without any clock', () => {
    const problems = problemsWith((data) => {
      data.rules = data.rules.filter((r) => r.id !== 'commercial.corrected_claim');
    });
    expect(problems.some((problem) => problem.startsWith('commercial: no clock for'))).toBe(true);
  });

  it('refuses a channel without a lead time', () => {
    expect(problemsWith((data) => Object.assign(data.channels, { leadBusinessDays: {} }))).not.toEqual([]);
  });

  it('refuses what is no rulebook at all, without throwing', () => {
    for (const data of [null, 'x', [], {}]) expect(compileClocks(data).kind).toBe('refused');
  });

  it('takes a window from a contract beside the rules of the release', () => {
    const problems = problemsWith((data) =>
      data.rules.push({
        id: 'example.dispute',
        payerTypes: ['commercial'],
        kind: 'dispute',
        level: 1,
        start: 'remittance_date',
        window: { quantity: 180, unit: 'calendar_days', safeDays: 180 },
        basis: 'contract',
        source: 'Agreement of 2026-01-01, s. 7.2',
        confidence: 'high',
        note: null,
      }),
    );
    expect(problems).toEqual([]);
  });

  it('refuses a window that the holiday calendar could not hold', () => {
    for (const window of [
      { quantity: 6, unit: 'years', safeDays: 365 },
      { quantity: 1, unit: 'years', safeDays: 4000 },
      { quantity: 2000, unit: 'business_days', safeDays: 30 },
    ]) {
      expect(problemsWith((data) => Object.assign(rule(data, 'medicare.reopening'), { window }))).not.toEqual(
        [],
      );
    }
  });

  it('refuses a lead time of half a year', () => {
    const problems = problemsWith((data) => {
      data.channels = {
        ...data.channels,
        leadBusinessDays: { ...(data.channels.leadBusinessDays as object), mail: 130 },
      };
    });
    expect(problems).not.toEqual([]);
  });

  it('refuses a rule that ends and leaves days to nobody', () => {
    const problems = problemsWith((data) =>
      Object.assign(rule(data, 'medicare_advantage.reconsideration'), { startsFrom: '2025-01-02' }),
    );
    expect(problems).toEqual([
      'medicare_advantage.reconsideration_2024: ends on 2024-12-31, and no rule of the same clock begins on 2025-01-01',
    ]);
  });

  it('refuses two rules of one clock on the same day', () => {
    const problems = problemsWith((data) =>
      Object.assign(rule(data, 'medicare_advantage.reconsideration'), { startsFrom: '2024-12-31' }),
    );
    expect(problems).toContain(
      'medicare_advantage.reconsideration_2024: holds on the same days as medicare_advantage.reconsideration',
    );
  });

  it('refuses a rule that ends before it begins', () => {
    expect(
      problemsWith((data) =>
        Object.assign(rule(data, 'medicare_advantage.reconsideration'), { startsUntil: '2024-06-30' }),
      ),
    ).toEqual([expect.stringContaining('ends before it begins')]);
  });

  it('refuses a clock that both the remittance and a decision would open', () => {
    expect(
      problemsWith((data) => Object.assign(rule(data, 'medicare.reopening'), { after: { kind: 'appeal' } })),
    ).toEqual([expect.stringContaining('opened by a decision and by the remittance')]);
  });

  it('refuses a warning without a source', () => {
    expect(problemsWith((data) => Object.assign(data.interactions[0] ?? {}, { source: '' }))).not.toEqual([]);
  });
});
