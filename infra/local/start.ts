import { mkdirSync } from 'node:fs';
import { buildApp } from '../build-app.ts';
import { bringUp } from './bring-up.ts';
import type { Emulator } from './emulator.ts';
import { startGateway } from './gateway.ts';
import { clearLeftovers, forgetEmulator, isRunningStart, noteEmulator } from './leftovers.ts';
import { whenNpmIsGone } from './parent.ts';
import { LOCAL_FOLDER, SYSTEM_FILE } from './paths.ts';
import { exitWithProblem, SetupProblem } from './problem.ts';
import { dropSamples } from './seed.ts';
import { Steps, seconds } from './steps.ts';
import { findSystem, forgetSystem, writeSystem } from './system.ts';
import { farewell, howToGoOn, tableOfDenials, tableOfFiles } from './words.ts';
import { waitForSamples } from './worked-samples.ts';

const port = portOf('OVERTURN_PORT', 4566);
const gatewayPort = portOf('OVERTURN_GATEWAY_PORT', 4580);
const launchedAt = Number(process.env.OVERTURN_LAUNCHED_AT ?? Date.now());
const stops: (() => Promise<void> | void)[] = [];

/** `npm start`: the whole system on this machine, until Ctrl+C. */
async function start(): Promise<void> {
  const steps = new Steps(launchedAt);
  makeLocalFolder();
  steps.say('Overturn on this machine (made-up data only: an emulator is no place for patients)\n');
  refuseSecondStart();
  if (Date.now() - launchedAt > 2_000) steps.say(`  Packages … ${seconds(Date.now() - launchedAt)}`);
  if (await clearLeftovers(port)) {
    steps.say('  The last run did not stop as it should: starting again from an empty emulator.');
  }

  // Beside the emulator and the deployment, which wait more than they work.
  const app = buildApp();
  app.catch(() => {});
  const deployed = await bringUp(steps, { port }, (emulator) => {
    noteEmulator(port, emulator.pid);
    stops.push(async () => {
      await emulator.stop();
      forgetEmulator(port);
    });
    void emulator.exited.then(() => endedByItself(emulator));
  });
  await steps.run(
    "Billers' app",
    () => app,
    (made) => (made ? 'built' : 'unchanged'),
  );
  const gateway = await steps.run(
    'App and API',
    () => startGateway(gatewayPort, deployed),
    (g) => g.url,
  );
  stops.push(() => gateway.close());
  const system = { ...deployed, gatewayUrl: gateway.url };
  writeSystem(SYSTEM_FILE, system);
  stops.push(() => forgetSystem(SYSTEM_FILE));

  const samples = await steps.run(
    'Sample remittances into the inbox',
    () => dropSamples(system),
    (s) => `${s.length} files`,
  );
  const worked = await steps.run(
    'Read, decide, route',
    () => waitForSamples(system, samples),
    ({ denials }) => `${denials.length} denials`,
  );
  steps.say(`\nUp in ${steps.total()}.\n`);
  steps.say(tableOfFiles(worked.files));
  steps.say(tableOfDenials(worked.denials, process.stdout.columns ?? 120));
  if (!worked.complete) {
    steps.say(
      'Not everything was read and routed in two minutes; the queue of the API shows what comes later.\n',
    );
  }
  steps.say(howToGoOn(system, worked.denials));
}

function makeLocalFolder(): void {
  try {
    mkdirSync(LOCAL_FOLDER, { recursive: true });
  } catch {
    throw new SetupProblem(
      `The folder ${LOCAL_FOLDER} cannot be made.`,
      'Move away what is there under that name, or give yourself the right to write there.',
    );
  }
}

/** One checkout, one system: two would share .local/system.json, and people would talk to the wrong one. */
function refuseSecondStart(): void {
  const other = findSystem(SYSTEM_FILE);
  if (other === null || !isRunningStart(other.pid)) {
    forgetSystem(SYSTEM_FILE);
    return;
  }
  const { endpoint, pid } = other;
  throw new SetupProblem(
    `Overturn runs already in this checkout (${endpoint}, process ${pid}).`,
    'Use that one, or stop it with Ctrl+C first. A second one needs a checkout of its own.',
  );
}

let stopping = false;
async function stopAll(): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const stop of stops.reverse()) await stop();
}

function endedByItself(emulator: Emulator): void {
  if (stopping) return;
  void stopAll().then(() =>
    exitWithProblem(
      new SetupProblem(
        'The emulator ended by itself.',
        `Its log is ${emulator.logFile}. npm start starts again from an empty one.`,
      ),
    ),
  );
}

function portOf(variable: string, otherwise: number): number {
  const given = process.env[variable];
  if (given === undefined || given === '') return otherwise;
  const number = Number(given);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  return exitWithProblem(
    new SetupProblem(
      `${variable} is "${given}", which is no port.`,
      `For instance: ${variable}=${otherwise + 100}`,
    ),
  );
}

function stopOnRequest(): void {
  if (stopping) return;
  process.stdout.write(farewell);
  void stopAll().then(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnRequest);
whenNpmIsGone(stopOnRequest);
// A terminal that was closed takes no more lines; that must not keep anything running.
process.stdout.on('error', () => {});

try {
  await start();
} catch (error) {
  await stopAll();
  exitWithProblem(error);
}
