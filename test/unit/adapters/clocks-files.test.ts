import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkRulebookAt } from '../../../functions/adapters/check-rulebook.ts';
import { findRulebook } from '../../../functions/adapters/rulebook-files.ts';
import { told } from '../../../functions/core/rulebook/source-files.ts';

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

  it('are not silently ignored beside a layer', () => {
    rmSync(path.join(folder, 'rulebook.json'));
    expect(errors()).toEqual([expect.stringContaining('a layer has no clocks')]);
  });
});
