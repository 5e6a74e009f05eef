import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { benchmarkFile } from '../835/data.ts';
import { bundle } from '../bundle.ts';

/**
 * `npm run bench:decisions [-- --quick]`: what deciding costs, as ratios of one run. Processes take turns, each a fresh
 * one; the median counts. Ends with 1 where a floor is missed. `--quick` reads 10 MB instead of 100 MB.
 */
const REPOSITORY = join(import.meta.dirname, '../../..');
const FOLDER = join(REPOSITORY, '.local', 'bench');
const quick = process.argv.includes('--quick');

mkdirSync(FOLDER, { recursive: true });
const triage = await bundled('triage.ts');
const compile = await bundled('compile.ts');
const perDenial = await bundled('per-denial.ts');
const importZod = join(import.meta.dirname, 'processes/import-zod.mjs');

let missed = 0;
const file = benchmarkFile(FOLDER, quick ? 10e6 : 100e6, false);
const lesser = benchmarkFile(FOLDER, 10e6, false);

print(`\nTriage to NDJSON, ${(file.bytes / 1e6).toFixed(0)} MB, whole process\n`);
const triaged = z.object({ claims: z.int(), denials: z.int().nullable(), cpuSeconds: z.number() });
const runs = { on: [] as Run[], off: [] as Run[] };
interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
}
for (let round = 0; round < 5; round++) {
  for (const mode of ['on', 'off'] as const) {
    const startedAt = performance.now();
    const { claims, cpuSeconds } = triaged.parse(output(triage, file.path, mode));
    if (claims !== file.totals.claims) throw new Error(`${claims} claims for ${file.totals.claims}`);
    runs[mode].push({ seconds: (performance.now() - startedAt) / 1000, cpuSeconds });
  }
}
for (const mode of ['on', 'off'] as const) {
  const seconds = runs[mode].map((run) => run.seconds);
  const cpu = median(runs[mode].map((run) => run.cpuSeconds));
  print(
    `  decisions ${mode.padEnd(4)} ${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}), ${cpu.toFixed(2)} s of processor\n`,
  );
}
const speedKept = (of: (run: Run) => number) => median(runs.off.map(of)) / median(runs.on.map(of));
print(`  speed kept by processor time: ${speedKept((run) => run.cpuSeconds).toFixed(2)}\n`);
floor(
  'speed kept with decisions on',
  speedKept((run) => run.seconds),
  'at least',
  0.8,
);

print('\nOne compilation in a fresh process, milliseconds\n');
const timed = z.object({ milliseconds: z.number() });
const compilations = {
  'import of zod': [importZod],
  'the shipped rulebook, as every process compiles it': [compile, 'shipped'],
  'any rulebook, checked and compiled': [compile, 'checked'],
} as const;
const took = new Map<string, number[]>();
for (let round = 0; round < 9; round++)
  for (const [what, [script, ...args]] of Object.entries(compilations))
    took.set(what, [...(took.get(what) ?? []), timed.parse(output(script, ...args)).milliseconds]);
const millisecondsOf = (what: keyof typeof compilations) => median(took.get(what) ?? []);
for (const what of Object.keys(compilations) as (keyof typeof compilations)[])
  print(`  ${what.padEnd(52)} ${millisecondsOf(what).toFixed(1).padStart(6)}\n`);
floor(
  'compiling the shipped rulebook against importing zod',
  millisecondsOf('the shipped rulebook, as every process compiles it') / millisecondsOf('import of zod'),
  'at most',
  1,
);

print(`\nPer denial, microseconds\n`);
const costs = z
  .object({ denials: z.int(), decide: z.number(), clocks: z.number() })
  .parse(output(perDenial, lesser.path));
for (const [what, cost] of Object.entries(costs))
  print(`  ${what.padEnd(52)} ${cost.toFixed(what === 'denials' ? 0 : 1).padStart(6)}\n`);
floor('all clocks of a denial against deciding it', costs.clocks / costs.decide, 'at most', 1);

print(`\n${missed} floor(s) missed\n`);
process.exitCode = missed > 0 ? 1 : 0;

function floor(what: string, measured: number, bound: 'at least' | 'at most', asked: number): void {
  const holds = bound === 'at least' ? measured >= asked : measured <= asked;
  if (!holds) missed++;
  print(`${holds ? '✓' : '✗'} ${what}: ${measured.toFixed(2)} × (${bound} ${asked} ×)\n`);
}

function output(script: string, ...args: readonly string[]): unknown {
  const run = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`${script} ended with ${run.status}`);
  return JSON.parse(run.stdout);
}

function bundled(name: string): Promise<string> {
  const outfile = join(FOLDER, `decisions-${name.replace(/\.ts$/, '.mjs')}`);
  return bundle(join(import.meta.dirname, 'processes', name), outfile);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(text: string): void {
  process.stdout.write(text);
}
