import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../../../functions/core/generate/generate.ts';
import type { Found } from './measure.ts';

/** Benchmark data of one size, and what is in it by the sums of the generator. */
export interface BenchmarkFile {
  readonly path: string;
  readonly bytes: number;
  readonly totals: Required<Found>;
}

const REQUEST = {
  seed: 835,
  from: '2026-07-01',
  to: '2026-09-30',
  denialRate: 0.13,
  payerMix: null,
  claimsPerRemittance: null,
};

/** Makes the data once and keeps it in the folder. */
export function benchmarkFile(folder: string, bytes: number, lineEnds: boolean): BenchmarkFile {
  const name = join(folder, `${bytes / 1e6}mb${lineEnds ? '-lines' : ''}`);
  const path = `${name}.835`;
  const facts = `${name}.json`;
  if (existsSync(facts)) return JSON.parse(readFileSync(facts, 'utf8')) as BenchmarkFile;
  mkdirSync(folder, { recursive: true });
  const file = openSync(path, 'w');
  const pieces = generate(
    { ...REQUEST, size: { bytes } },
    { kinds: new Set(['835']), segmentEnd: lineEnds ? '~\n' : '~' },
  );
  let next = pieces.next();
  for (; !next.done; next = pieces.next()) writeSync(file, next.value.text, null, 'latin1');
  closeSync(file);
  const sums = next.value;
  const sum = (cents: Readonly<Record<string, number>>) => Object.values(cents).reduce((a, b) => a + b, 0);
  const made: BenchmarkFile = {
    path,
    bytes: sums.remittanceBytes,
    totals: {
      claims: sums.claimPayments,
      chargeCents: sums.chargeCents,
      paidCents: sums.paidCents,
      adjustedCents: sum(sums.adjustedCents),
      providerAdjustmentCents: sum(sums.providerAdjustmentCents),
    },
  };
  writeFileSync(facts, JSON.stringify(made));
  return made;
}
