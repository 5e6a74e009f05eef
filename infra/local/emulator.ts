import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { LOCAL_ACCOUNT } from '../config.ts';
import { LOCAL_FOLDER } from './paths.ts';
import { SetupProblem } from './problem.ts';
import { emulatorCommand } from './setup-emulator.ts';
import { serveSigningKeys } from './signing-keys.ts';

export const REGION = 'us-east-1';
/** The only credentials the local tools ever use. */
export const DUMMY_CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' } as const;

export interface EmulatorOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Check every call against the roles' policies; needs TLS, since the bucket policies refuse plain http. */
  readonly enforceIam?: boolean;
  /**
   * `fresh`: begins empty and keeps what it holds when it is stopped; `again`: goes on from that. Executions do not
   * outlive it: a restart fails every one. @default begins empty and keeps nothing
   */
  readonly state?: 'fresh' | 'again';
}

export interface Emulator {
  readonly endpoint: string;
  readonly port: number;
  readonly pid: number;
  /** What a client of this emulator needs in its environment: endpoint, dummy credentials, certificate. */
  readonly clientEnvironment: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly exited: Promise<void>;
  stop(): Promise<void>;
  /** At once and without waiting: for the last moment of a process. */
  kill(): void;
}

/**
 * Starts an empty emulator on loopback and waits until it answers.
 *
 * @throws {SetupProblem} when the port is taken or the emulator does not come up.
 */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const port = options.port === 0 ? await freePort() : options.port;
  await refuseTakenPort(port, 'OVERTURN_PORT');
  const folder = join(LOCAL_FOLDER, `emulator-${port}`);
  if (options.state === 'again') forgetStreamPositions(folder);
  else rmSync(folder, { recursive: true, force: true });
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  // The emulator's Lambda workers are CommonJS files in the temporary folder; ours says that .js is ESM.
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  const logFile = join(folder, 'emulator.log');
  const tls = options.enforceIam === true;
  const endpoint = `${tls ? 'https://localhost' : 'http://127.0.0.1'}:${port}`;
  const certificate = join(temporary, 'ministack-tls', 'server.crt');
  const clientEnvironment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: DUMMY_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: DUMMY_CREDENTIALS.secretAccessKey,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    ...(tls ? { NODE_EXTRA_CA_CERTS: certificate, AWS_CA_BUNDLE: certificate } : {}),
  };

  const keys = tls ? await serveSigningKeys(port) : undefined;
  const log = openSync(logFile, 'a');
  const child = spawn(emulatorCommand(), [], {
    cwd: folder,
    // A process group of its own: Ctrl+C in the terminal must not end it before we have said goodbye to it.
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      // Nothing of the caller's environment but where programs are: the Lambdas inherit all of this.
      PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(':'),
      HOME: folder,
      LANG: 'C.UTF-8',
      // The emulator keeps code and certificates in its temporary folder: one for each, so that two do not meet.
      TMPDIR: temporary,
      ...clientEnvironment,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      // What the functions may reach together (ingest 5, relay 1, sweep 1, workflow 12), and 11 for the API. Without a
      // limit the emulator forks one Node process per waiting event; below it, ingest would be throttled, and its
      // message come back only after the visibility timeout of 12 minutes.
      LAMBDA_ACCOUNT_CONCURRENCY: '30',
      ...(options.state === undefined ? {} : keptIn(folder)),
      ...(keys === undefined ? {} : { AUTH: 'true', USE_SSL: '1', http_proxy: keys.proxy }),
    },
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', () => {});
  void exited.then(() => keys?.close());
  const emulator: Emulator = {
    endpoint,
    port,
    pid: child.pid ?? 0,
    clientEnvironment,
    logFile,
    exited,
    stop: () => stopGroup(child, exited),
    kill: () => signalGroup(emulator.pid, 'SIGKILL'),
  };
  await waitUntilHealthy(emulator, child);
  // Other processes learn of the certificate by NODE_EXTRA_CA_CERTS, which this one has read already.
  if (tls) setDefaultCACertificates([...getCACertificates('default'), readFileSync(certificate, 'utf8')]);
  return emulator;
}

const stateFolder = (folder: string): string => join(folder, 'state');

function keptIn(folder: string): Readonly<Record<string, string>> {
  const objects = join(folder, 'objects');
  return { PERSIST_STATE: '1', STATE_DIR: stateFolder(folder), S3_PERSIST: '1', S3_DATA_DIR: objects };
}

/** It keeps how far streams were read, and not what is in them: what comes next would be passed over. */
function forgetStreamPositions(folder: string): void {
  const file = join(stateFolder(folder), 'lambda.json');
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  const positions = kept.payload?.dynamodb_stream_positions;
  if (positions?.data !== undefined) positions.data = Array.isArray(positions.data) ? [] : {};
  writeFileSync(file, JSON.stringify(kept));
}

/** Refuses everything that could be a real account: an endpoint off this machine, real keys, another account. */
export function refuseUnlessLocal(target: {
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly account: string;
}): void {
  const { hostname } = new URL(target.endpoint);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new SetupProblem(
      `The endpoint ${target.endpoint} is not on this machine.`,
      'The local tools only talk to 127.0.0.1. For AWS use cdk deploy (docs/guide/operator.md).',
    );
  }
  if (target.account !== LOCAL_ACCOUNT || target.accessKeyId !== DUMMY_CREDENTIALS.accessKeyId) {
    throw new SetupProblem(
      'These are not the dummy credentials and account of the emulator.',
      'The local tools never use real credentials. For AWS use cdk deploy (docs/guide/operator.md).',
    );
  }
}

/** Any port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** @throws {SetupProblem} naming the variable that chooses another port. */
export async function refuseTakenPort(port: number, variable: string): Promise<void> {
  if (await isFree(port)) return;
  let other = port + 100;
  while (other < 65_000 && !(await isFree(other))) other += 1;
  throw new SetupProblem(
    `Port ${port} on 127.0.0.1 is in use: another Overturn, or another program.`,
    `Stop it, or choose another port: ${variable}=${other} npm start`,
  );
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return free;
}

async function waitUntilHealthy(emulator: Emulator, child: ChildProcess): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (Date.now() < giveUpAt && child.exitCode === null && child.pid !== undefined) {
    if (await answers(emulator)) return;
    await sleep(100);
  }
  await emulator.stop();
  const lastLines = readFileSync(emulator.logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
  throw new SetupProblem(
    `The emulator did not come up on port ${emulator.port}.\n${lastLines}`,
    `Its log is ${emulator.logFile}. Deleting .local/venv installs it anew.`,
  );
}

async function answers(emulator: Emulator): Promise<boolean> {
  const { get } = await import(emulator.endpoint.startsWith('https') ? 'node:https' : 'node:http');
  return new Promise<boolean>((resolve) => {
    // The certificate is written while the emulator starts; being up is all that is asked here.
    get(
      `${emulator.endpoint}/_ministack/health`,
      { rejectUnauthorized: false },
      (response: import('node:http').IncomingMessage) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    ).on('error', () => resolve(false));
  });
}

/** SIGTERM, and after 5 seconds SIGKILL: a hung custom resource would keep the emulator for ever. */
async function stopGroup(child: ChildProcess, exited: Promise<void>): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child.pid, 'SIGTERM');
  await Promise.race([exited, sleep(5_000, undefined, { ref: false })]);
  // Also after a clean exit: workers of the Lambdas are in the same group.
  signalGroup(child.pid, 'SIGKILL');
  await exited;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already.
  }
}
