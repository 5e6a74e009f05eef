import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCAL_FOLDER, REPOSITORY, VENV } from './paths.ts';
import { SetupProblem } from './problem.ts';

const REQUIREMENTS = join(REPOSITORY, 'infra', 'local', 'requirements.txt');
const OLDEST_MINOR = 11;

/**
 * Installs the pinned emulator in a virtual environment inside the checkout; does nothing when it is there.
 *
 * @returns whether something was installed.
 * @throws {SetupProblem} without Python 3.11, without its venv module, without disk or network.
 */
export function setUpEmulator(): boolean {
  return setUpVenv(VENV, REQUIREMENTS);
}

/**
 * Installs exactly what a file of requirements lists into a virtual environment; does nothing when it is there.
 *
 * @returns whether something was installed.
 * @throws {SetupProblem} as {@link setUpEmulator}.
 */
export function setUpVenv(venv: string, requirements: string): boolean {
  const stamp = join(venv, '.requirements');
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  const python = findPython();
  mkdirSync(LOCAL_FOLDER, { recursive: true });
  rmSync(venv, { recursive: true, force: true });
  const made = run(python, ['-m', 'venv', venv]);
  if (made.status !== 0) {
    rmSync(venv, { recursive: true, force: true });
    refuseWithoutDisk(made.said);
    throw new SetupProblem(
      'Python cannot make virtual environments here: its venv module is missing.',
      'On Debian or Ubuntu: apt install python3-venv. Then run the command again.',
    );
  }
  const pip = run(join(venv, 'bin', 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-deps',
    '--requirement',
    requirements,
  ]);
  if (pip.status !== 0) {
    refuseWithoutDisk(pip.said);
    throw new SetupProblem(
      `The Python packages could not be installed:\n${pip.said.trim()}`,
      'Check the connection to the Python package index and run the command again.',
    );
  }
  writeFileSync(stamp, wanted);
  return true;
}

/** The emulator's executable in the virtual environment. */
export function emulatorCommand(): string {
  return join(VENV, 'bin', 'ministack');
}

function findPython(): string {
  const tooOld: string[] = [];
  for (const name of ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python']) {
    const { status, said } = run(name, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
    if (status !== 0) continue;
    const [major, minor] = said.trim().split('.').map(Number);
    if (major === 3 && minor !== undefined && minor >= OLDEST_MINOR) return name;
    tooOld.push(`${name} is ${said.trim()}`);
  }
  throw new SetupProblem(
    tooOld.length === 0
      ? 'There is no Python on this machine; the local AWS emulator needs Python 3.11 or newer.'
      : `Python is too old (${tooOld.join(', ')}); the local AWS emulator needs 3.11 or newer.`,
    'Install it (Debian or Ubuntu: apt install python3 python3-venv; macOS: brew install python) and run the command again.',
  );
}

function refuseWithoutDisk(said: string): void {
  if (/No space left|ENOSPC|Errno 28/.test(said)) {
    throw new SetupProblem(
      'There is no disk space left for the Python packages (about 150 MB).',
      'Free some space and run the command again.',
    );
  }
}

function run(command: string, args: readonly string[]): { readonly status: number; readonly said: string } {
  // A caller's PYTHONPATH have no business in the virtual environment.
  const env = { ...process.env, PYTHONPATH: '' };
  const { status, stdout, stderr } = spawnSync(command, [...args], { encoding: 'utf8', env });
  return { status: status ?? 1, said: `${stdout ?? ''}${stderr ?? ''}` };
}
