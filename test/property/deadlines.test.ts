import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countClock } from '../../functions/core/deadline/count.ts';
import {
  appealableSchema,
  categorySchema,
  mechanismSchema,
  routeSchema,
} from '../../functions/core/denial/decision.ts';
import { payerProfileOf, payerTypeSchema } from '../../functions/core/payer/profile.ts';
import { knownPayers, payerRegistrySchema } from '../../functions/core/payer/registry.ts';
import { addDays, type CalendarDate } from '../../functions/core/time/calendar-date.ts';
import { clocks, clocksFor, lineOf, payerOf } from '../unit/deadline/clock-fixtures.ts';

const FIRST = '1992-01-01' as CalendarDate;
const starts = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(FIRST, days));
const counted = [...clocks.byId.values()].flatMap((rule) =>
  rule.window ? [{ ...rule, window: rule.window }] : [],
);

const situations = fc.record({
  payer: fc
    .tuple(fc.constantFrom(...payerTypeSchema.options), fc.constantFrom('in' as const, 'out' as const, null))
    .map(([payerType, network]) => payerOf(payerType, network)),
  decision: fc.record({
    route: fc.constantFrom(...routeSchema.exclude(['not_a_denial']).options),
    mechanism: fc.constantFrom(...mechanismSchema.options),
    appealable: fc.constantFrom(...appealableSchema.options),
    category: fc.constantFrom(...categorySchema.options),
  }),
  claim: fc.record({
    remarks: fc.subarray(['N432', 'N877', 'N115']),
    lines: fc.array(
      fc.option(starts, { nil: null }).map((serviceFrom) => lineOf({ serviceFrom, serviceTo: null })),
      {
        maxLength: 3,
      },
    ),
  }),
  header: fc.record({
    producedOn: fc.option(starts, { nil: null }),
    paidOn: fc.option(starts, { nil: null }),
  }),
});

describe('counting a clock', () => {
  it('gives a workday to be safe by, after the start and never after the last day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counted), starts, (rule, start) => {
        const { safeBy, lastDay, notBefore } = countClock(rule, start, clocks.workdays);
        expect(start < safeBy && safeBy <= lastDay).toBe(true);
        expect(clocks.workdays.isWorkday(safeBy)).toBe(true);
        expect(notBefore === null || notBefore <= safeBy).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never lets a later start end earlier', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...counted),
        starts,
        fc.integer({ min: 1, max: 40 }),
        (rule, start, days) => {
          const early = countClock(rule, start, clocks.workdays);
          const late = countClock(rule, addDays(start, days), clocks.workdays);
          expect(early.safeBy <= late.safeBy && early.lastDay <= late.lastDay).toBe(true);
        },
      ),
    );
  });
});

describe('at the ends of the holiday calendar', () => {
  it('no start leads a count out of it, however long the window and the lead', () => {
    const edges = fc.oneof(
      fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('1991-01-01' as CalendarDate, days)),
      fc.integer({ min: -4000, max: 4000 }).map((days) => addDays('2096-01-01' as CalendarDate, days)),
    );
    const windows = fc.constantFrom(
      ...(['calendar_days', 'business_days', 'months', 'years'] as const).flatMap((unit) => {
        const longest = { calendar_days: 1826, business_days: 1250, months: 60, years: 5 }[unit];
        return [1, longest].map((quantity) => ({ unit, quantity }));
      }),
    );
    fc.assert(
      fc.property(edges, windows, (producedOn, window) => {
        const registry = payerRegistrySchema.parse({
          payers: [
            {
              payer: 'edge',
              name: 'Edge',
              seenAs: [{ id: '1' }],
              payerType: 'commercial',
              windows: [
                {
                  ...window,
                  kind: 'dispute',
                  countedFrom: 'remittance_date',
                  source: 'C',
                  presumedReceiptDays: 30,
                  roll: 'next_workday',
                },
              ],
              leadBusinessDays: { mail: 120 },
            },
          ],
        });
        const payer = payerProfileOf({ id: '1', name: '' }, '12', knownPayers(registry.payers));
        const [first] = clocksFor(payer, {}, { lines: [] }, { producedOn, paidOn: null });
        expect(first?.basis).toBe('contract');
      }),
      { numRuns: 300 },
    );
  });
});

describe('how a clock came about', () => {
  it('is enough to count it again', () => {
    fc.assert(
      fc.property(situations, ({ payer, decision, claim, header }) => {
        for (const { counting, startsOn, safeBy, lastDay, sendBy } of clocksFor(
          payer,
          decision,
          claim,
          header,
        )) {
          expect(counting === null).toBe(lastDay === null);
          if (counting === null || startsOn === null || lastDay === null || safeBy === null) continue;
          const { safeDays, presumedReceiptDays, quantity, startIsDayOne, rolledDays } = counting;
          const careful = addDays(startsOn as CalendarDate, safeDays);
          expect(safeBy).toBe(
            clocks.workdays.onOrBefore(careful < lastDay ? careful : (lastDay as CalendarDate)),
          );
          expect(sendBy).toBe(clocks.workdays.add(safeBy as CalendarDate, -counting.leadBusinessDays));
          if (counting.unit !== 'calendar_days') continue;
          const days = presumedReceiptDays + quantity - (startIsDayOne ? 1 : 0) + rolledDays;
          expect(lastDay).toBe(addDays(startsOn as CalendarDate, days));
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the clocks of a denial', () => {
  it('are never none, and exactly one governs and comes first', () => {
    fc.assert(
      fc.property(situations, ({ payer, decision, claim, header }) => {
        const deadlines = clocksFor(payer, decision, claim, header);
        expect(deadlines.map((d) => d.governs)).toEqual(deadlines.map((_, index) => index === 0));
        expect(deadlines.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('have all their dates or none, in order, and a note where they have none', () => {
    fc.assert(
      fc.property(situations, ({ payer, decision, claim, header }) => {
        for (const d of clocksFor(payer, decision, claim, header)) {
          if (d.safeBy === null || d.lastDay === null || d.sendBy === null || d.startsOn === null) {
            expect([d.safeBy, d.lastDay, d.sendBy, d.startsOn]).toEqual([null, null, null, null]);
            expect(d.note).not.toBeNull();
          } else {
            expect(d.basis).not.toBe('not_configured');
            expect(d.source).not.toBeNull();
            expect(d.sendBy <= d.safeBy && d.safeBy <= d.lastDay).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('come by date after the governing one, those without a date last', () => {
    fc.assert(
      fc.property(situations, ({ payer, decision, claim, header }) => {
        const order = clocksFor(payer, decision, claim, header)
          .slice(1)
          .map((d) => d.sendBy ?? '9999-99-99');
        expect(order).toEqual([...order].sort());
      }),
    );
  });

  it('are the same whether counted anew or remembered', () => {
    fc.assert(
      fc.property(situations, ({ payer, decision, claim, header }) => {
        const first = clocksFor(payer, decision, claim, header);
        clocks.counted.clear();
        expect(clocksFor(payer, decision, claim, header)).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });
});
