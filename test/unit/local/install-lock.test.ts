import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const LAUNCHER = path.resolve('infra/local');
let repository: string;
beforeEach(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'launch-'));
  mkdirSync(path.join(repository, 'infra/local'), { recursive: true });
  for (const file of ['launch.mjs', 'install-lock.mjs'])
    cpSync(path.join(LAUNCHER, file), path.join(repository, 'infra/local', file));
  writeFileSync(path.join(repository, 'package-lock.json'), '{}');
  writeFileSync(path.join(repository, 'script.ts'), "process.stdout.write('ran');");
  // As npm ci does it: what there was is gone at once, and what shall be comes later.
  const npm = path.join(repository, 'npm');
  writeFileSync(
    npm,
    `#!/bin/sh
echo begin >> ${repository}/installs
rm -rf ${repository}/node_modules
sleep 0.5
mkdir ${repository}/node_modules
echo end >> ${repository}/installs
`,
  );
  chmodSync(npm, 0o755);
});
afterEach(() => rmSync(repository, { recursive: true }));

const lock = () => path.join(repository, '.local/install.lock');
const installs = () => readFileSync(path.join(repository, 'installs'), 'utf8').trim().split('\n');

async function launch(): Promise<{ readonly out: string; readonly said: string }> {
  const child = spawn(process.execPath, ['infra/local/launch.mjs', 'script.ts'], {
    cwd: repository,
    env: { ...process.env, PATH: `${repository}${path.delimiter}${process.env.PATH}` },
  });
  let out = '';
  let said = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (said += data));
  await once(child, 'close');
  return { out, said };
}

test('of several launchers at once one installs, and the others wait until it has', async () => {
  const launched = await Promise.all([launch(), launch(), launch()]);
  expect(launched.map(({ out }) => out)).toEqual(['ran', 'ran', 'ran']);
  expect(installs()).toEqual(['begin', 'end']);
  expect(launched.filter(({ said }) => said.includes('waiting for it'))).toHaveLength(2);
  expect(existsSync(lock())).toBe(false);
});

test('the lock of a process that died is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  mkdirSync(path.dirname(lock()));
  writeFileSync(lock(), String(pid));
  expect(await launch()).toMatchObject({ out: 'ran', said: expect.not.stringContaining('waiting') });
  expect(installs()).toEqual(['begin', 'end']);
});

test('where npm fails the lock is let go', async () => {
  writeFileSync(path.join(repository, 'npm'), '#!/bin/sh\nexit 1\n');
  expect((await launch()).said).toContain('could not be installed');
  expect(existsSync(lock())).toBe(false);
});
