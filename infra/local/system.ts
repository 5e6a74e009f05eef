import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { userRecordSchema } from '../../functions/adapters/dynamodb/settings.ts';
import type { StackOutputs } from './deploy.ts';
import { DUMMY_CREDENTIALS, type Emulator, REGION } from './emulator.ts';

/** A running local system, as written to .local/system.json for people, the CLI and the tests. */
export const localSystemSchema = z.strictObject({
  region: z.string(),
  /** Of every AWS service. */
  endpoint: z.url(),
  /** Of the HTTP API at the emulator: `<apiUrl>/api/…`. */
  apiUrl: z.url(),
  /** The same API on an address of our own: `<gatewayUrl>/api/…`; null where no gateway runs. */
  gatewayUrl: z.url().nullable(),
  /** Of the sign-in pages: `<signInPages>/oauth2/authorize`. */
  signInPages: z.url(),
  userPoolId: z.string(),
  /** The app's: code and PKCE by the pages, as on AWS. */
  clientId: z.string(),
  /** Of tests and shells: name and password. Not on AWS. */
  passwordClientId: z.string(),
  inboxBucket: z.string(),
  archiveBucket: z.string(),
  quarantineBucket: z.string(),
  documentsBucket: z.string(),
  packetsBucket: z.string(),
  handoverBucket: z.string(),
  credentialsBucket: z.string(),
  stateMachineArn: z.string(),
  sweepFunction: z.string(),
  tables: z.strictObject({
    work: z.string(),
    remittances: z.string(),
    settings: z.string(),
    access: z.string(),
    views: z.string(),
  }),
  queues: z.strictObject({
    ingest: z.url(),
    ingestFailures: z.url(),
    relayFailures: z.url(),
    sweepFailures: z.url(),
    simulation: z.url(),
    simulationFailures: z.url(),
    projectFailures: z.url(),
    intake: z.url(),
    intakeFailures: z.url(),
  }),
  logGroups: z.array(z.string()),
  users: z.array(
    z.strictObject({
      name: z.string(),
      password: z.string(),
      role: userRecordSchema.shape.role,
      practices: z.array(z.string()),
    }),
  ),
  /** Where the certificate of an emulator with TLS is; null with plain http. */
  certificate: z.string().nullable(),
  startedAt: z.iso.datetime(),
  pid: z.int(),
});
export type LocalSystem = z.infer<typeof localSystemSchema>;

/** The system that a deployment made, before anyone may sign in. */
export function systemOf(emulator: Emulator, outputs: StackOutputs): LocalSystem {
  const all: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(outputs));
  const output = (name: string): string => {
    const value = all[name];
    if (value === undefined) throw new Error(`The deployment has no output ${name}.`);
    return value;
  };
  return localSystemSchema.parse({
    region: REGION,
    endpoint: emulator.endpoint,
    apiUrl: `${emulator.endpoint}/_aws/execute-api/${output('apiId')}/$default`,
    gatewayUrl: null,
    // The emulator serves the pages of every pool itself; the domain of the output has no address here.
    signInPages: emulator.endpoint,
    userPoolId: output('userPoolId'),
    clientId: output('clientId'),
    passwordClientId: output('passwordClientId'),
    inboxBucket: output('inboxBucket'),
    archiveBucket: output('archiveBucket'),
    quarantineBucket: output('quarantineBucket'),
    documentsBucket: output('documentsBucket'),
    packetsBucket: output('packetsBucket'),
    handoverBucket: output('handoverBucket'),
    credentialsBucket: output('credentialsBucket'),
    stateMachineArn: output('stateMachine'),
    sweepFunction: output('sweepFunction'),
    tables: {
      work: output('workTable'),
      remittances: output('remittancesTable'),
      settings: output('settingsTable'),
      access: output('accessTable'),
      views: output('viewsTable'),
    },
    queues: {
      ingest: output('ingestQueue'),
      ingestFailures: output('ingestFailuresQueue'),
      relayFailures: output('relayFailuresQueue'),
      sweepFailures: output('sweepFailuresQueue'),
      simulation: output('simulationQueue'),
      simulationFailures: output('simulationFailuresQueue'),
      projectFailures: output('projectFailuresQueue'),
      intake: output('intakeQueue'),
      intakeFailures: output('intakeFailuresQueue'),
    },
    logGroups: Object.entries(all)
      .filter(([name]) => /Logs$/.test(name))
      .map(([, logGroup]) => logGroup)
      .sort(),
    users: [],
    certificate: emulator.clientEnvironment.NODE_EXTRA_CA_CERTS ?? null,
    startedAt: new Date().toISOString(),
    pid: process.pid,
  });
}

/** Settings of an AWS client for this system, and for no other. */
export function clientOf(system: { readonly endpoint: string; readonly region: string }) {
  return { endpoint: system.endpoint, region: system.region, credentials: DUMMY_CREDENTIALS };
}

export function writeSystem(file: string, system: LocalSystem): void {
  // Readable by its owner only: there are passwords in it, if only of made-up people.
  writeFileSync(file, `${JSON.stringify(system, null, 2)}\n`, { mode: 0o600 });
}

export function readSystem(file: string): LocalSystem {
  return localSystemSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The system that the file tells of, null where there is no file or it cannot be understood. */
export function findSystem(file: string): Pick<LocalSystem, 'endpoint' | 'pid'> | null {
  try {
    return localSystemSchema
      .pick({ endpoint: true, pid: true })
      .strip()
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

export function forgetSystem(file: string): void {
  rmSync(file, { force: true });
}
