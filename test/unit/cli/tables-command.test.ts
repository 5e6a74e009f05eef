import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimFile } from '../../fixtures/claim-file.ts';
import { deniedClaim, remittanceFile } from '../../fixtures/remittance-file.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tables-command-'));
  await cp(path.join(ROOT, 'events/coding-tables'), folder, { recursive: true });
  await writeFile(path.join(folder, 'paid.835'), remittanceFile([{ claims: [deniedClaim('A1')] }]));
  const seenBefore = { id: 'A0', lines: [{ chargeCents: 1, servedOn: '2025-06-01' }] };
  const denied = {
    id: 'A1',
    diagnoses: ['M9019'],
    lines: [
      { code: '99203', chargeCents: 10_000, control: '1' },
      { code: '99901', chargeCents: 2_500, control: '2' },
    ],
  };
  await writeFile(path.join(folder, 'claims.837'), claimFile([seenBefore, denied]));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(ROOT, 'cli/overturn.ts'), ...args],
      { cwd: folder, env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1' } },
      (failure, out, error) =>
        resolve({
          code: typeof failure?.code === 'number' ? failure.code : 0,
          out: stripVTControlCharacters(out).replace(/\s+/g, ' '),
          error,
        }),
    );
  });
}

const load = (table: string, file: string, into = 'tables', ...more: string[]) => {
  const what = ['--table', table, '--name', 'sample', '--from', '2026-01-01', '--folder', into];
  return run('tables', 'load', file, ...what, ...more);
};

describe('overturn tables and overturn explain --claims', { timeout: 30_000 }, () => {
  test('load the published formats, and explain what looks wrong on the claim by them', async () => {
    const loaded = await load('icd10cm', 'icd10cm_order_sample.txt');
    expect(loaded).toMatchObject({
      code: 0,
      out: 'icd10cm sample: 11 rows (an excerpt: a category that is not in it says nothing), in force from 2026-01-01. It is the first icd10cm here, and its files carry no count: compare the rows with the publisher’s, or give them with --rows. ',
    });
    await load('ptp-practitioner', 'ptp_sample.txt');
    const list = await run('tables', 'list', '--folder', 'tables');
    expect(list.out).toContain('ptp-practitioner from 2026-01-01 sample, 5 rows');
    expect(list.out).toContain('mue-practitioner not loaded');

    const told = await run('explain', 'paid.835', 'A1', '--claims', 'claims.837', '--tables', 'tables');
    expect(told.code).toBe(0);
    expect(told.out).toContain('What looks wrong on the claim as sent');
    expect(told.out).toContain('M90.19 leaves the side open');
    expect(told.out).toContain(
      '99203 is for a new patient, and the same person saw this patient on 2025-06-01',
    );
    expect(told.out).toContain('Not loaded, so not looked up: mue-practitioner');
    expect(told.out).toContain('Looked up in icd10cm sample (an excerpt), ptp-practitioner sample.');
  });

  test('without tables look at the claim alone, and without claims say nothing of it', async () => {
    const alone = await run('explain', 'paid.835', 'A1', '--claims', 'claims.837');
    expect(alone.out).toContain('99203 is for a new patient');
    expect(alone.out).not.toContain('leaves the side open');
    expect((await run('explain', 'paid.835', 'A1')).out).not.toContain('looks wrong');
  });

  test('refuse a file that is no such table with its line and what to do, and change nothing', async () => {
    const refused = await load('icd10cm', 'ptp_sample.txt', 'other');
    expect(refused.code).toBe(1);
    expect(refused.error).toMatch(/ptp_sample\.txt, line 1: .*icd10cm_order.*\n {2}Nothing was changed/);
    expect((await run('tables', 'list', '--folder', 'other')).out).toContain('icd10cm not loaded');
  });

  test('refuse far fewer rows than before, unless they are said to be right', async () => {
    const whole = await readFile(path.join(folder, 'ptp_sample.txt'), 'latin1');
    const cut = whole.split('\n').slice(0, -3).join('\n');
    await writeFile(path.join(folder, 'cut.txt'), `${cut}\n`);
    await load('ptp-practitioner', 'ptp_sample.txt', 'cut');

    const refused = await load('ptp-practitioner', 'cut.txt', 'cut');
    expect(refused.code).toBe(1);
    expect(refused.error).toMatch(
      /3 rows were counted \(cut\.txt 3\), and sample has 5\. Is a file cut off.*--accept-fewer\.\n {2}Nothing was changed/,
    );
    expect((await load('ptp-practitioner', 'cut.txt', 'cut', '--accept-fewer')).code).toBe(0);
  });

  test('refuse any other number of rows than is said, also of the first release', async () => {
    const refused = await load('ptp-hospital', 'ptp_sample.txt', 'rows', '--rows', '6');
    expect(refused.code).toBe(1);
    expect(refused.error).toContain('and --rows says 6');
    expect((await load('ptp-hospital', 'ptp_sample.txt', 'rows', '--rows', '5')).code).toBe(0);
  });

  test.each([
    ['no JSON', 'releases.json', '[{'],
    ['no list of releases', 'releases.json', '{"a": 1}'],
  ])('say what is damaged where the list of releases is %s', async (_what, file, text) => {
    const place = path.join(folder, crypto.randomUUID());
    await mkdir(place);
    await writeFile(path.join(place, file), text);
    for (const args of [
      ['tables', 'list', '--folder', place],
      ['explain', 'paid.835', 'A1', '--claims', 'claims.837', '--tables', place],
    ]) {
      const { code, error } = await run(...args);
      expect(code).toBe(args[0] === 'tables' ? 1 : 2);
      expect(error).toMatch(/The code tables are damaged: .*releases\.json is not/);
      expect(error).not.toMatch(/^ {4}at /m);
    }
  });

  test('say what is damaged where the rows of a release were taken away or are none', async () => {
    const explain = () => run('explain', 'paid.835', 'A1', '--claims', 'claims.837', '--tables', 'damaged');
    await load('icd10cm', 'icd10cm_order_sample.txt', 'damaged');
    const table = path.join(folder, 'damaged', 'icd10cm');
    const [release = ''] = await readdir(table);

    await writeFile(path.join(table, release, 'M90.json'), '[{"code": 1}]');
    expect(await explain()).toMatchObject({
      code: 2,
      error: expect.stringContaining('rows under M90 that are none'),
    });
    await rm(path.join(table, release), { recursive: true });
    expect(await explain()).toMatchObject({ code: 2, error: expect.stringContaining('is not there') });
  });

  test.each([
    ['no place', ['tables', 'list'], /Say where the tables are/],
    [
      'a release without a name',
      ['tables', 'load', 'ptp_sample.txt', '--table', 'ptp-hospital', '--name', ' ', '--from', '2026-01-01'],
      /Give the release a name/,
    ],
    ['tables without claims', ['explain', 'paid.835', 'A1', '--tables', 'tables'], /Give --claims too/],
    [
      'an empty folder of tables',
      ['explain', 'paid.835', 'A1', '--claims', 'claims.837', '--tables', 'none'],
      /no tables/,
    ],
    ['claims that are not there', ['explain', 'paid.835', 'A1', '--claims', 'nowhere'], /no file or folder/],
  ])('say of wrong usage what is missing: %s', async (_what, args, told) => {
    const { code, error } = await run(...args);
    expect(code).toBe(2);
    expect(error).toMatch(told);
  });
});
