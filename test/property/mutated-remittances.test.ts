import { describe, expect, it } from 'vitest';
import { originals } from '../fixtures/mutants.ts';
import { readMutants } from '../fixtures/read-mutants.ts';
import { checkReading, eventsOf } from '../fixtures/reading-oracles.ts';

const MUTANTS = Number(process.env.OVERTURN_MUTANTS ?? 5_000);

describe('mutated remittances', () => {
  it(`(${MUTANTS} of them) never break the reader, lose a byte or lose a claim`, () => {
    const { codes, counted } = readMutants(MUTANTS, {
      originals: originals(),
      seed: 20_261_123,
      claimTag: 'CLP',
      read: eventsOf,
      check: checkReading,
    });
    // The mutants must reach the paths they are meant to reach, and the claims be counted in most of them.
    expect([...codes]).toEqual(
      expect.arrayContaining([
        'truncated_transaction',
        'bad_number',
        'wrong_segment_count',
        'unbalanced_claims',
        'missing_iea',
        'skipped_text',
        'claims_outside_transaction',
        'segments_outside_transaction',
        'hidden_claims',
      ]),
    );
    expect(counted).toBeGreaterThan(MUTANTS / 3);
  }, 600_000);
});
