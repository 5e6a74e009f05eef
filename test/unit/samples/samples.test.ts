import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../fixtures/make-samples.ts';
import { readAll } from '../remittance/reading.ts';

const FOLDER = join(import.meta.dirname, '../../../events/samples');

describe('the sample remittances', () => {
  it('are the files that make-samples makes', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...SAMPLES.keys()].sort());
    for (const [name, text] of SAMPLES) expect(readFileSync(join(FOLDER, name), 'latin1'), name).toBe(text);
  });

  it.each([...SAMPLES].filter(([name]) => name !== 'unbalanced.835'))(
    '%s balances and is read without a remark',
    (_name, text) => {
      const { remittances, notices } = readAll(text);
      expect(notices).toEqual([]);
      expect(remittances.length).toBeGreaterThan(0);
      for (const { trailer } of remittances)
        expect(trailer).toMatchObject({ balanced: true, imbalanceCents: 0 });
    },
  );

  it('unbalanced.835 is out of balance by 25 dollars', () => {
    const { remittances } = readAll(SAMPLES.get('unbalanced.835') ?? '');
    expect(remittances[0]?.trailer).toMatchObject({
      balanced: false,
      imbalanceCents: -2_500,
      unbalancedClaims: 0,
    });
  });

  it('name providers whose NPI passes its check digit', () => {
    const npis = [...SAMPLES.values()].flatMap((text) =>
      [...text.matchAll(/\*XX\*(\d{10})/g)].map((m) => m[1] as string),
    );
    expect(npis.length).toBeGreaterThan(7);
    for (const npi of npis) expect(luhnSum(`80840${npi}`) % 10, npi).toBe(0);
  });
});

function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}
