import { historyMarkOf } from '../core/history/history-mark.ts';
import type { ReadingNotice } from '../core/remittance/remittance.ts';
import type { CalendarDate } from '../core/time/calendar-date.ts';
import type { IngestQueue } from '../ports/inbox.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { LedgerFile, LedgerRemittance } from '../ports/remittance-store.ts';
import { type ClaimInspection, inspectClaims } from './inspect-claims.ts';
import { type Inspection, inspectFile } from './inspect-file.ts';
import { type LoadClaimsDeps, loadClaims } from './load-claims.ts';
import { firstOfEach, type LoadDeps, loadRemittances, type Place } from './load-remittance.ts';

export interface ReceiveDeps extends LoadDeps, LoadClaimsDeps {
  readonly objects: ObjectStore;
  readonly queue: IngestQueue;
  /** Whether a failure may be gone at the next try. */
  readonly mayPass: (failure: unknown) => boolean;
}

export type ReceiveResult =
  | {
      readonly kind: 'loaded' | 'loaded_with_exceptions' | 'quarantined' | 'not_read_yet' | 'duplicate';
      readonly file: LedgerFile;
    }
  /** A failure that every try would meet: the file is kept in quarantine and a person is told. */
  | { readonly kind: 'set_aside'; readonly file: LedgerFile; readonly failure: unknown }
  /** The same object version again, or a load that another message has finished: nothing to do. */
  | { readonly kind: 'done_before'; readonly fileSha256: string }
  /** Time is up: a message that goes on has been sent. */
  | { readonly kind: 'continued'; readonly fileSha256: string };

const START: Place = { transaction: 1, claim: 1 };

/** Everything that the first pass finds: remittances, and where there are others, claims and acknowledgements. */
interface WholeInspection extends Inspection {
  readonly submissions: ClaimInspection;
}

/** Where a load begins or goes on. */
type From = Place & { readonly part?: 'claims' | undefined };

/** Takes a file from the inbox: inspects it, registers it by its content, archives it and loads what is whole. */
export async function receiveFile(object: ObjectVersion, deps: ReceiveDeps): Promise<ReceiveResult> {
  const inspection = await inspect(object, deps);
  const arrived = newLedgerFile(object, inspection, deps.clock);
  const registered = await deps.remittances.registerFile(arrived);
  if (registered === 'new') return settleOrSetAside(arrived, inspection, START, deps);

  const { known } = registered;
  const isCopy = known.objectKey !== object.key || known.objectVersionId !== object.versionId;
  if (isCopy) await deps.remittances.recordCopy(asDuplicate(arrived, known));
  // A load that was cut off is picked up by whoever brings the bytes again.
  if (known.status === 'reading') return settleOrSetAside(known, inspection, START, deps);
  return isCopy
    ? { kind: 'duplicate', file: asDuplicate(arrived, known) }
    : { kind: 'done_before', fileSha256: known.fileSha256 };
}

/** Goes on with a load that ran out of time, from the very object version it began with. */
export async function continueFile(
  message: { readonly fileSha256: string } & From,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  const file = await deps.remittances.readFile(message.fileSha256);
  if (file === null) throw new UnknownFileError();
  if (file.status !== 'reading') return { kind: 'done_before', fileSha256: file.fileSha256 };
  const inspection = await inspect(inboxObject(file), deps);
  return settleOrSetAside(file, inspection, message, deps);
}

/** Remittances first; the second reading is only for files that hold something else. */
async function inspect(object: ObjectVersion, { objects }: ReceiveDeps): Promise<WholeInspection> {
  const inspection = await inspectFile(await objects.stream(object));
  if (inspection.otherTransactions === 0) return { ...inspection, submissions: NO_SUBMISSIONS };
  const submissions = await inspectClaims(await objects.stream(object));
  return {
    ...inspection,
    submissions,
    exceptions: [...inspection.exceptions, ...submissions.exceptions],
    warnings: [...inspection.warnings, ...submissions.warnings],
  };
}

const NO_SUBMISSIONS: ClaimInspection = {
  transactions: [],
  otherTransactions: 0,
  exceptions: [],
  warnings: [],
};

/** No file stays "being read" for ever: what no further try can mend is set aside with its reason. */
async function settleOrSetAside(
  file: LedgerFile,
  inspection: WholeInspection,
  from: From,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  try {
    return await settle(file, inspection, from, deps);
  } catch (failure) {
    if (deps.mayPass(failure)) throw failure;
    await deps.objects.copy(inboxObject(file), { bucket: 'quarantine', key: file.fileSha256 });
    const notice = {
      ...PROCESSING_FAILED,
      transaction: null,
      ordinal: null,
      segment: null,
      byteOffset: null,
    };
    const setAside: LedgerFile = {
      ...file,
      status: 'quarantined',
      statusReason: notice.message,
      exceptions: [...file.exceptions, notice],
    };
    await deps.remittances.updateFile(setAside);
    return { kind: 'set_aside', file: setAside, failure };
  }
}

async function settle(
  file: LedgerFile,
  inspection: WholeInspection,
  from: From,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  const { objects, remittances, queue } = deps;
  const { fileSha256 } = file;
  const object = inboxObject(file);
  const hasRemittances = inspection.transactions.length > 0;
  const hasSubmissions = inspection.submissions.transactions.length > 0;

  if (hasRemittances && from.part !== 'claims') {
    const { historyBefore } = file;
    const load = { ...deps, historyBefore };
    const result = await loadRemittances(await objects.stream(object), inspection, from, load);
    if (result.kind === 'out_of_time') {
      await queue.continueLoad({ fileSha256, ...result.goOnAt });
      return { kind: 'continued', fileSha256 };
    }
  }
  let sent = { claims: 0, acknowledgements: 0 };
  if (hasSubmissions) {
    const { transactions } = inspection.submissions;
    const place = from.part === 'claims' ? from : START;
    const result = await loadClaims(await objects.stream(object), { fileSha256, transactions }, place, deps);
    if (result.kind === 'out_of_time') {
      await queue.continueLoad({ fileSha256, part: 'claims', ...result.goOnAt });
      return { kind: 'continued', fileSha256 };
    }
    sent = result;
  }
  // Keys are hashes: a file's own name may name a patient.
  const key = fileSha256;
  const isKnownKind = hasRemittances || hasSubmissions || isNotReadYet(inspection);
  if (isKnownKind) await objects.copy(object, { bucket: 'archive', key });
  if (inspection.exceptions.length > 0) await objects.copy(object, { bucket: 'quarantine', key });

  const isReadable = hasRemittances || hasSubmissions;
  const settled: LedgerFile = {
    ...file,
    ...(isReadable ? await outcomeOfLoad(file, inspection, sent, deps) : outcomeOfUnread(inspection)),
    archiveKey: isKnownKind ? key : null,
  };
  await remittances.updateFile(settled);
  return { kind: settled.status as Exclude<LedgerFile['status'], 'reading'>, file: settled };
}

function isNotReadYet({ submissions, exceptions }: WholeInspection): boolean {
  return submissions.otherTransactions > 0 && exceptions.length === 0;
}

function outcomeOfUnread(inspection: WholeInspection): Pick<LedgerFile, 'status' | 'statusReason'> {
  if (isNotReadYet(inspection)) {
    return {
      status: 'not_read_yet',
      statusReason: `Archived, but not read: ${inspection.warnings[0]?.message ?? 'it holds no remittance and no claim.'}`,
    };
  }
  return {
    status: 'quarantined',
    statusReason: inspection.exceptions[0]?.message ?? 'There is no remittance in this file.',
  };
}

type Outcome = Omit<
  LedgerFile,
  'fileSha256' | 'bucket' | 'objectKey' | 'objectVersionId' | 'byteLength' | 'receivedAt' | 'archiveKey'
>;

async function outcomeOfLoad(
  file: LedgerFile,
  inspection: WholeInspection,
  sent: { readonly claims: number; readonly acknowledgements: number },
  deps: LoadDeps,
): Promise<Outcome> {
  const { own, conflicts, flags } = await standingOfRemittances(file, inspection, deps);
  const sum = (of: (remittance: LedgerRemittance) => number) => own.reduce((total, r) => total + of(r), 0);
  const counts = {
    remittances: own.length,
    claims: sum((r) => r.storedClaims),
    denials: sum((r) => r.denials),
    deniedCents: sum((r) => r.deniedCents),
    claimsSent: sent.claims,
    acknowledgements: sent.acknowledgements,
  };
  const exceptions = [...inspection.exceptions, ...conflicts];
  const repeats = inspection.transactions.length - own.length - conflicts.length;
  const isNew = own.length + sent.claims + sent.acknowledgements > 0;
  return {
    ...counts,
    exceptions,
    warnings: [...inspection.warnings, ...flags, ...noticesOfMark(file)],
    status: exceptions.length > 0 ? 'loaded_with_exceptions' : isNew ? 'loaded' : 'duplicate',
    statusReason: [
      isNew && `Loaded${file.historyBefore === undefined ? '' : ' as history'}: ${loadedInWords(counts)}.`,
      repeats > 0 && `Loaded once already, and not again: ${counted(repeats, 'remittance')}.`,
      conflicts.length > 0 && `Held for a person to compare: ${counted(conflicts.length, 'remittance')}.`,
      inspection.exceptions.length > 0 &&
        `Not read: ${counted(inspection.exceptions.length, 'part')}. ${inspection.exceptions[0]?.message}`,
    ]
      .filter((sentence) => sentence !== false)
      .join(' '),
  };
}

function loadedInWords(
  counts: Pick<Outcome, 'remittances' | 'claims' | 'denials' | 'claimsSent' | 'acknowledgements'>,
) {
  const { remittances, claims, denials, claimsSent, acknowledgements } = counts;
  return [
    remittances > 0 &&
      `${counted(remittances, 'remittance')}, ${counted(claims, 'claim')}, ${counted(denials, 'denial')}`,
    claimsSent > 0 && `${counted(claimsSent, 'claim')} as sent`,
    acknowledgements > 0 && counted(acknowledgements, 'acknowledgement'),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** The remittances of the file as the ledger has them now: its own, those in conflict, and what to flag. */
async function standingOfRemittances(file: LedgerFile, inspection: Inspection, deps: LoadDeps) {
  const own: LedgerRemittance[] = [];
  const conflicts: ReadingNotice[] = [];
  const flags: ReadingNotice[] = [];
  for (const { header, trailer } of firstOfEach(inspection.transactions)) {
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
  return { own, conflicts, flags };
}

const PROCESSING_FAILED = {
  code: 'processing_failed',
  message:
    'This file could not be loaded to its end, and another try would fail alike. It is kept, part of it may be loaded; tell the operator of the system.',
};
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

const UNREADABLE_MARK = {
  code: 'unreadable_history_mark',
  message:
    'The folder history/before-… names no day of the calendar. The day on which the file came stands in for it: write history/before-yyyy-mm-dd/.',
};

/** Told once it is loaded, not only in a log. */
function noticesOfMark({ objectKey, historyBefore }: LedgerFile): readonly ReadingNotice[] {
  if (historyBefore === undefined) return [];
  const { kind } = historyMarkOf(objectKey, historyBefore as CalendarDate);
  const nowhere = { transaction: null, ordinal: null, segment: null, byteOffset: null };
  return kind === 'unreadable' ? [{ ...UNREADABLE_MARK, ...nowhere }] : [];
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function newLedgerFile(
  object: ObjectVersion,
  inspection: Inspection,
  clock: ReceiveDeps['clock'],
): LedgerFile {
  const mark = historyMarkOf(object.key, clock.today() as CalendarDate);
  return {
    fileSha256: inspection.fileSha256,
    bucket: object.bucket,
    objectKey: object.key,
    objectVersionId: object.versionId,
    byteLength: inspection.byteLength,
    receivedAt: clock.now(),
    status: 'reading',
    statusReason: 'Being read.',
    archiveKey: null,
    exceptions: inspection.exceptions,
    warnings: inspection.warnings,
    ...(mark.kind !== 'none' && { historyBefore: mark.before }),
    remittances: 0,
    claims: 0,
    denials: 0,
    deniedCents: 0,
    claimsSent: 0,
    acknowledgements: 0,
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
