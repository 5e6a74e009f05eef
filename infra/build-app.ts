import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { REPOSITORY } from './bundle-handlers.ts';
import { SetupProblem } from './local/problem.ts';

const WEB = join(REPOSITORY, 'web');
/** Where Vite puts the app. */
export const BUILT_APP = join(WEB, 'dist');
const STAMP = join(REPOSITORY, '.local', 'built-app');

/** What a build is made from: the app, the API's client, what both share with the core, and the packages. */
const INPUTS = ['web', 'client', 'functions/core', 'package-lock.json', 'tsconfig.json'];
const MADE = new Set(['node_modules', 'dist', 'generate']);

/**
 * Builds the billers' app into {@link BUILT_APP}; does nothing when it is there and nothing it is made from changed.
 *
 * @returns whether it had to be built.
 * @throws {SetupProblem} with what Vite said.
 */
export async function buildApp(): Promise<boolean> {
  const wanted = hashOfInputs();
  if (
    existsSync(join(BUILT_APP, 'index.html')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wanted
  )
    return false;
  // A build that breaks off leaves no stamp that would call its files current.
  rmSync(STAMP, { force: true });
  await runVite();
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
  return true;
}

function hashOfInputs(): string {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of INPUTS.flatMap((input) => filesOf(join(REPOSITORY, input)))) {
    hash.update(relative(REPOSITORY, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !MADE.has(name))
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}

async function runVite(): Promise<void> {
  const vite = join(REPOSITORY, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, 'build', WEB, '--logLevel', 'warn'], {
    cwd: REPOSITORY,
    // Tests say NODE_ENV=test: React would be built with the checks of its development.
    env: { ...process.env, NODE_ENV: 'production' },
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
  const withoutStack = stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  throw new SetupProblem(
    `The app does not build:\n${withoutStack.slice(0, 20).join('\n')}`,
    'Mend what the lines above name, in web/src.',
  );
}
