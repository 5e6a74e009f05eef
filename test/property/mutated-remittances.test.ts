import { describe, expect, it } from 'vitest';
import { mutate, originals, randomFrom } from '../fixtures/mutants.ts';
import { checkReading, claimsByRegularExpression, eventsOf } from '../fixtures/reading-oracles.ts';

const MUTANTS = Number(process.env.OVERTURN_MUTANTS ?? 5_000);
const SEED = 20_261_123;

describe('mutated remittances', () => {
  it(`(${MUTANTS} of them) never break the reader, lose a byte or lose a claim`, () => {
    const random = randomFrom(SEED);
    const from = originals();
    const codes = new Map<string, number>();
    let counted = 0;
    for (let n = 0; n < MUTANTS; n++) {
      const mutant = mutate(from, random);
      const events = eventsOf(mutant, 1 + random(2_000));
      try {
        checkReading(mutant, events);
      } catch (error) {
        throw new Error(`mutant ${n}: ${mutant.toString('latin1')}`, { cause: error });
      }
      if (claimsByRegularExpression(mutant.toString('latin1')) !== null) counted++;
      for (const event of events)
        if ('notice' in event) codes.set(event.notice.code, (codes.get(event.notice.code) ?? 0) + 1);
    }
    // The mutants must reach the paths they are meant to reach, and the claims be counted in most of them.
    for (const code of [
      'truncated_transaction',
      'bad_number',
      'wrong_segment_count',
      'unbalanced_claims',
      'missing_iea',
      'skipped_text',
      'claims_outside_transaction',
      'segments_outside_transaction',
      'hidden_claims',
    ]) {
      expect(codes.get(code), code).toBeGreaterThan(0);
    }
    expect(counted).toBeGreaterThan(MUTANTS / 3);
  }, 600_000);
});
