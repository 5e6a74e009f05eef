import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../../infra/local/paths.ts';

/**
 * What a change of rulebook/ would change over the sample remittances, for whoever reviews it. Compared with
 * OVERTURN_BASE, else with origin/main, else with the last commit. Where rulebook/ is as there, nothing is simulated.
 * Ends with 1 where the changed rulebook is refused.
 */
const base = [process.env.OVERTURN_BASE, 'origin/main', 'HEAD'].find(
  (name) =>
    name !== undefined && name !== '' && git('rev-parse', '--verify', '--quiet', `${name}^{commit}`) === 0,
);
if (base === undefined) {
  say('There is no commit to compare rulebook/ with: nothing is simulated.');
} else if (git('diff', '--quiet', base, '--', 'rulebook') === 0) {
  say(`rulebook/ is as in ${base}: nothing to simulate.`);
} else {
  const folder = join(REPOSITORY, '.local', 'base-rulebook');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (git('--work-tree', folder, 'restore', '--source', base, '--worktree', '--', 'rulebook') !== 0) {
    throw new Error(`The rulebook of ${base} could not be written to ${folder}.`);
  }
  const present = join(folder, 'rulebook');
  const samples = join(REPOSITORY, 'events', 'samples');
  const overturn = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(REPOSITORY, 'cli', 'overturn.ts'), ...args], { stdio: 'inherit' })
      .status;
  if (
    overturn(
      'simulate',
      '--rulebook',
      join(REPOSITORY, 'rulebook'),
      samples,
      '--format',
      'table',
      '--present',
      present,
    ) !== 0
  ) {
    process.exitCode = overturn('rulebook', 'check', join(REPOSITORY, 'rulebook')) === 0 ? 0 : 1;
    if (process.exitCode === 0)
      say(`The rulebook of ${base} has another form than this code reads: see above.`);
  }
}

function git(...args: readonly string[]): number | null {
  return spawnSync('git', ['-C', REPOSITORY, ...args], { stdio: 'ignore' }).status;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
