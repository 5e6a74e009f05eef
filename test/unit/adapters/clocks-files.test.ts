import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRulebookAt } from '../../../functions/adapters/check-rulebook.ts';
import { findRulebook } from '../../../functions/adapters/rulebook-files.ts';
import { told } from '../../../functions/core/rulebook/source-files.ts';
import { factsIn, simulate, simulationOf } from '../../fixtures/decision-facts.ts';

const SHIPPED = path.join(import.meta.dirname, '..', '..', '..', 'rulebook');
let folder: string;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'rulebook-')), 'copy');
  cpSync(SHIPPED, folder, { recursive: true });
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

const edit = (name: string, change: (text: string) => string) => {
  const file = path.join(folder, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};
const errors = () => checkRulebookAt(folder).errors.map(told);

describe('the clocks of a whole rulebook', () => {
  it('are its own', () => {
    edit('deadlines/medicare.json', (text) => text.replaceAll('"quantity": 120', '"quantity": 90'));
    const found = findRulebook(folder);
    const own = found.kind === 'found' ? found.clocks?.byId.get('medicare.redetermination') : undefined;
    expect(own?.window?.quantity).toBe(90);
  });

  it('are refused when a file of them is not JSON', () => {
    edit('deadlines/medicare.json', (text) => text.replace('{', '{,'));
    expect(errors()).toEqual([expect.stringMatching(/^deadlines\/medicare\.json:\d+: is not JSON/)]);
  });

  it('are refused when a rule has no source, on its line', () => {
    edit('deadlines/medicare.json', (text) => text.replace(/"source": "[^"]+"/, '"source": null'));
    expect(errors()).toEqual([
      expect.stringMatching(/^deadlines\/medicare\.json:\d+: .*counts days without a source/),
    ]);
  });

  it('are refused when a file of the release is missing', () => {
    rmSync(path.join(folder, 'deadlines', 'no-surprises-act.json'));
    expect(errors()).toEqual(['deadlines/no-surprises-act.json: cannot be read; copy it from the release']);
  });

  it('are refused when two rules have one id, where the second stands', () => {
    edit('deadlines/medicare.json', (text) => text.replace('medicare.redetermination', 'medicare.reopening'));
    expect(errors()[0]).toMatch(/^deadlines\/medicare\.json:\d+: medicare\.reopening: the id is used twice/);
  });

  it('are those of the release where it has none, which is said', () => {
    rmSync(path.join(folder, 'deadlines'), { recursive: true });
    const { errors: wrong, warnings } = checkRulebookAt(folder);
    expect({ wrong, warnings: warnings.map(told) }).toEqual({
      wrong: [],
      warnings: [expect.stringContaining('the clocks of this release count')],
    });
  });

  it('are refused when a rule ends on a day that stands for no end', () => {
    edit('deadlines/medicare.json', (text) =>
      text.replace(/("id": "medicare\.redetermination")/, '$1, "startsUntil": "9999-12-31"'),
    );
    expect(errors()).toEqual([expect.stringContaining('startsUntil: is no end of a rule')]);
  });

  it('are refused when they are no folder', () => {
    rmSync(path.join(folder, 'deadlines'), { recursive: true });
    writeFileSync(path.join(folder, 'deadlines'), '[]');
    expect(errors()).toEqual(['deadlines: is no folder; copy the folder from the release']);
  });

  it('decide in a simulation which denials would be late, though the route stays', async () => {
    edit('deadlines/medicare.json', (text) =>
      text.replace(/("id": "medicare\.redetermination".*?"quantity": )120(.*?"safeDays": )120/, '$130$230'),
    );
    const found = findRulebook(folder);
    if (found.kind === 'refused' || found.clocks === null) throw new Error('The rulebook is right.');
    const facts = await factsIn(readFileSync(path.join(SHIPPED, '../events/samples/medicare-part-b.835')));
    const { present, ...others } = simulationOf(null, '2026-11-23');

    const report = simulate(facts, { ...others, present, proposed: { ...present, clocks: found.clocks } });

    expect(report.changed.denials).toBe(0);
    expect(report.clocks).toEqual({ tooLate: 1, lapsesFirst: 0, noDate: 0 });
    expect(report.examples).toMatchObject([{ from: 'appeal', to: 'appeal', clock: 'too_late' }]);
  });

  it('are not silently ignored beside a layer', () => {
    rmSync(path.join(folder, 'rulebook.json'));
    expect(errors()).toEqual([expect.stringContaining('a layer has no clocks')]);
  });
});
