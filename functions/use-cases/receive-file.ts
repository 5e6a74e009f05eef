import type { ReadingNotice } from '../core/remittance/remittance.ts';
import type { IngestQueue } from '../ports/inbox.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { LedgerFile, LedgerRemittance } from '../ports/remittance-store.ts';
import { type Inspection, inspectFile } from './inspect-file.ts';
import { firstOfEach, type LoadDeps, loadRemittances, type Place } from './load-remittance.ts';

export interface ReceiveDeps extends LoadDeps {
  readonly objects: ObjectStore;
  readonly queue: IngestQueue;
}

export type ReceiveResult =
  | {
      readonly kind: 'loaded' | 'loaded_with_exceptions' | 'quarantined' | 'not_read_yet' | 'duplicate';
      readonly file: LedgerFile;
    }
  /** The same object version again, or a load that another message has finished: nothing to do. */
  | { readonly kind: 'done_before'; readonly fileSha256: string }
  /** Time is up: a message that goes on has been sent. */
  | { readonly kind: 'continued'; readonly fileSha256: string };

const START: Place = { transaction: 1, claim: 1 };

/** Takes a file from the inbox: inspects it, registers it by its content, archives it and loads what is whole. */
export async function receiveFile(object: ObjectVersion, deps: ReceiveDeps): Promise<ReceiveResult> {
  const inspection = await inspectFile(await deps.objects.stream(object));
  const arrived = newLedgerFile(object, inspection, deps.clock.now());
  const registered = await deps.remittances.registerFile(arrived);
  if (registered === 'new') return settle(arrived, inspection, START, deps);

  const { known } = registered;
  const isCopy = known.objectKey !== object.key || known.objectVersionId !== object.versionId;
  if (isCopy) await deps.remittances.recordCopy(asDuplicate(arrived, known));
  // A load that was cut off is picked up by whoever brings the bytes again.
  if (known.status === 'reading') return settle(known, inspection, START, deps);
  return isCopy
    ? { kind: 'duplicate', file: asDuplicate(arrived, known) }
    : { kind: 'done_before', fileSha256: known.fileSha256 };
}

/** Goes on with a load that ran out of time, from the very object version it began with. */
export async function continueFile(
  message: { readonly fileSha256: string } & Place,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  const file = await deps.remittances.readFile(message.fileSha256);
  if (file === null) throw new UnknownFileError();
  if (file.status !== 'reading') return { kind: 'done_before', fileSha256: file.fileSha256 };
  const inspection = await inspectFile(await deps.objects.stream(inboxObject(file)));
  return settle(file, inspection, message, deps);
}

async function settle(
  file: LedgerFile,
  inspection: Inspection,
  from: Place,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  const { objects, remittances, queue } = deps;
  const object = inboxObject(file);
  const isReadable = inspection.transactions.length > 0;

  if (isReadable) {
    const result = await loadRemittances(await objects.stream(object), inspection, from, deps);
    if (result.kind === 'out_of_time') {
      await queue.continueLoad({ fileSha256: file.fileSha256, ...result.goOnAt });
      return { kind: 'continued', fileSha256: file.fileSha256 };
    }
  }
  // Keys are hashes: a file's own name may name a patient.
  const key = file.fileSha256;
  const isKnownKind = isReadable || isNotReadYet(inspection);
  if (isKnownKind) await objects.copy(object, { bucket: 'archive', key });
  if (inspection.exceptions.length > 0) await objects.copy(object, { bucket: 'quarantine', key });

  const settled: LedgerFile = {
    ...file,
    ...(isReadable ? await outcomeOfLoad(file, inspection, deps) : outcomeOfUnread(inspection)),
    archiveKey: isKnownKind ? key : null,
  };
  await remittances.updateFile(settled);
  return { kind: settled.status as Exclude<LedgerFile['status'], 'reading'>, file: settled };
}

function isNotReadYet({ transactions, otherTransactions, exceptions }: Inspection): boolean {
  return transactions.length === 0 && otherTransactions > 0 && exceptions.length === 0;
}

function outcomeOfUnread(inspection: Inspection): Pick<LedgerFile, 'status' | 'statusReason'> {
  if (isNotReadYet(inspection)) {
    return {
      status: 'not_read_yet',
      statusReason: 'Claims and acknowledgements are archived, but not read yet.',
    };
  }
  return {
    status: 'quarantined',
    statusReason: inspection.exceptions[0]?.message ?? 'There is no remittance in this file.',
  };
}

type Outcome = Pick<
  LedgerFile,
  'status' | 'statusReason' | 'exceptions' | 'warnings' | 'remittances' | 'claims' | 'denials' | 'deniedCents'
>;

async function outcomeOfLoad(file: LedgerFile, inspection: Inspection, deps: LoadDeps): Promise<Outcome> {
  const distinct = firstOfEach(inspection.transactions);
  const own: LedgerRemittance[] = [];
  const conflicts: ReadingNotice[] = [];
  const flags: ReadingNotice[] = [];
  for (const { header, trailer } of distinct) {
    const remittance = await deps.remittances.readRemittance(trailer.remittanceId);
    // A repeat of another file's remittance counts there.
    if (remittance === null || remittance.fileSha256 !== file.fileSha256) continue;
    const at = { transaction: header.transaction, ordinal: header.ordinal, segment: null, byteOffset: null };
    if (remittance.status === 'conflict') conflicts.push({ ...at, ...CONFLICT });
    else own.push(remittance);
    if (remittance.status === 'loaded' && remittance.sharesIdentityWith !== null) {
      flags.push({ ...at, ...SHARED_IDENTITY });
    }
  }
  const sum = (of: (remittance: LedgerRemittance) => number) => own.reduce((total, r) => total + of(r), 0);
  const counts = {
    remittances: own.length,
    claims: sum((r) => r.storedClaims),
    denials: sum((r) => r.denials),
    deniedCents: sum((r) => r.deniedCents),
  };
  const exceptions = [...inspection.exceptions, ...conflicts];
  const repeats = inspection.transactions.length - own.length - conflicts.length;
  return {
    ...counts,
    exceptions,
    warnings: [...inspection.warnings, ...flags],
    status: exceptions.length > 0 ? 'loaded_with_exceptions' : own.length === 0 ? 'duplicate' : 'loaded',
    statusReason: [
      counts.remittances > 0 &&
        `Loaded: ${counted(counts.remittances, 'remittance')}, ${counted(counts.claims, 'claim')}, ${counted(counts.denials, 'denial')}.`,
      repeats > 0 && `Loaded once already, and not again: ${counted(repeats, 'remittance')}.`,
      conflicts.length > 0 && `Held for a person to compare: ${counted(conflicts.length, 'remittance')}.`,
      inspection.exceptions.length > 0 &&
        `Not read: ${counted(inspection.exceptions.length, 'part')}. ${inspection.exceptions[0]?.message}`,
    ]
      .filter((sentence) => sentence !== false)
      .join(' '),
  };
}

const CONFLICT = {
  code: 'identity_conflict',
  message:
    'Another remittance with the same payer, payee, trace number, date and amount was loaded before, with other content. This one is held until a person has compared the two.',
};
const SHARED_IDENTITY = {
  code: 'shared_identity',
  message:
    'Another remittance without payment carries the same payer, payee, trace number and date. Both are loaded.',
};

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function newLedgerFile(object: ObjectVersion, inspection: Inspection, receivedAt: string): LedgerFile {
  return {
    fileSha256: inspection.fileSha256,
    bucket: object.bucket,
    objectKey: object.key,
    objectVersionId: object.versionId,
    byteLength: inspection.byteLength,
    receivedAt,
    status: 'reading',
    statusReason: 'Being read.',
    archiveKey: null,
    exceptions: inspection.exceptions,
    warnings: inspection.warnings,
    remittances: 0,
    claims: 0,
    denials: 0,
    deniedCents: 0,
  };
}

function asDuplicate(arrived: LedgerFile, known: LedgerFile): LedgerFile {
  return {
    ...arrived,
    status: 'duplicate',
    statusReason: `The same file came before, on ${known.receivedAt.slice(0, 10)}. Nothing was loaded twice.`,
    archiveKey: known.archiveKey,
  };
}

function inboxObject(file: LedgerFile): ObjectVersion {
  return { bucket: 'inbox', key: file.objectKey, versionId: file.objectVersionId };
}

/** A message goes on with a file that the ledger does not know. */
export class UnknownFileError extends Error {
  override readonly name = 'UnknownFileError';
  readonly code = 'DEN-1001';
  constructor() {
    super('The ledger has no such file.');
  }
}
