import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bringUp } from '../infra/local/bring-up.ts';
import type { Emulator } from '../infra/local/emulator.ts';
import { whenNpmIsGone } from '../infra/local/parent.ts';
import { LOCAL_FOLDER, REPOSITORY } from '../infra/local/paths.ts';
import { exitWithProblem, SetupProblem } from '../infra/local/problem.ts';
import { Steps, seconds } from '../infra/local/steps.ts';
import { writeSystem } from '../infra/local/system.ts';

/** `npm test` runs the tiers of `gate`, `npm run test:long` those of `long`. */
type Tier =
  | {
      readonly name: string;
      readonly kind: 'check';
      readonly command: readonly string[];
      readonly system: System;
    }
  | { readonly name: string; readonly kind: 'vitest'; readonly project: string; readonly system: System };
/** Whether the tests need a deployed system, and one that checks every call against its role. */
type System = 'none' | 'plain' | 'iam';

const bin = (name: string): string => join(REPOSITORY, 'node_modules', '.bin', name);
const vitestTier = (project: string, system: System = 'none', name = project): Tier => ({
  name,
  kind: 'vitest',
  project,
  system,
});

const checkTier = (name: string, command: readonly string[], system: System = 'none'): Tier => ({
  name,
  kind: 'check',
  command,
  system,
});

const TIERS: Readonly<Record<string, readonly Tier[]>> = {
  gate: [
    checkTier('format and lint', [bin('biome'), 'check', '--error-on-warnings', '.']),
    checkTier('types', [bin('tsc'), '-p', '.']),
    checkTier('types of the app', [bin('tsc'), '-p', 'web']),
    checkTier('rulebook simulated', [process.execPath, join(REPOSITORY, 'test/check/simulate-rulebook.ts')]),
    vitestTier('unit'),
    vitestTier('property'),
    vitestTier('web'),
    vitestTier('infra'),
    vitestTier('workflow'),
    vitestTier('contract', 'plain'),
    vitestTier('e2e', 'plain'),
    vitestTier('browser', 'plain', 'app in a browser'),
  ],
  long: [
    vitestTier('fuzz'),
    checkTier('letters conform', [process.execPath, join(REPOSITORY, 'test/conformance/letters.ts')]),
    vitestTier('fault', 'plain'),
    vitestTier('browser-long', 'plain', 'app at length'),
    checkTier('API as documented', [process.execPath, join(REPOSITORY, 'test/api-document/run.ts')], 'plain'),
    vitestTier('iam', 'iam'),
    vitestTier('e2e', 'iam', 'e2e with IAM enforced'),
  ],
};

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Ends a check that lacks what it needs on this machine, and says what (as in GNU Automake). */
const SKIPPED = 77;
const REPORTS = join(LOCAL_FOLDER, 'reports');
const running: { emulator: Emulator | undefined } = { emulator: undefined };

async function runTiers(tiers: readonly Tier[]): Promise<Counts> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const counts: Counts[] = [];
  const lines: string[] = [];
  let system: { readonly kind: System; readonly environment: Record<string, string> } | undefined;
  for (const tier of tiers) {
    const startedAt = Date.now();
    heading(tier.name);
    let result: Counts;
    try {
      if (tier.system !== 'none' && system?.kind !== tier.system) {
        await stopSystem();
        system = { kind: tier.system, environment: await startSystem(tier.system) };
      }
      const environment = tier.system === 'none' ? {} : (system?.environment ?? {});
      result =
        tier.kind === 'check'
          ? await runCheck(tier.command, environment)
          : await runVitest(tier, environment);
    } catch (error) {
      // Without a system its tests have not passed: that is a failure, and the other tiers still run.
      tell(error);
      result = { passed: 0, failed: 1, skipped: 0 };
    }
    counts.push(result);
    const { passed, failed, skipped } = result;
    lines.push(
      `  ${tier.name.padEnd(22)} ${seconds(Date.now() - startedAt).padStart(8)}   ${passed} passed, ${failed} failed, ${skipped} skipped`,
    );
  }
  await stopSystem();
  process.stdout.write(`\nTime per tier\n${lines.join('\n')}\n`);
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

async function startSystem(kind: System): Promise<Record<string, string>> {
  const steps = new Steps(Date.now());
  const system = await bringUp(steps, { port: 0, enforceIam: kind === 'iam' }, (emulator) => {
    running.emulator = emulator;
  });
  const { emulator } = running;
  if (emulator === undefined) throw new Error('The system has no emulator.');
  const file = join(dirname(emulator.logFile), 'system.json');
  writeSystem(file, system);
  return { ...emulator.clientEnvironment, OVERTURN_SYSTEM: file, OVERTURN_ENDPOINT: emulator.endpoint };
}

async function stopSystem(): Promise<void> {
  await running.emulator?.stop();
  running.emulator = undefined;
}

async function runCheck(
  [command = '', ...args]: readonly string[],
  environment: Record<string, string>,
): Promise<Counts> {
  const code = await run(command, args, environment);
  const skipped = code === SKIPPED ? 1 : 0;
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 - skipped, skipped };
}

async function runVitest(
  tier: Extract<Tier, { kind: 'vitest' }>,
  environment: Record<string, string>,
): Promise<Counts> {
  const report = join(REPORTS, `${tier.name.replaceAll(' ', '-')}.json`);
  const code = await run(
    bin('vitest'),
    [
      'run',
      '--project',
      tier.project,
      '--passWithNoTests',
      '--reporter',
      'default',
      '--reporter',
      'json',
      `--outputFile.json=${report}`,
    ],
    environment,
  );
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const told: Record<string, unknown> = JSON.parse(readFileSync(report, 'utf8'));
  const count = (field: string): number => Number(told[field] ?? 0);
  const failed = count('numFailedTests');
  return {
    passed: count('numPassedTests'),
    // A file that does not even load, or an error outside every test, fails the run without failing a test.
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: count('numPendingTests') + count('numTodoTests'),
  };
}

function run(command: string, args: readonly string[], environment: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`, ...environment },
    });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function heading(name: string): void {
  process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}\n`);
}

function tell(error: unknown): void {
  if (error instanceof SetupProblem) process.stdout.write(`${error.message}\n${error.remedy}\n`);
  else process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

const breakOff = (): void => {
  void stopSystem().finally(() => process.exit(130));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, breakOff);
whenNpmIsGone(breakOff);
process.once('exit', () => running.emulator?.kill());

const tiers = TIERS[process.argv[2] ?? ''];
if (tiers === undefined) {
  exitWithProblem(new SetupProblem('Which tiers?', `Usage: test/run.ts ${Object.keys(TIERS).join('|')}`));
}
const { passed, failed, skipped } = await runTiers(tiers);
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
