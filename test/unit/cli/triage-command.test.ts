import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overturnIn } from './run-overturn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const sample = path.join(root, 'events/samples/commercial-mixed.835');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'triage-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const overturn = (args: readonly string[], input = '') => overturnIn(folder, args, { input });

describe('overturn triage', () => {
  test('ends with 0 when all was read', () => {
    const run = overturn(['triage', sample]);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out.trim().split('\n').at(-1) ?? '')).toMatchObject({ type: 'summary', files: 1 });
  });

  test('ends with 1 when the input holds exceptions', () => {
    expect(overturn(['triage', '-'], '%PDF-1.7').code).toBe(1);
  });

  test.each([
    ['no input is named', ['triage']],
    ['an input is named by nothing', ['triage', '']],
    ['the file does not exist', ['triage', 'missing.835']],
    ['the date is no date', ['triage', '--as-of', '2026-02-30', sample]],
    ['the format is unknown', ['triage', '--format', 'xml', sample]],
    ['the command is unknown', ['triarge', sample]],
    ['a table is wanted without decisions', ['triage', '--no-decisions', '--format', 'table', sample]],
    ['a rulebook is named that decides nothing', ['triage', '--no-decisions', '--rulebook', '.', sample]],
    ['the payer file does not exist', ['triage', '--payers', 'missing.json', sample]],
  ])('ends with 2 and says why when %s', (_why, args) => {
    const run = overturn(args);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/\w/);
    expect(run.out).toBe('');
  });

  test('only reads when told not to decide', () => {
    const lines = overturn(['triage', '--no-decisions', sample])
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.filter((line) => line.type === 'claim' && 'decision' in line)).toEqual([]);
    expect(lines.at(-1)).toEqual({
      type: 'summary',
      files: 1,
      transactions: 1,
      claims: expect.any(Number),
      exceptions: 0,
      warnings: 0,
    });
  });

  test('resolves names against the folder it was called from', () => {
    writeFileSync(path.join(folder, 'here.835'), '');
    const run = overturn(['triage', 'here.835']);
    expect(JSON.parse(run.out.split('\n')[0] ?? '')).toMatchObject({ file: 'here.835', code: 'empty_file' });
  });

  test('names the entry and the field of a payer file that is refused', () => {
    writeFileSync(
      path.join(folder, 'payers.json'),
      JSON.stringify([{ match: { id: '1' }, payerType: 'hmo' }]),
    );
    const run = overturn(['triage', '--payers', 'payers.json', sample]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('[0].payerType');
  });

  test('lets a payer file say which rules hold', () => {
    const payer = { match: { name: 'Harborlight  mutual insurance' }, payerType: 'tricare' };
    writeFileSync(path.join(folder, 'tricare.json'), JSON.stringify([payer]));
    const run = overturn(['triage', '--payers', 'tricare.json', sample]);
    const lines = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.find((line) => line.type === 'remittance').payer.type).toBe('tricare');
  });

  test('shows a table for people that names each denial, what to do and the sum', () => {
    const run = overturn(['triage', '--format', 'table', '--as-of', '2026-11-23', sample]);
    expect(run.out).toContain('What to do');
    expect(run.out).toContain('CO-197');
    expect(run.out).toMatch(/8 denials, \$[\d,]+\.\d\d denied\./);
  });

  test('prints no control character of a file to the terminal', () => {
    const text = readFileSync(sample, 'latin1').replace('HARBORLIGHT', '\u001b[2JHARBOR\u0007');
    writeFileSync(path.join(folder, 'escape.835'), text, 'latin1');
    const run = overturn(['triage', '--format', 'table', 'escape.835']);
    expect(run.out).toContain('HARBOR');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    expect(run.out).not.toMatch(/[\u001b\u0007]/);
  });

  test('follows links to files, and reports a broken one', () => {
    const links = path.join(folder, 'links');
    mkdirSync(links);
    symlinkSync(sample, path.join(links, 'a.835'));
    symlinkSync('nowhere', path.join(links, 'b.835'));
    const run = overturn(['triage', 'links']);
    expect(run.code).toBe(1);
    const lines = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ files: 2, transactions: 1, exceptions: 1 });
    expect(lines.find((line) => line.type === 'exception')).toMatchObject({ code: 'unreadable_file' });
  });

  test('reads a folder in name order', () => {
    writeFileSync(path.join(folder, 'a.835'), '');
    const files = overturn(['triage', '--format', 'ndjson', folder])
      .out.trim()
      .split('\n')
      .map((l) => JSON.parse(l).file);
    expect(files.slice(0, -1)).toEqual([...files.slice(0, -1)].sort());
  });
});
