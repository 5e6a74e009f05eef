import { describe, expect, test } from 'vitest';
import { allowedOf, allowedOnLine } from '../../../functions/core/appeal/allowed.ts';
import { remittedClaim } from '../../fixtures/remitted-claim.ts';

type Adjusted = readonly (readonly [group: string, carc: string, amountCents: number])[];

function lineWith(paidCents: number, adjusted: Adjusted, statedCents?: number) {
  const [line] = remittedClaim({ lines: [{}] }).lines;
  if (line === undefined) throw new Error('The claim has a line.');
  return {
    ...line,
    paidCents,
    adjustments: adjusted.map(([group, carc, amountCents]) => ({ group, carc, amountCents, quantity: null })),
    amounts: statedCents === undefined ? [] : [{ qualifier: 'B6', amountCents: statedCents }],
  };
}

describe('what a payer allowed for a line', () => {
  test.each<[string, number | null, number, Adjusted, number | undefined]>([
    ['is what the remittance states', 7_000, 0, [['CO', '50', 12_500]], 7_000],
    ['is 0 where it states 0', 0, 0, [['CO', '50', 12_500]], 0],
    ['is what was paid where the schedule alone lowers it', 8_000, 8_000, [['CO', '45', 4_500]], undefined],
    [
      'is what was paid and what the patient bears',
      10_000,
      8_000,
      [
        ['CO', '45', 2_500],
        ['PR', '1', 500],
        ['PR', '3', 1_500],
      ],
      undefined,
    ],
    ['is not guessed of a denied line', null, 0, [['CO', '50', 12_500]], undefined],
    ['is not guessed where another payer paid before', null, 2_000, [['OA', '23', 10_500]], undefined],
    ['is not guessed where a part was denied', null, 2_000, [['CO', '97', 10_500]], undefined],
    ['is not guessed of a line of which nothing was paid', null, 0, [['PR', '1', 12_500]], undefined],
  ])('%s', (_what, expected, paidCents, adjusted, statedCents) => {
    expect(allowedOnLine(lineWith(paidCents, adjusted, statedCents))).toBe(expected);
  });

  test('is summed for the claim only where it is known of each line', () => {
    const claim = remittedClaim({ lines: [{}, {}] });
    const [paid, denied] = [lineWith(8_000, [['CO', '45', 4_500]]), lineWith(0, [['CO', '50', 12_500]])];
    expect(allowedOf({ ...claim, lines: [paid, paid] })).toBe(16_000);
    expect(allowedOf({ ...claim, lines: [paid, denied] })).toBeNull();
    expect(allowedOf({ ...claim, lines: [] })).toBeNull();
  });
});
