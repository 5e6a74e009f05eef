// Runs a TypeScript file of this repository: node infra/local/launch.mjs <script.ts> [arguments …]
// Plain JavaScript without dependencies, because it runs before there are any, on any Node from 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { holdInstallLock } from './install-lock.mjs';

const REPOSITORY = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const NODE_MODULES = join(REPOSITORY, 'node_modules');
const LOCK = join(REPOSITORY, 'package-lock.json');
const INSTALL_LOCK = join(REPOSITORY, '.local', 'install.lock');
const STAMP = join(NODE_MODULES, '.installed-lock');
const ownMajor = Number(process.versions.node.split('.')[0]);

function stop(what, remedy) {
  process.stderr.write(`${what}\n${remedy}\n`);
  process.exit(1);
}

const lockHash = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

function packagesAreCurrent() {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lockHash();
  // Installed by hand: npm leaves its own copy of the lock, written after the lock it was made from.
  const hidden = join(NODE_MODULES, '.package-lock.json');
  return existsSync(hidden) && statSync(hidden).mtimeMs >= statSync(LOCK).mtimeMs;
}

async function installPackages() {
  const letGo = await holdInstallLock(INSTALL_LOCK, (pid) => {
    process.stderr.write(
      `Process ${pid} installs packages: waiting for it. (If it does something else, delete ${INSTALL_LOCK}.)\n`,
    );
  });
  if (!packagesAreCurrent()) npmCi();
  letGo();
}

function npmCi() {
  const startedAt = Date.now();
  process.stderr.write('Installing packages (npm ci) … ');
  // Without node_modules/.bin: npm must not run on a Node that it is about to replace.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(NODE_MODULES))
    .join(delimiter);
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: REPOSITORY,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write('failed\n');
    const said = `${npm.stderr ?? ''}${npm.stdout ?? ''}${npm.error?.message ?? ''}`;
    if (/ENOSPC/.test(said)) {
      stop(
        'There is no disk space left for the packages (about 1 GB).',
        'Free some space and run the command again.',
      );
    }
    stop(
      said.trim(),
      'The packages could not be installed. Check the connection to the npm registry and run the command again.',
    );
  }
  writeFileSync(STAMP, lockHash());
  process.stderr.write(`${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** Node 24 strips the types of the scripts; older ones only install it. */
function node24() {
  if (ownMajor >= 24) return process.execPath;
  const installed = join(NODE_MODULES, '.bin', 'node');
  if (existsSync(installed)) return installed;
  return stop(
    `Node ${process.versions.node} runs, Node 24 is needed, and there is no package of it for ${process.platform} ${process.arch}.`,
    'Install Node 24 from https://nodejs.org and run the command again.',
  );
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined)
  stop('No script was named.', 'Usage: node infra/local/launch.mjs <script.ts> [arguments …]');
if (!(ownMajor >= 20)) {
  stop(
    `Node ${process.versions.node} is too old.`,
    'Install Node 20 or newer (https://nodejs.org) and run the command again.',
  );
}
if (!packagesAreCurrent()) await installPackages();

const node = node24();
const file = resolve(REPOSITORY, script);
const timing = {
  OVERTURN_LAUNCHED_AT:
    process.env.OVERTURN_LAUNCHED_AT ?? String(Date.now() - Math.round(process.uptime() * 1000)),
};
if (node === process.execPath) {
  Object.assign(process.env, timing);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
} else {
  const child = spawn(node, [file, ...args], { stdio: 'inherit', env: { ...process.env, ...timing } });
  // Ctrl+C reaches the child by the terminal; a second one from here would look like impatience.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm passes signals to a shell that keeps them: when the shell is gone, npm was told to stop.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event === undefined || process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
