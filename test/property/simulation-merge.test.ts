import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { DecisionFact } from '../../functions/core/rulebook/simulate/decision-fact.ts';
import { SimulationTally, tallyDataSchema } from '../../functions/core/rulebook/simulate/tally.ts';
import {
  generatedFacts,
  layerOf,
  reportIn,
  simulate,
  simulationOf,
  tallyOf,
} from '../fixtures/decision-facts.ts';

const simulation = simulationOf(layerOf({ carcs: ['16', '18', '50', '97', '197'], route: 'review' }));
let facts: readonly DecisionFact[];
beforeAll(async () => {
  facts = await generatedFacts(500);
});

test('any split of the facts, merged in any order, gives the report of the whole', () => {
  const whole = simulate(facts, simulation);
  expect(whole.changed.denials).toBeGreaterThan(20);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: facts.length }), { maxLength: 6 }),
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      (cuts, order) => {
        const borders = [0, ...cuts.toSorted((a, b) => a - b), facts.length];
        const parts = borders.slice(1).map((end, index) => ({
          rank: order[index] ?? 0,
          // As one range hands it to the next: through JSON.
          data: tallyDataSchema.parse(
            JSON.parse(JSON.stringify(tallyOf(facts.slice(borders[index], end), simulation).data())),
          ),
        }));
        const merged = new SimulationTally();
        for (const { data } of parts.toSorted((a, b) => a.rank - b.rank))
          merged.merge(SimulationTally.of(data));
        expect(reportIn(merged, simulation)).toEqual(whole);
      },
    ),
    { numRuns: 40 },
  );
});
