import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, existsSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { factsOfFiles } from '../../../cli/simulate/facts.ts';
import { bundledClocks } from '../../../functions/adapters/clocks-bundled.ts';
import { bundledRulebook } from '../../../functions/adapters/rulebook-bundled.ts';
import { benchmarkFile } from '../835/data.ts';
import { bundle } from '../bundle.ts';

/**
 * `npm run bench:simulate [-- --quick]`: a simulation over the decision facts of 1,000,000 claims beside a bare read
 * of the same lines (JSON.parse of each), processes in turns, three runs each; and the same over a tenth, for the
 * growth of memory. Ends with 1 where a simulation counts other claims than there are. `--quick` takes a tenth.
 */
const REPOSITORY = join(import.meta.dirname, '../../..');
const FOLDER = join(REPOSITORY, '.local', 'bench');
const quick = process.argv.includes('--quick');
const CLAIMS = quick ? 100_000 : 1_000_000;
const ROUNDS = 3;

const few = await factsFile(CLAIMS / 10);
const all = await factsFile(CLAIMS);
const contestants = { 'bare read': await bundled('bare-read.ts'), simulation: await bundled('simulate.ts') };
type Name = keyof typeof contestants;

const run = z.object({ claims: z.int(), peakMB: z.number(), changed: z.int().optional() });
type Run = z.infer<typeof run> & { readonly seconds: number };
for (const [path, claims] of [
  [few, CLAIMS / 10],
  [all, CLAIMS],
] as const) {
  const runs: Record<Name, Run[]> = { 'bare read': [], simulation: [] };
  for (let round = 0; round < ROUNDS; round++)
    for (const name of Object.keys(contestants) as Name[]) runs[name].push(measured(contestants[name], path));
  print(`\n${claims} claims, ${(statSync(path).size / 1e6).toFixed(0)} MB, whole process\n`);
  for (const [name, of] of Object.entries(runs)) {
    const seconds = of.map((one) => one.seconds).sort((a, b) => a - b);
    const middle = seconds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    const peak = Math.max(...of.map(({ peakMB }) => peakMB));
    print(
      `  ${name.padEnd(12)} ${middle.toFixed(2)} s (${seconds[0]?.toFixed(2)}–${seconds.at(-1)?.toFixed(2)}), ${Math.round(claims / middle)} claims/s, ${peak.toFixed(0)} MB at most\n`,
    );
    if (of.some((one) => one.claims !== claims)) {
      print(`✗ ${name} did not count ${claims} claims\n`);
      process.exitCode = 1;
    }
  }
  print(`  claims that change route: ${runs.simulation[0]?.changed}\n`);
}

function measured(script: string, path: string): Run {
  const startedAt = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [script, path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}`);
  return { ...run.parse(JSON.parse(stdout)), seconds: (performance.now() - startedAt) / 1000 };
}

/** Facts of generated remittances, made once and kept. */
async function factsFile(claims: number): Promise<string> {
  const path = join(FOLDER, `facts-${claims}.ndjson`);
  if (existsSync(path)) return path;
  const { path: remittances } = benchmarkFile(FOLDER, claims > 200_000 ? 1000e6 : 100e6, false);
  const rules = { rulebook: bundledRulebook(), clocks: bundledClocks(), payers: [] };
  const input = { name: 'bench', open: () => createReadStream(remittances) };
  const file = openSync(`${path}.part`, 'w');
  let left = claims;
  for await (const facts of factsOfFiles([input], rules, (exception) => print(`✗ ${exception}\n`))) {
    const wanted = facts.slice(0, left);
    writeSync(file, wanted.map((fact) => `${JSON.stringify(fact)}\n`).join(''));
    left -= wanted.length;
    if (left === 0) break;
  }
  closeSync(file);
  if (left > 0) throw new Error(`${left} claims too few.`);
  renameSync(`${path}.part`, path);
  return path;
}

function bundled(name: string): Promise<string> {
  const outfile = join(FOLDER, `simulate-${name.replace(/\.ts$/, '.mjs')}`);
  return bundle(join(import.meta.dirname, 'processes', name), outfile);
}

function print(text: string): void {
  process.stdout.write(text);
}
