import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAS } from '../../../functions/core/x12/segments.ts';
import { createTokenizer } from '../../../functions/core/x12/tokenizer.ts';
import counts from '../../fixtures/corpus-counts.json' with { type: 'json' };
import { readAll } from '../remittance/reading.ts';

/**
 * Remittances that other people wrote. They are not ours to hand on, so they stay outside the repository: set
 * OVERTURN_CORPUS to a folder with `835/` (and `837/`, `277/`), whose files are named as in corpus-counts.json after
 * the public repositories they come from.
 */
const CORPUS = process.env.OVERTURN_CORPUS;
const HOW = CORPUS === undefined ? ' (skipped: set OVERTURN_CORPUS to the folder of sample files)' : '';
const filesIn = (folder: string) => (CORPUS === undefined ? [] : readdirSync(join(CORPUS, folder)));
const bytesOf = (folder: string, name: string) => readFileSync(join(CORPUS ?? '', folder, name));

describe.skipIf(CORPUS === undefined)(`the corpus of remittances${HOW}`, () => {
  it('is the one that was counted', () => {
    expect(filesIn('835').sort()).toEqual(Object.keys(counts).sort());
  });

  // The counts were made by another, lenient program. Ours agree in all 47 files, so no difference needs explaining.
  it.each(Object.entries(counts))('%s is read whole', (name, expected) => {
    const bytes = bytesOf('835', name);
    const { claims, remittances, exceptions } = readAll(bytes);
    expect(exceptions).toEqual([]);
    expect({
      transactions: remittances.length,
      claims: claims.length,
      lines: claims.flatMap((claim) => claim.lines).length,
      casSegments: casSegmentsIn(bytes),
    }).toEqual(expected);
    expect(remittances.reduce((sum, { trailer }) => sum + trailer.claimCount, 0)).toBe(expected.claims);
  });

  it.each(Object.keys(counts))('%s keeps every adjustment and its cents', (name) => {
    const bytes = bytesOf('835', name);
    const { claims } = readAll(bytes);
    const read = claims.flatMap((claim) => [claim, ...claim.lines].flatMap(({ adjustments }) => adjustments));
    const expected = adjustmentsByRegularExpression(bytes.toString('latin1'));
    expect(read.map(({ carc }) => carc).sort()).toEqual(expected.map(([carc]) => carc).sort());
    expect(read.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(
      expected.reduce((sum, [, cents]) => sum + cents, 0),
    );
  });

  it.each(Object.keys(counts))('%s gives the same in small pieces', (name) => {
    const bytes = bytesOf('835', name);
    expect(readAll(bytes, 997)).toEqual(readAll(bytes));
  });
});

describe.skipIf(CORPUS === undefined)(`the corpus of other transactions${HOW}`, () => {
  it.each(['837', '277'])('%s: each file is told to be another transaction, or refused', (folder) => {
    expect(filesIn(folder).length).toBeGreaterThan(10);
    for (const name of filesIn(folder)) {
      const { events, remittances } = readAll(bytesOf(folder, name));
      expect(remittances, name).toEqual([]);
      expect(
        events.some(({ kind }) => kind === 'other_transaction' || kind === 'exception'),
        name,
      ).toBe(true);
    }
  });
});

function casSegmentsIn(bytes: Buffer): number {
  let found = 0;
  const tokenizer = createTokenizer({
    interchange() {},
    segment: ({ tag }) => {
      if (tag === CAS) found++;
    },
    recycle() {},
    tooLong() {},
    skippedText() {},
    unterminated() {},
  });
  tokenizer.push(bytes);
  tokenizer.end();
  return found;
}

/** Reason and cents of every CAS, found without the reader. All files of the corpus separate elements by `*`. */
function adjustmentsByRegularExpression(text: string): [carc: string, cents: number][] {
  return [...text.matchAll(/(?:^|[~\n]|~\s+)\s*CAS\*([^~\r\n]*)/g)].flatMap(([, elements = '']) => {
    const [, ...rest] = elements.split('*');
    const triples: [string, number][] = [];
    for (let i = 0; i < rest.length; i += 3) {
      const [carc = '', amount = ''] = rest.slice(i, i + 2);
      if (carc !== '')
        triples.push([carc.replace(/^0+(?=.)/, '').toUpperCase(), Math.round(Number(amount) * 100)]);
    }
    return triples;
  });
}
