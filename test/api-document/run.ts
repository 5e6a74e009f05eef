import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signInLocally } from '../../cli/session/local-sign-in.ts';
import { overturnClient } from '../../client/client.ts';
import { DOCUMENT } from '../../client/generate/files.ts';
import { LOCAL_FOLDER, REPOSITORY } from '../../infra/local/paths.ts';
import { dropSamples } from '../../infra/local/seed.ts';
import { setUpVenv } from '../../infra/local/setup-emulator.ts';
import { type LocalSystem, readSystem } from '../../infra/local/system.ts';
import { answersOf, neverReached } from './reached.ts';

const HERE = import.meta.dirname;
const VENV = join(LOCAL_FOLDER, 'api-document-venv');
const REPORTS = join(LOCAL_FOLDER, 'api-document');
const EXAMPLES = process.env.OVERTURN_EXAMPLES ?? '20';

/**
 * Tries the OpenAPI document against the running system that OVERTURN_SYSTEM describes: what it allows and what it
 * does not, with and without a token, once as who works denials and once as who keeps settings.
 */
const system = readSystem(process.env.OVERTURN_SYSTEM ?? '');
setUpVenv(VENV, join(HERE, 'requirements.txt'));
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
// The configuration names this list by a path beside it.
copyFileSync(join(HERE, 'schemathesis.toml'), join(REPORTS, 'schemathesis.toml'));
const ids = (await denialsOf(system)).map((id) => JSON.stringify(id));
writeFileSync(join(REPORTS, 'denials.txt'), `${ids.join('\n')}\n`);

const failed: string[] = [];
for (const role of ['supervisor', 'admin']) {
  process.stdout.write(`\nThe document as ${role}\n`);
  const status = await tryAs(role);
  if (status !== 0) failed.push(`schemathesis ended with ${status} as ${role}`);
}
const answered = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => answersOf(readFileSync(join(REPORTS, name), 'utf8')));
const document = JSON.parse(readFileSync(join(REPOSITORY, DOCUMENT), 'utf8'));
failed.push(...neverReached(document, answered));
for (const sentence of failed) process.stdout.write(`✗ ${sentence}\n`);
process.exit(failed.length === 0 ? 0 : 1);

/** Sample denials, once they are routed; a token of the tests is good for a quarter of an hour. */
async function denialsOf(system: LocalSystem): Promise<readonly string[]> {
  const client = overturnClient(system.apiUrl, await tokenOf('supervisor'));
  await dropSamples(system);
  for (let tries = 0; tries < 120; tries++) {
    const { data } = await client.GET('/api/queue', { params: { query: { state: 'drafting' } } });
    if (data !== undefined && data.denials.length > 3) {
      // Half of them with a letter, so that letters are read and approved too.
      const some = (await client.GET('/api/queue')).data?.denials.slice(0, data.denials.length) ?? [];
      return [...data.denials, ...some].map(({ denialId }) => denialId);
    }
    await sleep(1_000);
  }
  throw new Error('The samples were not routed within two minutes.');
}

async function tokenOf(name: string): Promise<() => string> {
  const signedIn = await signInLocally(name);
  if (signedIn.kind === 'failed') throw new Error(signedIn.sentence);
  return () => signedIn.accessToken;
}

async function tryAs(role: string): Promise<number> {
  const { status } = spawnSync(
    join(VENV, 'bin', 'schemathesis'),
    [
      ...['--no-color', '--config-file', 'schemathesis.toml', 'run', join(REPOSITORY, DOCUMENT)],
      ...['--url', system.apiUrl, '--phases', 'coverage,fuzzing', '--max-examples', EXAMPLES],
      ...['--report', 'ndjson', '--report-dir', join(REPORTS, role), '--warnings', 'off'],
    ],
    {
      cwd: REPORTS,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        PYTHONPATH: HERE,
        PYTHONDONTWRITEBYTECODE: '1',
        SCHEMATHESIS_HOOKS: 'hooks',
        OVERTURN_TOKEN: (await tokenOf(role))(),
      },
    },
  );
  return status ?? 1;
}
