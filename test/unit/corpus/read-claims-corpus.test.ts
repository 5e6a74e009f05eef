import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import outcomes from '../../fixtures/corpus-claims.json' with { type: 'json' };
import { MemorySystem } from '../../fixtures/memory-system.ts';
import { readClaims } from '../claim/reading.ts';

/** Claims and acknowledgements that other people wrote, where OVERTURN_CORPUS names their folder (see read-corpus.test.ts). */
const CORPUS = process.env.OVERTURN_CORPUS;
const HOW = CORPUS === undefined ? ' (skipped: set OVERTURN_CORPUS to the folder of sample files)' : '';
const files = ['837', '277'].flatMap((folder) =>
  CORPUS === undefined ? [] : readdirSync(join(CORPUS, folder)).map((name) => `${folder}/${name}`),
);
const bytesOf = (file: string) => readFileSync(join(CORPUS ?? '', file));

describe.skipIf(CORPUS === undefined)(`the corpus of claims and acknowledgements${HOW}`, () => {
  it('is the one whose outcomes are written down: 77 and 14 files', () => {
    expect(files.sort()).toEqual(Object.keys(outcomes).sort());
    expect(files).toHaveLength(91);
  });

  it.each(Object.entries(outcomes))('%s is read as written down, or refused by name', (file, expected) => {
    const { claims, acknowledgements, transactions, exceptions, warnings, others } = readClaims(
      bytesOf(file),
    );
    expect({
      transactions: transactions.length,
      claims: claims.length,
      lines: claims.flatMap(({ lines }) => lines).length,
      diagnoses: claims.flatMap(({ diagnoses }) => diagnoses).length,
      chargeCents: claims.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
      acknowledgements: acknowledgements.map(({ outcome }) => outcome),
      exceptions,
      warnings: [...new Set(warnings)],
      others,
    }).toEqual(expected);
    // Nothing passes in silence.
    expect(claims.length + acknowledgements.length + exceptions.length + others.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(outcomes))(
    '%s has every claim, line and cent that a regular expression finds',
    (file) => {
      const bytes = bytesOf(file);
      const { claims } = readClaims(bytes);
      const expected = claimsByRegularExpression(bytes.toString('latin1'));
      expect(claims.map(({ claimId }) => claimId)).toEqual(expected.ids);
      expect(claims.flatMap(({ lines }) => lines)).toHaveLength(expected.lines);
      expect(claims.reduce((sum, { chargeCents }) => sum + chargeCents, 0)).toBe(expected.chargeCents);
    },
  );

  it.each(Object.entries(outcomes))(
    '%s goes through the inbox: loaded, archived or set aside',
    async (file, expected) => {
      const system = new MemorySystem();
      const result = await system.drop(bytesOf(file));
      const isWhole = expected.transactions > 0;
      const status = isWhole ? 'loaded' : expected.exceptions.length > 0 ? 'quarantined' : 'not_read_yet';
      expect(result).toMatchObject({
        kind: status,
        file: {
          claimsSent: expected.claims,
          acknowledgements: expected.acknowledgements.length,
          exceptions: expected.exceptions.map((code) => ({ code })),
        },
      });
      expect(system.claims.claims()).toHaveLength(expected.claims);
    },
  );

  it.each(Object.keys(outcomes))('%s gives the same in small pieces, and its bytes back', (file) => {
    const bytes = bytesOf(file);
    const reading = readClaims(bytes);
    expect(readClaims(bytes, 97)).toEqual(reading);
    for (const { raw } of reading.claims) {
      for (const part of [raw.opening, raw.billingProvider, raw.subscriber, raw.patient, raw.claim]) {
        if (part === null) continue;
        expect(part.text).toBe(bytes.toString('latin1', part.byteStart, part.byteEnd));
      }
    }
  });
});

/** Every CLM and service segment, found without the reader, whatever the separators are. */
function claimsByRegularExpression(text: string): { ids: string[]; lines: number; chargeCents: number } {
  const element = text.trimStart().startsWith('ISA') ? (text.trimStart()[3] as string) : '*';
  const escaped = `\\${element}`;
  const found = [
    ...text.matchAll(new RegExp(`(?<![0-9A-Z])CLM${escaped}([^${escaped}]*)${escaped}([0-9.]+)`, 'g')),
  ];
  return {
    // A 999 names CLM too, as the place of an error: there it follows `IK3`.
    ids: found
      .filter(
        ({ index = 0 }) =>
          !/(IK3|AK3).$/.test(text.slice(Math.max(0, index - 4), index)) && !/\*$/.test(text.slice(0, index)),
      )
      .map(([, id = '']) => id),
    lines: text.includes(`ST${element}837`)
      ? [...text.matchAll(new RegExp(`(?<![0-9A-Z])SV[123]${escaped}`, 'g'))].length
      : 0,
    chargeCents: text.includes(`ST${element}837`)
      ? found.reduce((sum, [, , charge]) => sum + Math.round(Number(charge) * 100), 0)
      : 0,
  };
}
