import { describe, expect, it } from 'vitest';
import { checkClaimReading, claimEventsOf } from '../fixtures/claim-oracles.ts';
import { claimOriginals } from '../fixtures/mutants.ts';
import { readMutants } from '../fixtures/read-mutants.ts';

const MUTANTS = Number(process.env.OVERTURN_MUTANTS ?? 5_000);

describe('mutated claims and acknowledgements', () => {
  it(`(${MUTANTS} of them) never break the reader, lose a byte or lose a claim`, () => {
    const { codes, counted } = readMutants(MUTANTS, {
      originals: claimOriginals(),
      seed: 20_261_124,
      claimTag: 'CLM',
      read: claimEventsOf,
      check: checkClaimReading,
    });
    // The mutants must reach the paths they are meant to reach, and the claims be counted in most of them.
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'truncated_transaction',
        'bad_number',
        'unnamed_claim',
        'wrong_segment_count',
        'incomplete_claims',
        'skipped_text',
        'claims_outside_transaction',
        'segments_outside_transaction',
        'hidden_claims',
      ]),
    );
    expect(counted).toBeGreaterThan(MUTANTS / 3);
  }, 600_000);
});
