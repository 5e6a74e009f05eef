import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CONTESTANTS, type Contestant, type Start, startOf } from './contestants.ts';
import { type BenchmarkFile, benchmarkFile } from './data.ts';
import { type Figures, floorsOf } from './floors.ts';
import type { Found, Measured } from './measure.ts';

/**
 * `npm run bench:835 [-- --quick] [-- --lines]`: how fast remittances are read, beside others, as ratios of one run.
 * Each contestant is a process of its own and they take turns; claims and money must be those of the generator.
 * Ends with 1 where a floor is missed or a figure is wrong. `--quick` leaves 1 GB out; `--lines` puts a line end
 * after each segment.
 */
const REPOSITORY = join(import.meta.dirname, '../../..');
const FOLDER = join(REPOSITORY, '.local', 'bench');
const PYTHON = process.env.BENCH_PYTHON ?? join(REPOSITORY, '.local', 'bench-venv', 'bin', 'python');
const RUNS = 5;

const quick = process.argv.includes('--quick');
const lineEnds = process.argv.includes('--lines');
const sizes = quick ? [10e6, 100e6] : [10e6, 100e6, 1e9];

mkdirSync(FOLDER, { recursive: true });
const starts = new Map<Contestant, Start>();
for (const one of CONTESTANTS) starts.set(one, await startOf(one, FOLDER, PYTHON));

const figures = new Map<string, Figures>();
let wrong = 0;
for (const size of sizes) {
  const data = benchmarkFile(FOLDER, size, lineEnds);
  print(
    `\n${(data.bytes / 1e6).toFixed(0)} MB, ${data.totals.claims} claims${lineEnds ? ', with line ends' : ''}\n`,
  );
  const results = await race(data);
  for (const [{ name, mayBeWrong = false }, runs] of results) {
    const mistakes = mistakesOf(runs, data.totals);
    if (mistakes !== '' && !mayBeWrong) wrong++;
    const seconds = median(runs.map((run) => run.seconds));
    const peakMB = median(runs.map((run) => run.peakMB));
    figures.set(`${name} ${size}`, { seconds, peakMB });
    const range = `${Math.min(...runs.map((run) => run.seconds)).toFixed(2)}–${Math.max(...runs.map((run) => run.seconds)).toFixed(2)}`;
    const rate = (data.bytes / 1e6 / seconds).toFixed(0);
    print(
      `${name.padEnd(22)} ${seconds.toFixed(2).padStart(7)} s (${range.padEnd(11)}) ${rate.padStart(5)} MB/s ${peakMB.toFixed(0).padStart(5)} MB  ${mistakes === '' ? 'exact' : `WRONG: ${mistakes}`}\n`,
    );
  }
}

print('\nFloors\n');
let missed = 0;
for (const { what, measured, floor, atMost, unit } of floorsOf(figures)) {
  const holds = atMost ? measured <= floor : measured >= floor;
  if (!holds) missed++;
  print(
    `${holds ? '✓' : '✗'} ${what.padEnd(58)} ${measured.toFixed(2).padStart(6)} ${unit}  (${atMost ? 'at most' : 'at least'} ${floor} ${unit})\n`,
  );
}
for (const [{ name }, start] of starts)
  if (start === null) print(`- ${name} is not installed and was left out\n`);
print(`\n${missed} floor(s) missed, ${wrong} wrong\n`);
process.exitCode = missed + wrong > 0 ? 1 : 0;

interface Run extends Measured {
  readonly seconds: number;
}

/** All contestants in turn, as often as asked. */
async function race(data: BenchmarkFile): Promise<Map<Contestant, Run[]>> {
  const results = new Map<Contestant, Run[]>();
  for (let round = 0; round < RUNS; round++) {
    for (const [one, start] of starts) {
      const { mostRuns = RUNS, mostBytes = Number.POSITIVE_INFINITY } = one;
      if (start === null || round >= mostRuns || data.bytes > mostBytes * 1.1) continue;
      const run = await timed(start, data.path);
      results.set(one, [...(results.get(one) ?? []), run]);
    }
  }
  return results;
}

function timed([command, ...args]: NonNullable<Start>, path: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const child = spawn(command, [...args, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000;
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}`));
      else resolve({ ...(JSON.parse(output) as Measured), seconds });
    });
  });
}

function mistakesOf(runs: readonly Run[], totals: Required<Found>): string {
  const keys = Object.keys(totals) as (keyof Found)[];
  const mistakes = keys.filter((key) =>
    runs.some((run) => run[key] !== undefined && run[key] !== totals[key]),
  );
  return mistakes.map((key) => `${key} ${runs[0]?.[key]} for ${totals[key]}`).join(', ');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(text: string): void {
  process.stdout.write(text);
}
