import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layerOf } from '../../fixtures/decision-facts.ts';
import { overturnIn } from './run-overturn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sample = path.join(root, 'events/samples/medicare-part-b.835');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rulebook-command-'));
  cpSync(path.join(root, 'rulebook'), path.join(folder, 'whole'), { recursive: true });
  writeFileSync(path.join(folder, 'whole/deadlines/medicare.json'), '[{]');
  const layer = layerOf({ payers: [{ payer: 'harborlihgt' }], carcs: ['50'], route: 'documentation' });
  writeFileSync(path.join(folder, 'layer.json'), JSON.stringify(layer, null, 1));
  const registry = { payers: [registered({ windows: [{ ...window, effectiveUntil: '2026-06-30' }] })] };
  writeFileSync(path.join(folder, 'registry.json'), JSON.stringify(registry, null, 1));
});
afterAll(() => rmSync(folder, { recursive: true }));

const window = {
  kind: 'dispute',
  quantity: 90,
  unit: 'calendar_days',
  countedFrom: 'remittance_date',
  source: 'Agreement 2025, s. 9.2',
};
const registered = (more: object) => ({
  payer: 'harborlight',
  name: 'Harborlight',
  seenAs: [{ id: '76543' }],
  payerType: 'commercial',
  ...more,
});

const overturn = (...args: readonly string[]) => overturnIn(folder, args);

describe('overturn', { timeout: 30_000 }, () => {
  test('rulebook check refuses a rulebook with a broken file of clocks', () => {
    const run = overturn('rulebook', 'check', 'whole');
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/✗ deadlines\/medicare\.json/);
  });

  test('simulate refuses it too', () => {
    const run = overturn('simulate', '--rulebook', 'whole', sample);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/deadlines\/medicare\.json/);
  });

  test('rulebook check warns of an unknown payer and of a window that nothing follows, and ends with 0', () => {
    const run = overturn('rulebook', 'check', 'layer.json', '--registry', 'registry.json');
    expect(run.code).toBe(0);
    expect(run.out).toMatch(
      /^! layer\.json:\d+: overrides\/\S+: no payer of the registry has the payer harborlihgt/m,
    );
    expect(run.out).toMatch(/^! registry\.json:\d+: harborlight: no window for dispute level 1 follows/m);
    expect(run.out).toMatch(/no errors, 2 warnings\./);
  });

  test('simulate warns of a rule that never holds, and reads on', () => {
    const run = overturn('simulate', '--rulebook', 'layer.json', sample);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/^! layer\.json:\d+: .*the rule never holds/m);
  });

  test('refuses a day outside the years whose workdays are known', () => {
    for (const day of ['0000-01-01', '0001-01-01', '1989-12-31', '2100-01-01']) {
      const run = overturn('triage', '--as-of', day, sample);
      expect(run.code).toBe(2);
      expect(run.err).toMatch(/Give a (day from 1990 to 2099|calendar date)/);
    }
  });

  test('refuses a payer file that names a payer twice, or a key twice in one entry', () => {
    const entry = { match: { id: '1' }, payerType: 'commercial' };
    writeFileSync(path.join(folder, 'twice.json'), JSON.stringify([entry, { ...entry, payerType: 'fehb' }]));
    writeFileSync(
      path.join(folder, 'key.json'),
      '[{"match": {"id": "1"}, "payerType": "fehb",\n"payerType": "va"}]',
    );
    expect(overturn('triage', '--payers', 'twice.json', sample).err).toContain('id 1 stands twice');
    expect(overturn('triage', '--payers', 'key.json', sample).err).toContain(
      'key.json:2: 0/payerType: the key',
    );
  });
});
