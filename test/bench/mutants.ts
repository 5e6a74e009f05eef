import { checkClaimReading, claimEventsOf } from '../fixtures/claim-oracles.ts';
import { claimOriginals, mutate, originals, randomFrom } from '../fixtures/mutants.ts';
import { checkReading, eventsOf } from '../fixtures/reading-oracles.ts';

/**
 * `npm run bench:mutants [-- COUNT [SEED]]`: a million damaged remittances, and as many damaged claims and
 * acknowledgements; ends with 1 at the first that breaks its reader or a promise of it. With OVERTURN_CORPUS the corpus
 * is damaged, too.
 */
const [count = 1_000_000, seed = 835] = process.argv.slice(2).map(Number);

function damage(
  what: string,
  from: readonly Buffer[],
  check: (mutant: Buffer, chunkSize: number) => void,
): void {
  const random = randomFrom(seed);
  const startedAt = performance.now();
  for (let n = 0; n < count; n++) {
    const mutant = mutate(from, random);
    try {
      check(mutant, 1 + random(2_000));
    } catch (error) {
      process.stdout.write(`mutant ${n} of seed ${seed} (${what}):\n${mutant.toString('latin1')}\n`);
      throw error;
    }
    if ((n + 1) % 100_000 === 0) process.stdout.write(`${n + 1} mutants\n`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const peakMB = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${count} mutants of ${from.length} files of ${what} in ${seconds.toFixed(0)} s, ${peakMB.toFixed(0)} MB at most: nothing lost\n`,
  );
}

damage('remittances', originals(), (mutant, size) => checkReading(mutant, eventsOf(mutant, size)));
damage('claims and acknowledgements', claimOriginals(), (mutant, size) =>
  checkClaimReading(mutant, claimEventsOf(mutant, size)),
);
