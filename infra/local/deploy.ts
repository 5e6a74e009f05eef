import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { LOCAL_ACCOUNT } from '../config.ts';
import { type Emulator, REGION } from './emulator.ts';
import { fixUp } from './fix-up.ts';
import { LOCAL_FOLDER, REPOSITORY } from './paths.ts';
import { SetupProblem } from './problem.ts';

/** Outputs by stack, as `cdk deploy --outputs-file` writes them. */
export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a synthesis is made from; the same inputs give the same templates and bundles. */
const INPUTS = ['infra', 'functions', 'rulebook', 'templates', 'fonts', 'cdk.json', 'package-lock.json'];
const SYNTHESES = join(LOCAL_FOLDER, 'synth');
const CDK = join(REPOSITORY, 'node_modules', 'aws-cdk', 'bin', 'cdk');

/**
 * Templates and bundles of the local deployment; taken from the last time when nothing they are made from changed.
 *
 * @returns the cloud assembly's folder, named by the hash of its inputs, and whether it had to be made.
 */
export async function synthesise(): Promise<{ readonly assembly: string; readonly made: boolean }> {
  const assembly = join(SYNTHESES, hashOfInputs());
  if (existsSync(assembly)) return { assembly, made: false };
  const unfinished = `${assembly}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const cdkJson: { context: object } = JSON.parse(readFileSync(join(REPOSITORY, 'cdk.json'), 'utf8'));
  await run('The CDK app does not synthesise', [join('infra', 'app.ts')], {
    ...nodeEnvironment(),
    // What the CDK command line would hand over; without it, its start-up time is saved.
    CDK_OUTDIR: unfinished,
    CDK_CONTEXT_JSON: JSON.stringify({ ...cdkJson.context, stage: 'local' }),
  });
  forgetOldSyntheses();
  if (existsSync(assembly)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, assembly);
  return { assembly, made: true };
}

/** The CDK's own bucket and roles, which every deployment needs once. */
export async function bootstrap(emulator: Emulator): Promise<void> {
  await run(
    'The emulator could not be bootstrapped',
    [CDK, 'bootstrap', `aws://${LOCAL_ACCOUNT}/${REGION}`, '--no-notices', '--app', ''],
    { ...nodeEnvironment(), ...emulator.clientEnvironment },
  );
}

/** Deploys the stacks to the emulator and completes what its CloudFormation leaves out. */
export async function deploy(emulator: Emulator, assembly: string): Promise<StackOutputs> {
  const outputsFile = join(dirname(emulator.logFile), 'outputs.json');
  await run(
    'The stacks could not be deployed',
    [
      CDK,
      'deploy',
      '--app',
      assembly,
      '--all',
      '--concurrency',
      '4',
      '--method',
      'direct',
      '--require-approval',
      'never',
      '--no-notices',
      '--outputs-file',
      outputsFile,
    ],
    { ...nodeEnvironment(), ...emulator.clientEnvironment },
  );
  const outputs: StackOutputs = JSON.parse(readFileSync(outputsFile, 'utf8'));
  await fixUp(emulator, assembly);
  return outputs;
}

function hashOfInputs(): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const input of INPUTS) {
    const path = join(REPOSITORY, input);
    if (!existsSync(path)) continue;
    for (const file of statSync(path).isDirectory() ? filesBelow(path) : [path]) {
      hash.update(relative(REPOSITORY, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Keeps the three newest: a system that still runs may have been deployed from one of them. */
function forgetOldSyntheses(): void {
  const folders = readdirSync(SYNTHESES)
    .map((name) => join(SYNTHESES, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(4)) rmSync(folder, { recursive: true, force: true });
}

/** Where programs are, and no more: no profile, key or proxy of the caller reaches the CDK. */
function nodeEnvironment(): Record<string, string> {
  return {
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
    HOME: process.env.HOME ?? REPOSITORY,
    LANG: 'C.UTF-8',
    // Files that are looked for even though no profile is named.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_LEGACY_EXPORT_WARNING: '1',
    CI: 'true',
  };
}

async function run(problem: string, args: readonly string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [...args], {
    cwd: REPOSITORY,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  throw new SetupProblem(
    `${problem}:\n${said.trim().split('\n').slice(-30).join('\n')}`,
    /ENOSPC/.test(said)
      ? 'There is no disk space left: free some.'
      : 'Please report it with the lines above.',
  );
}
