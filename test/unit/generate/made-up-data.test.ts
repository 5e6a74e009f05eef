import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DayCalendar, dayOf, workdayAtOrBefore } from '../../../functions/core/generate/calendar.ts';
import { DENIAL_REASONS, denialMixOf } from '../../../functions/core/generate/denial-mix.ts';
import { memberIdOf, patientOf } from '../../../functions/core/generate/patients.ts';
import { PAYERS, payerEntries } from '../../../functions/core/generate/payers.ts';
import { PRACTICES } from '../../../functions/core/generate/practices.ts';
import { Mix, Random } from '../../../functions/core/generate/random.ts';
import { payerTypeSchema } from '../../../functions/core/payer/profile.ts';
import { addDays, type CalendarDate } from '../../../functions/core/time/calendar-date.ts';

const codes = (name: string): Map<string, { category?: string; status: string }> => {
  const file = path.resolve(import.meta.dirname, '../../../rulebook/codes', name);
  const parsed = JSON.parse(readFileSync(file, 'utf8'));
  const list = (Array.isArray(parsed) ? parsed : parsed.codes) as {
    code: string;
    category?: string;
    status: string;
  }[];
  return new Map(list.map((entry) => [entry.code, entry]));
};

describe('made-up providers, payers and people', () => {
  test('have NPIs that pass their check digit, all different', () => {
    const npis = PRACTICES.flatMap(({ npi, clinicians }) => [npi, ...clinicians.map((one) => one.npi)]);
    for (const npi of npis) expect(luhnSum(`80840${npi}`) % 10, npi).toBe(0);
    expect(new Set(npis).size).toBe(npis.length);
  });

  test('have telephone numbers with 555', () => {
    for (const { phone } of [...PAYERS, ...PRACTICES]) expect(phone).toMatch(/^\d{3}555\d{4}$/);
  });

  test('cover every payer type, each with a practice that it serves', () => {
    const types = payerTypeSchema.options.filter((type) => type !== 'unknown');
    expect(new Set(PAYERS.map(({ payerType }) => payerType))).toEqual(new Set(types));
    for (const { serves } of PAYERS) expect(PRACTICES.some(({ kind }) => serves.includes(kind))).toBe(true);
    expect(new Set(payerEntries().map(({ match }) => JSON.stringify(match))).size).toBe(PAYERS.length);
  });

  test('have no member number that Medicare could have given', () => {
    const medicare = PAYERS.filter(({ filing }) => filing === 'MA' || filing === 'MB');
    for (let number = 0; number < 50; number++) {
      const patient = patientOf(1, number, [1940, 1950], new Random(0, 0, 0));
      for (const payer of medicare) expect(memberIdOf(patient, payer)).toMatch(/^[1-9]S\d\dTE\dMK\d\d$/);
    }
  });

  test('are the same person for the same seed and number', () => {
    const used = new Random(8, 8, 8);
    used.next();
    expect(patientOf(5, 77, [1950, 1990], used)).toEqual(patientOf(5, 77, [1950, 1990], new Random(0, 0, 0)));
  });
});

describe('the reasons for denials', () => {
  test('are codes of the rulebook, under the category that it gives them', () => {
    const carcs = codes('carc.json');
    const rarcs = codes('rarc.json');
    for (const { carc, category, remarks } of DENIAL_REASONS) {
      expect(carcs.get(carc), carc).toMatchObject({ category, status: 'active' });
      for (const remark of remarks) expect(rarcs.get(remark), remark).toMatchObject({ status: 'active' });
    }
  });

  test.each(PAYERS.map((payer) => [payer.payerType, payer] as const))(
    'exist in many categories for %s',
    (_type, payer) => {
      const random = new Random(1, 2, 3);
      const mix = denialMixOf(payer);
      const categories = new Set(Array.from({ length: 2_000 }, () => mix.pick(random).category));
      expect(categories.size).toBeGreaterThanOrEqual(10);
    },
  );
});

describe('days', () => {
  test('are numbered and spelled as the calendar has them', () => {
    const calendar = new DayCalendar();
    let day = '2023-12-25' as CalendarDate;
    for (let number = dayOf(day); number < dayOf('2028-03-05'); number++) {
      expect(calendar.iso(number)).toBe(day);
      expect(dayOf(day)).toBe(number);
      day = addDays(day, 1);
    }
    expect(calendar.compact('2026-07-01')).toBe('20260701');
  });

  test('of payment are workdays', () => {
    const calendar = new DayCalendar();
    const moved = (iso: string) => calendar.iso(workdayAtOrBefore(dayOf(iso)));
    expect(['2026-07-03', '2026-07-04', '2026-07-05', '2026-07-06'].map(moved)).toEqual([
      '2026-07-03',
      '2026-07-03',
      '2026-07-03',
      '2026-07-06',
    ]);
  });
});

describe('random numbers', () => {
  test('start again at any place, and differ from place to place', () => {
    const draw = (random: Random) => Array.from({ length: 5 }, () => random.next());
    const first = draw(new Random(1, 2, 3));
    expect(draw(new Random(9, 9, 9).restart(1, 2, 3))).toEqual(first);
    for (const [seed, stream, index] of [
      [2, 2, 3],
      [1, 3, 3],
      [1, 2, 4],
      [1 + 2 ** 32, 2, 3],
    ] as const) {
      expect(draw(new Random(seed, stream, index))).not.toEqual(first);
    }
  });

  test('come in proportion to the weights, and never where the weight is 0', () => {
    const random = new Random(1, 1, 1);
    const mix = new Mix([
      { name: 'a', weight: 3 },
      { name: 'b', weight: 1 },
      { name: 'c', weight: 0 },
    ]);
    const drawn = Array.from({ length: 10_000 }, () => mix.pick(random).name);
    expect(drawn.filter((name) => name === 'a').length / 10_000).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('c');
  });

  test('reach both ends of a range and stay within it', () => {
    const random = new Random(1, 1, 1);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(-2, 2)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });
});

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
