import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layerOf } from '../../fixtures/decision-facts.ts';
import { overturnIn } from './run-overturn.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const samples = path.join(root, 'events/samples');
const rulebook = path.join(root, 'rulebook');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'simulate-'));
  const layer = layerOf({ carcs: ['50', '197'], route: 'documentation' });
  writeFileSync(path.join(folder, 'layer.json'), JSON.stringify(layer));
});
afterAll(() => rmSync(folder, { recursive: true }));

const overturn = (...args: readonly string[]) => overturnIn(folder, args);

function writeFacts(name: string) {
  const { code, out } = overturn('facts', samples);
  expect(code).toBe(0);
  writeFileSync(path.join(folder, name), out);
}

// Each is a process or two of its own.
describe('overturn simulate', { timeout: 30_000 }, () => {
  test('finds that the shipped rulebook changes nothing', () => {
    const run = overturn('simulate', '--rulebook', rulebook, '--format', 'table', samples);

    expect(run.code).toBe(0);
    expect(run.out).toContain('Nothing would change.');
  });

  test('says the same of files and of the facts made from them', () => {
    writeFacts('facts.ndjson');
    const options = ['simulate', '--rulebook', 'layer.json', '--format', 'json', '--as-of', '2026-11-23'];

    const ofFiles = JSON.parse(overturn(...options, samples).out);
    const ofFacts = JSON.parse(overturn(...options, '--facts', 'facts.ndjson').out);

    expect(ofFiles.changed.denials).toBeGreaterThan(0);
    expect(ofFacts).toEqual(ofFiles);
  });

  test('counts a claim once whose fact is named twice, in whatever order', () => {
    writeFacts('twice.ndjson');
    const facts = readFileSync(path.join(folder, 'twice.ndjson'), 'utf8').trimEnd().split('\n');
    writeFileSync(path.join(folder, 'twice.ndjson'), `${[...facts.toReversed(), ...facts].join('\n')}\n`);

    const run = overturn('simulate', '--rulebook', rulebook, samples, '--facts', 'twice.ndjson');

    expect(JSON.parse(run.out)).toMatchObject({ claims: facts.length, unreadable: { lines: 0 } });
  });

  test('does not say of an empty file that nothing would change', () => {
    writeFileSync(path.join(folder, 'empty.ndjson'), '');
    const options = ['--facts', 'empty.ndjson', '--format', 'table'];

    const { out } = overturn('simulate', '--rulebook', 'layer.json', ...options);

    expect(out).toContain('No claim was read, so nothing was compared.');
    expect(out).not.toContain('Nothing would change.');
  });

  test('shows a person from where to where, by payer and by reason', () => {
    const { code, out } = overturn('simulate', '--rulebook', 'layer.json', '--format', 'table', samples);

    expect(code).toBe(0);
    expect(out).toMatch(/│ Appeal +│ Send documents +│/);
    expect(out).toContain('HARBORLIGHT MUTUAL INSURANCE (76543)');
    expect(out).toContain('CO-197');
    expect(out).toContain('org.test');
  });

  test('leaves out JSON that lies in a folder, says so, and ends with 0', () => {
    const mixed = path.join(folder, 'mixed');
    cpSync(samples, mixed, { recursive: true });
    writeFileSync(path.join(mixed, 'payers.json'), '\n[]');

    const run = overturn('simulate', '--rulebook', 'layer.json', mixed);
    expect(run.code).toBe(0);
    expect(run.err).toMatch(/payers\.json is JSON, no 835: left out/);
    const named = overturn('simulate', '--rulebook', 'layer.json', path.join(mixed, 'payers.json'));
    expect(named.code).toBe(1);
  });

  test('refuses a rulebook that does not parse, with file, line and what to do', () => {
    cpSync(rulebook, path.join(folder, 'broken'), { recursive: true });
    const choices = path.join(folder, 'broken/rules/choices.json');
    writeFileSync(choices, readFileSync(choices, 'utf8').replace('"route"', '"rout"'));

    const { code, out, err } = overturn('simulate', '--rulebook', 'broken', samples);

    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/rules\/choices\.json:\d+/);
  });

  test('counts lines that are no facts apart, says where they stand, and ends with 1', () => {
    writeFacts('damaged.ndjson');
    appendFileSync(path.join(folder, 'damaged.ndjson'), '{"format":2}\n{"broken"\n');

    const run = overturn('simulate', '--rulebook', rulebook, '--format', 'json', '--facts', 'damaged.ndjson');

    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({
      claims: 26,
      unreadable: { lines: 2, first: [{ line: 27 }, { line: 28 }] },
    });
  });

  test.each([
    ['no rulebook is named', ['simulate', samples]],
    ['nothing to decide is named', ['simulate', '--rulebook', rulebook]],
    [
      '835 files come from standard input, which cannot be read twice',
      ['simulate', '--rulebook', rulebook, '-'],
    ],
    ['the rulebook does not exist', ['simulate', '--rulebook', 'nowhere', samples]],
    ['the facts do not exist', ['simulate', '--rulebook', rulebook, '--facts', 'nowhere.ndjson']],
  ])('ends with 2 and says why when %s', (_why, args) => {
    const { code, out, err } = overturn(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^error: \w/);
  });
});

describe('overturn facts', { timeout: 30_000 }, () => {
  test('leaves out remittances that break off, says so and ends with 1', () => {
    const whole = readFileSync(path.join(samples, 'commercial-mixed.835'), 'latin1');
    writeFileSync(path.join(folder, 'cut.835'), whole.slice(0, whole.indexOf('SE*')), 'latin1');

    const { code, out, err } = overturn('facts', 'cut.835');

    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(/^✗ cut\.835: /);
  });
});

describe('the check of a changed rulebook', { timeout: 30_000 }, () => {
  test('compares with the base that is named, and passes what is not refused', () => {
    const run = spawnSync(process.execPath, [path.join(root, 'test/check/simulate-rulebook.ts')], {
      env: { ...process.env, OVERTURN_BASE: 'HEAD' },
      encoding: 'utf8',
    });

    expect(run.status).toBe(0);
    expect(run.stdout).toMatch(/as in HEAD: nothing to simulate|would go another way|commit to compare/);
  });
});
