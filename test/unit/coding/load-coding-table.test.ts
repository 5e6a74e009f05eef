import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codingTableFolder } from '../../../functions/adapters/files/coding-tables.ts';
import { MemoryCodingTables } from '../../../functions/adapters/memory/coding-tables.ts';
import type { CodingTable, CodingTableStore } from '../../../functions/ports/coding-tables.ts';
import { reviewCoding } from '../../../functions/use-cases/find-coding-errors.ts';
import { loadCodingTable } from '../../../functions/use-cases/load-coding-table.ts';
import { sentClaim } from './claims.ts';

const SAMPLES = path.resolve(import.meta.dirname, '../../../events/coding-tables');
const ON = '2026-10-05';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

function fileOf(name: string, text: string) {
  return {
    name,
    async *open() {
      yield Buffer.from(text, 'latin1');
    },
  };
}

async function load(
  store: CodingTableStore,
  table: CodingTable,
  texts: readonly string[],
  effectiveFrom = '2026-10-01',
) {
  const files = texts.map((text, at) => fileOf(`file-${at + 1}`, text));
  const name = `from ${effectiveFrom}`;
  return loadCodingTable(store, { table, name, effectiveFrom, files, at: '2026-11-10T12:00:00.000Z' });
}

const sample = (name: string) => readFile(path.join(SAMPLES, name), 'latin1');
const pairRow = (first: string, second: string) => `${first}\t${second}\t\t20200101\t*\t0\t\n`;
const rulesOf = async (store: CodingTableStore, claim: Parameters<typeof sentClaim>[0]) =>
  (await reviewCoding(store, sentClaim(claim), ON)).findings.map(({ rule }) => rule);

describe.each([
  ['in memory', () => new MemoryCodingTables()],
  ['in a folder', () => codingTableFolder(path.join(folder, crypto.randomUUID()))],
])('tables kept %s', (_where, make) => {
  test('find, once loaded, what the synthetic tables say', async () => {
    const store = make();
    await load(store, 'icd10cm', [await sample('icd10cm_order_sample.txt')]);
    await load(store, 'ptp-practitioner', [await sample('ptp_sample.txt')]);
    await load(store, 'mue-practitioner', [await sample('mue_sample.csv')]);
    const lines = [
      { code: '99901', units: 3, chargeCents: 1 },
      { code: '99902', chargeCents: 1 },
    ];
    expect(await rulesOf(store, { diagnoses: ['M9019'], lines })).toEqual([
      'side_missing',
      'units_beyond_limit',
      'component_beside_comprehensive',
    ]);
  });

  test('say which are not loaded, so that silence is not taken for a clean claim', async () => {
    const store = make();
    await load(store, 'icd10cm', [await sample('icd10cm_order_sample.txt')]);
    expect(await reviewCoding(store, sentClaim({}), ON)).toMatchObject({
      releases: [{ table: 'icd10cm', name: 'from 2026-10-01' }],
      notLoaded: ['ptp-practitioner', 'mue-practitioner'],
    });
  });

  test('judge a claim by the release of its day', async () => {
    const store = make();
    const limit = (units: number) => `99903,${units},"1 Line Edit",\n`;
    await load(store, 'mue-practitioner', [limit(1)], '2026-07-01');
    await load(store, 'mue-practitioner', [limit(5)], '2026-10-01');
    const claim = (servedOn: string) => ({ lines: [{ code: '99903', units: 3, servedOn, chargeCents: 1 }] });
    expect(await rulesOf(store, claim('2026-09-30'))).toEqual(['units_beyond_limit']);
    expect(await rulesOf(store, claim('2026-10-01'))).toEqual([]);
    expect(await rulesOf(store, claim('2026-06-30'))).toEqual([]);
  });

  test('are one release over several files, sorted or not', async () => {
    const store = make();
    const result = await load(store, 'ptp-practitioner', [
      pairRow('99901', '99902') + pairRow('99911', '99912'),
      pairRow('99901', '99903'),
    ]);
    expect(result).toMatchObject({ kind: 'loaded', release: { rows: 3 } });
    const lines = ['99901', '99902', '99903'].map((code) => ({ code, chargeCents: 1 }));
    expect(await rulesOf(store, { lines })).toEqual(Array(2).fill('component_beside_comprehensive'));
  });

  test('keep what is in force when a new file is refused, and say where it is wrong', async () => {
    const store = make();
    await load(store, 'ptp-practitioner', [pairRow('99901', '99902')]);
    const refused = await load(store, 'ptp-practitioner', [pairRow('99901', '99903'), 'no table\n']);
    expect(refused).toMatchObject({ kind: 'refused', file: 'file-2', line: 1 });
    const lines = ['99901', '99902', '99903'].map((code) => ({ code, chargeCents: 1 }));
    expect(await rulesOf(store, { lines })).toEqual(['component_beside_comprehensive']);
  });

  test('hold one release of a day: loading again takes the place of the one before', async () => {
    const store = make();
    await load(store, 'ptp-practitioner', [pairRow('99901', '99902')]);
    await load(store, 'ptp-practitioner', [pairRow('99901', '99903')]);
    expect(await store.releases()).toHaveLength(1);
    expect(
      await rulesOf(store, {
        lines: [
          { code: '99901', chargeCents: 1 },
          { code: '99902', chargeCents: 1 },
        ],
      }),
    ).toEqual([]);
  });

  test('do not ask practitioners’ edits of a hospital, nor any of an inpatient', async () => {
    const store = make();
    const outpatient = await reviewCoding(store, sentClaim({ institutional: true }), ON);
    expect(outpatient.notLoaded).toEqual(['icd10cm', 'ptp-hospital', 'mue-hospital']);
    const inpatient = { ...sentClaim({ institutional: true }), typeOfBill: '111' };
    expect((await reviewCoding(store, inpatient, ON)).notLoaded).toEqual(['icd10cm']);
  });
});
