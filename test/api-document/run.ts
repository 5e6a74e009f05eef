import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT } from '../../client/generate/files.ts';
import { LOCAL_FOLDER, REPOSITORY } from '../../infra/local/paths.ts';
import { setUpVenv } from '../../infra/local/setup-emulator.ts';
import { readSystem } from '../../infra/local/system.ts';
import { answersOf, neverReached } from './reached.ts';
import { refusalsOf, tryRefusals } from './refusals.ts';
import { seed, tokenOf, writeDictionaries } from './seed.ts';

const HERE = import.meta.dirname;
const VENV = join(LOCAL_FOLDER, 'api-document-venv');
const REPORTS = join(LOCAL_FOLDER, 'api-document');
const EXAMPLES = process.env.OVERTURN_EXAMPLES ?? '20';
/** The same requests in each run, so that a build does not fail by luck. Another seed tries others. */
const SEED = process.env.OVERTURN_SEED ?? '835';

/** Who tries what: who works denials and who keeps settings everything, who only reads what there is to read. */
const RUNS: readonly { readonly role: string; readonly only: readonly string[] }[] = [
  { role: 'supervisor', only: [] },
  { role: 'admin', only: [] },
  { role: 'auditor', only: ['--include-method', 'GET'] },
];

/**
 * Tries the OpenAPI document against the running system that OVERTURN_SYSTEM describes: what it allows and what it
 * does not, with and without a token.
 */
const system = readSystem(process.env.OVERTURN_SYSTEM ?? '');
setUpVenv(VENV, join(HERE, 'requirements.txt'));
rmSync(REPORTS, { recursive: true, force: true });
writeDictionaries(REPORTS, await seed(system));
// The configuration names the dictionaries by paths beside it.
copyFileSync(join(HERE, 'schemathesis.toml'), join(REPORTS, 'schemathesis.toml'));

const document: Parameters<typeof neverReached>[0] = JSON.parse(
  readFileSync(join(REPOSITORY, DOCUMENT), 'utf8'),
);
const refusals = refusalsOf(document);
const failed = [...(await tryRefusals(system.apiUrl, (await tokenOf('supervisor'))(), refusals))];
process.stdout.write(
  `\nWhat the document does not allow: ${refusals.length} requests, ${failed.length} not refused as it says\n`,
);
for (const { role, only } of RUNS) {
  process.stdout.write(`\nThe document as ${role}\n`);
  const status = await tryAs(role, only);
  if (status !== 0) failed.push(`schemathesis ended with ${status} as ${role}`);
}
const answered = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ndjson'))
  .map((name) => answersOf(readFileSync(join(REPORTS, name), 'utf8')));
failed.push(...neverReached(document, answered));
for (const sentence of failed) process.stdout.write(`✗ ${sentence}\n`);
process.exit(failed.length === 0 ? 0 : 1);

async function tryAs(role: string, only: readonly string[]): Promise<number> {
  const { status } = spawnSync(
    join(VENV, 'bin', 'schemathesis'),
    [
      ...['--no-color', '--config-file', 'schemathesis.toml', 'run', join(REPOSITORY, DOCUMENT)],
      ...['--url', system.apiUrl, '--phases', 'coverage,fuzzing', ...only],
      ...['--seed', SEED, '--max-examples', EXAMPLES],
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
