import { expect, test } from 'vitest';
import { addCents, SumTooLargeError } from '../../../functions/core/money/sum.ts';
import { SimulationTally } from '../../../functions/core/rulebook/simulate/tally.ts';

test('two amounts add up to the cent', () => {
  expect(addCents(Number.MAX_SAFE_INTEGER - 1, 1)).toBe(Number.MAX_SAFE_INTEGER);
});

test('a sum that would not be exact is refused by name', () => {
  expect(() => addCents(Number.MAX_SAFE_INTEGER, 1)).toThrow(SumTooLargeError);
  expect(() => addCents(-Number.MAX_SAFE_INTEGER, -1)).toThrow(SumTooLargeError);
});

test('so is that of a simulation, of its claims and of its parts', () => {
  const half = new SimulationTally();
  half.countClaim(Number.MAX_SAFE_INTEGER, null);
  expect(() => half.countClaim(1, null)).toThrow(SumTooLargeError);
  const other = new SimulationTally();
  other.countClaim(1, null);
  expect(() => half.merge(other)).toThrow(SumTooLargeError);
});
