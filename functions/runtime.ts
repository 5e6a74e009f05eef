import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { bundledCasework } from './adapters/casework-bundled.ts';
import { layerChecker } from './adapters/check-rulebook.ts';
import { bundledClocks } from './adapters/clocks-bundled.ts';
import { bundledCodeWords } from './adapters/code-words.ts';
import { cognitoAddressees } from './adapters/cognito/addressees.ts';
import { cognitoSignIns } from './adapters/cognito/sign-ins.ts';
import { deliveryBy } from './adapters/delivery/delivery.ts';
import { sftpDrop } from './adapters/delivery/sftp-drop.ts';
import { dynamodbAccessLog } from './adapters/dynamodb/access-log.ts';
import { dynamodbAccounts } from './adapters/dynamodb/accounts.ts';
import { dynamodbChangesByDay } from './adapters/dynamodb/changes-by-day.ts';
import { dynamodbClaimStore } from './adapters/dynamodb/claim-store.ts';
import { documentClient } from './adapters/dynamodb/client.ts';
import { dynamodbCodingTables } from './adapters/dynamodb/coding-tables.ts';
import { dynamodbDailyRoots } from './adapters/dynamodb/daily-roots.ts';
import { dynamodbDenialStore } from './adapters/dynamodb/denial-store.ts';
import { dynamodbDigestLog } from './adapters/dynamodb/digests.ts';
import { dynamodbIdempotency } from './adapters/dynamodb/idempotency.ts';
import { dynamodbPartStore } from './adapters/dynamodb/part-store.ts';
import { dynamodbRecordSource } from './adapters/dynamodb/record-source.ts';
import { dynamodbRecountStore } from './adapters/dynamodb/recount-store.ts';
import { dynamodbRemittanceStore } from './adapters/dynamodb/remittance-store.ts';
import { dynamodbSavedViews } from './adapters/dynamodb/saved-views.ts';
import { dynamodbSettings } from './adapters/dynamodb/settings.ts';
import { dynamodbSettingsChanges } from './adapters/dynamodb/settings-changes.ts';
import { dynamodbViewStore } from './adapters/dynamodb/view-store.ts';
import { dynamodbWriteOffBatches } from './adapters/dynamodb/write-off-batches.ts';
import { documentCleaner } from './adapters/intake/document-cleaner.ts';
import { handlebarsLetters } from './adapters/letters/handlebars-letters.ts';
import { pdfLetterPrinter } from './adapters/letters/pdf-letter-printer.ts';
import { readTemplateFiles } from './adapters/letters/template-files.ts';
import { bundledLevels } from './adapters/levels-bundled.ts';
import { mayPass } from './adapters/may-pass.ts';
import { pdfPacketBinder } from './adapters/packets/pdf-packet-binder.ts';
import { bundledRulebookData } from './adapters/rulebook-bundled.ts';
import { rulebookInForce } from './adapters/rulebook-in-force.ts';
import { s3DocumentChecks } from './adapters/s3/document-checks.ts';
import { s3Client, s3ObjectStore } from './adapters/s3/object-store.ts';
import { s3SimulationStore } from './adapters/s3/simulation-store.ts';
import { s3Transfers } from './adapters/s3/transfers.ts';
import { sesMail } from './adapters/ses/mail.ts';
import { settingsReadOnce } from './adapters/settings-read-once.ts';
import { sfnWorkflow } from './adapters/sfn/workflow.ts';
import { sqsIngestQueue } from './adapters/sqs/ingest-queue.ts';
import { sqsSimulationQueue } from './adapters/sqs/simulation-queue.ts';
import { systemClock } from './adapters/system-clock.ts';
import { bundledWriteOffReasons } from './adapters/write-off-reasons-bundled.ts';
import { knownPayers } from './core/payer/registry.ts';
import type { ApiPorts } from './handlers/api/operation.ts';
import { assessBy } from './use-cases/assess-claim.ts';
import type { CheckPorts } from './use-cases/check-document.ts';
import type { DeliverPorts } from './use-cases/deliver-appeal.ts';
import type { DraftPorts } from './use-cases/draft-appeal.ts';
import type { RootPorts } from './use-cases/keep-daily-roots.ts';
import { PART_SIZE } from './use-cases/plan-parts.ts';
import type { ProjectPorts } from './use-cases/project-denials.ts';
import type { ReceiveDeps } from './use-cases/receive-file.ts';
import type { RecountPorts } from './use-cases/recount-clocks.ts';
import type { RelayPorts } from './use-cases/relay-outbox.ts';
import type { routeDenial } from './use-cases/route-denial.ts';
import type { RunSimulationPorts } from './use-cases/run-simulation.ts';
import type { DigestPorts } from './use-cases/send-digests.ts';
import type { SweepPorts } from './use-cases/sweep-denials.ts';

/**
 * The one composition root and the one reader of the environment. Each factory reads the variables that its handler
 * was given, and no others; clients are made once per process, settings are read once at every call.
 */
const name = z.string().min(1);

const environmentSchema = z.object({
  WORK_TABLE: name,
  REMITTANCES_TABLE: name,
  SETTINGS_TABLE: name,
  ACCESS_TABLE: name,
  VIEWS_TABLE: name,
  INBOX_BUCKET: name,
  ARCHIVE_BUCKET: name,
  QUARANTINE_BUCKET: name,
  DOCUMENTS_BUCKET: name,
  PACKETS_BUCKET: name,
  HANDOVER_BUCKET: name,
  CREDENTIALS_BUCKET: name,
  AUDIT_BUCKET: name,
  INGEST_QUEUE_URL: name,
  SIMULATION_QUEUE_URL: name,
  STATE_MACHINE_ARN: name,
  USER_POOL_ID: name,
  DIGEST_SENDER: name,
  DIGEST_FROM_HOUR: name,
  APP_URL: name,
});
type Variable = keyof z.infer<typeof environmentSchema>;

/** The named variables; a missing one stops the function at its first call, by name. */
function environment<V extends Variable>(...variables: readonly V[]): Readonly<Record<V, string>> {
  const wanted = Object.fromEntries(variables.map((variable) => [variable, true]));
  return environmentSchema.pick(wanted as Record<Variable, true>).parse(process.env) as Record<V, string>;
}

/** Made at the first call and kept for the life of the process. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const database = once(documentClient);
// Bucket host names need DNS that only AWS has.
const storage = once(() => s3Client(process.env.AWS_ENDPOINT_URL !== undefined));
const queues = once(() => new SQSClient({}));
const machines = once(() => new SFNClient({}));
const rulebook = rulebookInForce();
const clocks = once(bundledClocks);
const levels = once(bundledLevels);
const casework = once(bundledCasework);
const writeOffReasons = once(bundledWriteOffReasons);
const words = once(bundledCodeWords);
const templates = once(() => readTemplateFiles(folderOf('templates')));
const letters = once(() => handlebarsLetters(templates()));
// Pure: functions that print no letter leave a megabyte of pdfkit out of their bundles.
const printer = /* @__PURE__ */ once(() => pdfLetterPrinter(folderOf('fonts')));
const checkLayer = once(() => layerChecker(templates().templates));
const mails = once(() => new SESv2Client({}));
const signIns = once(() => new CognitoIdentityProviderClient({}));

/** Beside the bundle in a Lambda, at the top of the repository otherwise. */
function folderOf(name: 'templates' | 'fonts'): string {
  const beside = join(import.meta.dirname, name);
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', name);
}

export async function ingestRuntime(timeLeftMs: () => number): Promise<ReceiveDeps> {
  const env = environment(
    'WORK_TABLE',
    'REMITTANCES_TABLE',
    'SETTINGS_TABLE',
    'INBOX_BUCKET',
    'ARCHIVE_BUCKET',
    'QUARANTINE_BUCKET',
    'INGEST_QUEUE_URL',
  );
  const { timeZone, payers, ruleLayer } = await dynamodbSettings(
    database(),
    env.SETTINGS_TABLE,
  ).organisation();
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: env.REMITTANCES_TABLE }),
    remittances: dynamodbRemittanceStore(database(), env.REMITTANCES_TABLE),
    claims: dynamodbClaimStore(database(), env.REMITTANCES_TABLE),
    objects: s3ObjectStore(storage(), {
      inbox: env.INBOX_BUCKET,
      archive: env.ARCHIVE_BUCKET,
      quarantine: env.QUARANTINE_BUCKET,
    }),
    parts: dynamodbPartStore(database(), env.REMITTANCES_TABLE),
    queue: sqsIngestQueue(queues(), env.INGEST_QUEUE_URL),
    assess: assessBy({
      rulebook: rulebook(ruleLayer),
      clocks: clocks(),
      payers: knownPayers(payers),
      today: systemClock(timeZone).today,
    }),
    clocks: clocks(),
    levels: levels(),
    clock: systemClock(timeZone),
    timeLeftMs,
    partSize: PART_SIZE,
    mayPass,
  };
}

export function relayRuntime(): RelayPorts {
  const env = environment('WORK_TABLE', 'STATE_MACHINE_ARN');
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: null }),
    workflow: sfnWorkflow(machines(), env.STATE_MACHINE_ARN),
    // The relay only notes instants; no day depends on it.
    clock: systemClock('UTC'),
  };
}

export async function enterRuntime(): Promise<Parameters<typeof routeDenial>[1]> {
  const env = environment('WORK_TABLE', 'SETTINGS_TABLE');
  const settings = settingsReadOnce(dynamodbSettings(database(), env.SETTINGS_TABLE));
  const { timeZone } = await settings.organisation();
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: null }),
    settings,
    clock: systemClock(timeZone),
  };
}

export async function sweepRuntime(timeLeftMs: () => number): Promise<SweepPorts & RecountPorts & RootPorts> {
  const env = environment(
    'WORK_TABLE',
    'REMITTANCES_TABLE',
    'SETTINGS_TABLE',
    'AUDIT_BUCKET',
    'STATE_MACHINE_ARN',
  );
  const changes = dynamodbSettingsChanges(database(), env.SETTINGS_TABLE);
  const { timeZone } = (await changes.inForce()).settings;
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: null }),
    remittances: dynamodbRemittanceStore(database(), env.REMITTANCES_TABLE),
    changes,
    recounts: dynamodbRecountStore(database(), env.WORK_TABLE),
    clocks: clocks(),
    workflow: sfnWorkflow(machines(), env.STATE_MACHINE_ARN),
    changesByDay: dynamodbChangesByDay(database(), env.WORK_TABLE),
    roots: dynamodbDailyRoots(database(), env.WORK_TABLE),
    objects: s3ObjectStore(storage(), { audit: env.AUDIT_BUCKET }),
    clock: systemClock(timeZone),
    timeZone,
    timeLeftMs,
  };
}

export async function digestRuntime(timeLeftMs: () => number): Promise<DigestPorts> {
  const env = environment(
    'WORK_TABLE',
    'REMITTANCES_TABLE',
    'SETTINGS_TABLE',
    'VIEWS_TABLE',
    'USER_POOL_ID',
    'DIGEST_SENDER',
    'DIGEST_FROM_HOUR',
    'APP_URL',
  );
  const settings = dynamodbSettings(database(), env.SETTINGS_TABLE);
  const { timeZone } = await settings.organisation();
  return {
    mail: sesMail(mails(), env.DIGEST_SENDER),
    digests: dynamodbDigestLog(database(), env.WORK_TABLE),
    addressees: cognitoAddressees(signIns(), env.USER_POOL_ID),
    settings,
    views: dynamodbViewStore(database(), env.VIEWS_TABLE),
    remittances: dynamodbRemittanceStore(database(), env.REMITTANCES_TABLE),
    clock: systemClock(timeZone),
    appUrl: env.APP_URL,
    fromHour: Number(env.DIGEST_FROM_HOUR),
    timeLeftMs,
  };
}

export async function draftRuntime(): Promise<DraftPorts> {
  const env = environment(
    'WORK_TABLE',
    'REMITTANCES_TABLE',
    'SETTINGS_TABLE',
    'DOCUMENTS_BUCKET',
    'PACKETS_BUCKET',
  );
  const settings = settingsReadOnce(dynamodbSettings(database(), env.SETTINGS_TABLE));
  const { timeZone, templates: ownTemplates } = await settings.organisation();
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: null }),
    remittances: dynamodbRemittanceStore(database(), env.REMITTANCES_TABLE),
    claims: dynamodbClaimStore(database(), env.REMITTANCES_TABLE),
    settings,
    objects: s3ObjectStore(storage(), { packets: env.PACKETS_BUCKET, documents: env.DOCUMENTS_BUCKET }),
    letters: letters().withOwn(ownTemplates ?? []),
    printer: printer(),
    binder: pdfPacketBinder,
    words: words(),
    levels: levels(),
    clock: systemClock(timeZone),
  };
}

export async function deliverRuntime(): Promise<DeliverPorts> {
  const env = environment(
    'WORK_TABLE',
    'REMITTANCES_TABLE',
    'SETTINGS_TABLE',
    'PACKETS_BUCKET',
    'HANDOVER_BUCKET',
    'CREDENTIALS_BUCKET',
  );
  const settings = settingsReadOnce(dynamodbSettings(database(), env.SETTINGS_TABLE));
  const { timeZone, templates: ownTemplates } = await settings.organisation();
  const objects = s3ObjectStore(storage(), {
    packets: env.PACKETS_BUCKET,
    handover: env.HANDOVER_BUCKET,
    credentials: env.CREDENTIALS_BUCKET,
  });
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: null }),
    remittances: dynamodbRemittanceStore(database(), env.REMITTANCES_TABLE),
    claims: dynamodbClaimStore(database(), env.REMITTANCES_TABLE),
    settings,
    objects,
    letters: letters().withOwn(ownTemplates ?? []),
    words: words(),
    levels: levels(),
    delivery: deliveryBy(objects, sftpDrop(objects, { loginMs: 20_000, wholeMs: 240_000 })),
    clock: systemClock(timeZone),
  };
}

export function intakeRuntime(): CheckPorts {
  const env = environment('DOCUMENTS_BUCKET');
  return {
    objects: s3ObjectStore(storage(), { documents: env.DOCUMENTS_BUCKET }),
    checks: s3DocumentChecks(storage(), env.DOCUMENTS_BUCKET),
    cleaner: documentCleaner,
    // A check only notes instants; no day depends on it.
    clock: systemClock('UTC'),
  };
}

export function simulateRuntime(timeLeftMs: () => number): RunSimulationPorts {
  const env = environment('ARCHIVE_BUCKET', 'SIMULATION_QUEUE_URL');
  return {
    simulations: s3SimulationStore(storage(), env.ARCHIVE_BUCKET),
    simulationQueue: sqsSimulationQueue(queues(), env.SIMULATION_QUEUE_URL),
    release: bundledRulebookData().rulebook.version,
    compile: (layer) => rulebook(layer ?? undefined),
    clocks: clocks(),
    timeLeftMs,
  };
}

export function projectRuntime(): ProjectPorts {
  const env = environment('WORK_TABLE', 'VIEWS_TABLE');
  return {
    records: dynamodbRecordSource(database(), env.WORK_TABLE),
    views: dynamodbViewStore(database(), env.VIEWS_TABLE),
    // The feed only notes instants; no day depends on it.
    clock: systemClock('UTC'),
  };
}

export async function apiRuntime(): Promise<ApiPorts> {
  const env = environment(
    'WORK_TABLE',
    'REMITTANCES_TABLE',
    'SETTINGS_TABLE',
    'ACCESS_TABLE',
    'VIEWS_TABLE',
    'PACKETS_BUCKET',
    'HANDOVER_BUCKET',
    'AUDIT_BUCKET',
    'ARCHIVE_BUCKET',
    'INBOX_BUCKET',
    'DOCUMENTS_BUCKET',
    'USER_POOL_ID',
    'SIMULATION_QUEUE_URL',
    'INGEST_QUEUE_URL',
  );
  const settings = settingsReadOnce(dynamodbSettings(database(), env.SETTINGS_TABLE));
  const { timeZone, templates: ownTemplates } = await settings.organisation();
  return {
    denials: dynamodbDenialStore(database(), { work: env.WORK_TABLE, remittances: null }),
    remittances: dynamodbRemittanceStore(database(), env.REMITTANCES_TABLE),
    claims: dynamodbClaimStore(database(), env.REMITTANCES_TABLE),
    settings,
    objects: s3ObjectStore(storage(), {
      packets: env.PACKETS_BUCKET,
      handover: env.HANDOVER_BUCKET,
      audit: env.AUDIT_BUCKET,
      archive: env.ARCHIVE_BUCKET,
      documents: env.DOCUMENTS_BUCKET,
    }),
    documentChecks: s3DocumentChecks(storage(), env.DOCUMENTS_BUCKET),
    transfers: s3Transfers(storage(), {
      inbox: env.INBOX_BUCKET,
      documents: env.DOCUMENTS_BUCKET,
      packets: env.PACKETS_BUCKET,
      handover: env.HANDOVER_BUCKET,
    }),
    changes: dynamodbSettingsChanges(database(), env.SETTINGS_TABLE),
    simulations: s3SimulationStore(storage(), env.ARCHIVE_BUCKET),
    simulationQueue: sqsSimulationQueue(queues(), env.SIMULATION_QUEUE_URL),
    checkLayer: (written) => checkLayer()(written),
    release: bundledRulebookData().rulebook.version,
    accounts: dynamodbAccounts(database(), env.SETTINGS_TABLE),
    signIns: cognitoSignIns(signIns(), env.USER_POOL_ID),
    letters: letters().withOwn(ownTemplates ?? []),
    printer: printer(),
    binder: pdfPacketBinder,
    words: words(),
    clocks: clocks(),
    rulebook,
    levels: levels(),
    casework: casework(),
    writeOffReasons: writeOffReasons(),
    writeOffBatches: dynamodbWriteOffBatches(database(), env.WORK_TABLE),
    codingTables: dynamodbCodingTables(database(), env.SETTINGS_TABLE),
    changesByDay: dynamodbChangesByDay(database(), env.WORK_TABLE),
    roots: dynamodbDailyRoots(database(), env.WORK_TABLE),
    access: dynamodbAccessLog(database(), env.ACCESS_TABLE),
    idempotency: dynamodbIdempotency(database(), env.WORK_TABLE),
    ingestQueue: sqsIngestQueue(queues(), env.INGEST_QUEUE_URL),
    views: dynamodbViewStore(database(), env.VIEWS_TABLE),
    savedViews: dynamodbSavedViews(database(), env.SETTINGS_TABLE),
    clock: systemClock(timeZone),
  };
}
