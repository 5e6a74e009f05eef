import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { payerFileSchema } from '../../../functions/core/payer/profile.ts';
import { overturnIn } from './run-overturn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'generate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const overturn = (args: readonly string[], input = '') =>
  overturnIn(folder, args, { input, encoding: 'latin1' });

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('overturn generate', () => {
  test('writes remittances to standard output and says on standard error what they hold', () => {
    const run = overturn(['generate', '--claims', '40']);
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^ISA\*/);
    expect(count(run.out, /^CLP\*/gm)).toBeGreaterThan(30);
    expect(run.err).toMatch(/^40 claims sent .* claim payments in \d+ remittances: \d+ denials of \$/m);
  });

  test('writes the same bytes for the same options, and others for another seed', () => {
    const once = overturn(['generate', '--seed', '9', '--claims', '60', '--kind', 'all']);
    expect(overturn(['generate', '--seed', '9', '--claims', '60', '--kind', 'all']).out).toBe(once.out);
    expect(overturn(['generate', '--seed', '10', '--claims', '60', '--kind', 'all']).out).not.toBe(once.out);
  });

  test('writes a folder with one file a kind, the sums and the payers', () => {
    const run = overturn(['generate', '--claims', '200', '--kind', 'all', '--out', 'made/up']);
    expect(run.out).toBe('');
    expect(readdirSync(path.join(folder, 'made/up')).sort()).toEqual([
      'acknowledgements.277',
      'institutional-claims.837',
      'payers.json',
      'professional-claims.837',
      'remittances.835',
      'sums.json',
    ]);
    const read = (name: string) => readFileSync(path.join(folder, 'made/up', name), 'latin1');
    const sums = JSON.parse(read('sums.json'));
    expect(count(read('remittances.835'), /^CLP\*/gm)).toBe(sums.claimPayments);
    expect(read('remittances.835')).toHaveLength(sums.remittanceBytes);
    const sent = count(`${read('professional-claims.837')}${read('institutional-claims.837')}`, /^CLM\*/gm);
    expect(sent).toBe(sums.claimsSent + sums.replacements);
    expect(payerFileSchema.safeParse(JSON.parse(read('payers.json'))).success).toBe(true);
  });

  test('leaves no file for a kind of which there is nothing, and none of an earlier run', () => {
    overturn([
      'generate',
      '--claims',
      '5',
      '--kind',
      'all',
      '--payer-mix',
      'medicare_part_a=1',
      '--out',
      'again',
    ]);
    overturn([
      'generate',
      '--claims',
      '5',
      '--kind',
      'all',
      '--payer-mix',
      'medicare_dme=1',
      '--out',
      'again',
    ]);
    const files = readdirSync(path.join(folder, 'again'));
    expect(files).toContain('professional-claims.837');
    expect(files).not.toContain('institutional-claims.837');
  });

  test('makes files that triage reads with the payer file beside them, to the sums given', () => {
    overturn(['generate', '--claims', '400', '--out', 'triaged']);
    const sums = JSON.parse(readFileSync(path.join(folder, 'triaged/sums.json'), 'utf8'));
    const run = overturn(['triage', '--payers', 'triaged/payers.json', 'triaged/remittances.835']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out.trim().split('\n').at(-1) ?? '')).toMatchObject({
      claims: sums.claimPayments,
      transactions: sums.remittances,
      denials: sums.denials,
      deniedCents: sums.deniedCents,
      warnings: 0,
    });
  });

  test('writes the sums of standard output into the file named', () => {
    const run = overturn(['generate', '--bytes', '200KB', '--no-line-ends', '--sums', 'sums.json']);
    const sums = JSON.parse(readFileSync(path.join(folder, 'sums.json'), 'utf8'));
    expect(run.out).toHaveLength(sums.remittanceBytes);
    expect(run.out.length).toBeGreaterThanOrEqual(200_000);
    expect(run.out).not.toContain('\n');
  });

  test('keeps to the kind, the days, the payers, the rate and the size of remittances asked for', () => {
    const run = overturn([
      ...['generate', '--claims', '30', '--kind', 'all', '--payer-mix', 'tricare=1', '--denial-rate', '100%'],
      ...['--from', '2026-03-02', '--to', '2026-03-02', '--claims-per-remittance', '10'],
    ]);
    expect(new Set([...run.out.matchAll(/^N1\*PR\*[^*]+\*XV\*(\w+)~/gm)].map((m) => m[1]))).toEqual(
      new Set(['10987']),
    );
    expect(new Set([...run.out.matchAll(/^DTM\*405\*(\d+)~/gm)].map((m) => m[1]))).toEqual(
      new Set(['20260302']),
    );
    expect(count(run.out, /^ST\*835\*/gm) - count(run.out, /^PLB\*\d+\*\d+\*IP/gm)).toBe(3);
    expect(run.err).toMatch(/30 claims sent .*; (\d+) claim payments .* \1 denials/);
    expect(overturn(['generate', '--kind', '277ca', '--claims', '5']).out).not.toMatch(/ST\*8/);
    expect(overturn(['generate', '--kind', '837', '--claims', '5']).out).not.toMatch(/ST\*(835|277)/);
  });

  test('ends quietly when the reader of the pipe has enough', () => {
    const run = spawnSync(
      'sh',
      [
        '-c',
        '"$0" "$1" generate --bytes 20MB 2>err | head -1',
        process.execPath,
        path.join(root, 'cli/overturn.ts'),
      ],
      { cwd: folder, encoding: 'utf8', timeout: 30_000 },
    );
    expect(run.stdout).toMatch(/^ISA/);
    expect(readFileSync(path.join(folder, 'err'), 'utf8')).toBe('');
  });

  test.each([
    ['claims and bytes are both given', ['--claims', '5', '--bytes', '5MB']],
    ['the size is no size', ['--bytes', 'much']],
    ['there are to be no claims', ['--claims', '0']],
    ['the seed is no number', ['--seed', 'lucky']],
    ['the seed is too large', ['--seed', '9007199254740993']],
    ['the kind is unknown', ['--kind', '834']],
    ['the rate is above one', ['--denial-rate', '1.5']],
    ['the day is no day', ['--from', '2026-02-30']],
    ['the days are in the wrong order', ['--from', '2026-03-02', '--to', '2026-03-01']],
    ['a payer type is unknown', ['--payer-mix', 'hmo=3']],
    ['a payer type has no weight', ['--payer-mix', 'tricare']],
    ['all payers have weight 0', ['--payer-mix', 'tricare=0']],
  ])('ends with 2 and says why when %s', (_why, args) => {
    const run = overturn(['generate', ...args]);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^error: /);
    expect(run.out).toBe('');
  });

  test('ends with 2 and says why when the folder cannot be written', () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    const run = overturn(['generate', '--out', 'a-file/below']);
    expect(run.code).toBe(2);
    expect(run.err).toContain('Cannot write');
    expect(existsSync(path.join(folder, 'a-file/below'))).toBe(false);
  });
});
