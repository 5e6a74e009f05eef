import { historyMarkOf } from '../core/history/history-mark.ts';
import { datedAheadNotice } from '../core/remittance/dated-ahead.ts';
import type { CalendarDate } from '../core/time/calendar-date.ts';
import type { IngestQueue, LoadMessage } from '../ports/inbox.ts';
import type { ObjectVersion } from '../ports/object-store.ts';
import type { FilePart, LoadPlan, PartOutcome, PartStore } from '../ports/part-store.ts';
import type { LedgerFile } from '../ports/remittance-store.ts';
import { finishFile, finishUnread, objectOf } from './finish-file.ts';
import { finishShared } from './finish-remittance.ts';
import { type ClaimInspection, inspectClaims } from './inspect-claims.ts';
import { fileNotice, type Inspection, inspectFile } from './inspect-file.ts';
import { type LoadPartDeps, loadPart, startOf } from './load-part.ts';
import { type PartSize, planParts } from './plan-parts.ts';

export interface ReceiveDeps extends LoadPartDeps {
  readonly parts: PartStore;
  readonly queue: IngestQueue;
  readonly partSize: PartSize;
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
  /** A big file: a message for each part that is still to be loaded has been sent. */
  | { readonly kind: 'divided'; readonly fileSha256: string }
  /** A part of a big file is loaded, and others are not yet. */
  | { readonly kind: 'part_loaded'; readonly fileSha256: string }
  /** Time is up: a message that goes on has been sent. */
  | { readonly kind: 'continued'; readonly fileSha256: string }
  /** What loading it again would come to is found; nothing was loaded. */
  | { readonly kind: 'previewed'; readonly fileSha256: string };

/** Everything that the first pass finds: remittances, and where there are others, claims and acknowledgements. */
export interface WholeInspection extends Inspection {
  readonly submissions: ClaimInspection;
}

/**
 * Takes a file from the inbox: inspects it and registers it by its content. What one message can load is loaded at
 * once; a big file is divided into parts, a message each.
 */
export async function receiveFile(object: ObjectVersion, deps: ReceiveDeps): Promise<ReceiveResult> {
  const inspection = await inspect(object, deps);
  const arrived = newLedgerFile(object, inspection, deps.clock);
  const registered = await deps.remittances.registerFile(arrived);
  if (registered === 'new') return orSetAside(arrived, deps, () => begin(arrived, inspection, deps));

  const { known } = registered;
  const isCopy = known.objectKey !== object.key || known.objectVersionId !== object.versionId;
  if (isCopy) await deps.remittances.recordCopy(asDuplicate(arrived, known));
  // A load that was cut off is picked up by whoever brings the bytes again.
  if (known.status === 'reading') return orSetAside(known, deps, () => begin(known, inspection, deps));
  return isCopy
    ? { kind: 'duplicate', file: asDuplicate(arrived, known) }
    : { kind: 'done_before', fileSha256: known.fileSha256 };
}

/** Loads a part of a file that was divided, or the rest of it, from the object version that was inspected. */
export async function continueFile(message: LoadMessage, deps: ReceiveDeps): Promise<ReceiveResult> {
  const { fileSha256 } = message;
  const file = await deps.remittances.readFile(fileSha256);
  if (file === null) throw new UnknownFileError();
  // Of a load that was redriven since, everything is loaded anew by the plan of that redrive.
  const isOfThisLoad = (message.redrive ?? 0) === timesRedriven(file);
  if (file.status !== 'reading' || !isOfThisLoad) return { kind: 'done_before', fileSha256 };
  return orSetAside(file, deps, async () => {
    const plan = await deps.parts.readPlan(planIdOf(file));
    const part = await deps.parts.readPart(planIdOf(file), message.part);
    if (plan === null || part === null) throw new UnknownFileError();
    if (plan.done.has(part.part)) return endWhatIsLoaded(file, part, plan, deps);
    const result = await loadPart(file, part, message, deps);
    if (result.kind === 'out_of_time') {
      await deps.queue.sendLoads([{ ...messageOf(file, part.part), ...result.goOnAt }]);
      return { kind: 'continued', fileSha256 };
    }
    const planNow = await deps.parts.recordPart(planIdOf(file), part.part, result.outcome);
    return endWhatIsLoaded(file, part, planNow, deps);
  });
}

/** Remittances first; the second reading is only for files that hold something else. */
export async function inspect(
  object: ObjectVersion,
  { objects, partSize, clock }: Pick<ReceiveDeps, 'objects' | 'partSize' | 'clock'>,
): Promise<WholeInspection> {
  const read = await inspectFile(await objects.stream(object), partSize.claims);
  const today = clock.today() as CalendarDate;
  const ahead = read.transactions.flatMap(({ header }) => datedAheadNotice(header, today) ?? []);
  const inspection = { ...read, warnings: [...read.warnings, ...ahead] };
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
export async function orSetAside(
  file: LedgerFile,
  deps: ReceiveDeps,
  work: () => Promise<ReceiveResult>,
): Promise<ReceiveResult> {
  try {
    return await work();
  } catch (failure) {
    if (deps.mayPass(failure)) throw failure;
    await deps.objects.copy(objectOf(file), { bucket: 'quarantine', key: file.fileSha256 });
    const setAside: LedgerFile = {
      ...file,
      status: 'quarantined',
      statusReason: PROCESSING_FAILED.message,
      exceptions: [...file.exceptions, PROCESSING_FAILED],
    };
    await deps.remittances.updateFile(setAside);
    return { kind: 'set_aside', file: setAside, failure };
  }
}

/** Loads what was inspected: at once, or divided into a message for each part. */
export async function begin(
  file: LedgerFile,
  inspection: WholeInspection,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  const { submissions, transactions } = inspection;
  const remittanceParts = planParts(inspection, deps.partSize);
  const claimsPart: FilePart = {
    part: remittanceParts.length + 1,
    kind: 'claims',
    transactions: submissions.transactions,
  };
  const parts = submissions.transactions.length === 0 ? remittanceParts : [...remittanceParts, claimsPart];
  if (parts.length === 0) {
    const isKnownKind = submissions.otherTransactions > 0 && inspection.exceptions.length === 0;
    return endedAs(await finishUnread(file, { isKnownKind }, deps));
  }
  const plan = { parts, remittances: transactions.length };
  return remittanceParts.length > 1 ? divide(file, plan, deps) : loadAtOnce(file, plan, deps);
}

interface NewPlan {
  readonly parts: readonly FilePart[];
  readonly remittances: number;
}

/** Sends a message for each part that is not loaded yet. */
async function divide(file: LedgerFile, plan: NewPlan, deps: ReceiveDeps): Promise<ReceiveResult> {
  const { fileSha256 } = file;
  const inForce = await deps.parts.registerPlan(planIdOf(file), plan);
  // Another release may have divided the file otherwise, before this delivery.
  const isOurs = inForce.parts === plan.parts.length;
  const numbers = Array.from({ length: inForce.parts }, (_, index) => index + 1);
  const left = numbers.filter((part) => !inForce.done.has(part));
  if (left.length === 0) return endFile(file, inForce, deps);
  const messages: LoadMessage[] = [];
  for (const number of left) {
    const part = isOurs ? plan.parts[number - 1] : await deps.parts.readPart(planIdOf(file), number);
    if (part === undefined || part === null) throw new UnknownFileError();
    messages.push({ ...messageOf(file, number), ...startOf(part) });
  }
  await deps.queue.sendLoads(messages);
  return { kind: 'divided', fileSha256 };
}

/** Loads a small file within this message; where time runs out all the same, the rest becomes messages. */
async function loadAtOnce(file: LedgerFile, plan: NewPlan, deps: ReceiveDeps): Promise<ReceiveResult> {
  const { fileSha256 } = file;
  const outcomes: PartOutcome[] = [];
  for (const part of plan.parts) {
    const result = await loadPart(file, part, startOf(part), deps);
    if (result.kind === 'out_of_time') {
      await deps.parts.registerPlan(planIdOf(file), plan);
      for (const [index, outcome] of outcomes.entries()) {
        await deps.parts.recordPart(planIdOf(file), index + 1, outcome);
      }
      const later = plan.parts.slice(outcomes.length + 1);
      await deps.queue.sendLoads([
        { ...messageOf(file, part.part), ...result.goOnAt },
        ...later.map((next) => ({ ...messageOf(file, next.part), ...startOf(next) })),
      ]);
      return { kind: 'continued', fileSha256 };
    }
    outcomes.push(result.outcome);
  }
  return endedAs(await finishFile(file, plan, outcomes, deps));
}

/** Ends the file with its last part, and before that each remittance with the last part that holds claims of it. */
async function endWhatIsLoaded(
  file: LedgerFile,
  part: FilePart,
  plan: LoadPlan,
  deps: ReceiveDeps,
): Promise<ReceiveResult> {
  if (plan.done.size === plan.parts) return endFile(file, plan, deps);
  const complete = (part.kind === 'remittances' ? part.slices : []).filter(
    ({ parts: { first, last } }) =>
      first < last &&
      Array.from({ length: last - first + 1 }, (_, i) => first + i).every((n) => plan.done.has(n)),
  );
  const ids = complete.map(({ trailer }) => trailer.remittanceId);
  await finishShared(ids, { ...deps, historyBefore: file.historyBefore });
  return { kind: 'part_loaded', fileSha256: file.fileSha256 };
}

async function endFile(file: LedgerFile, plan: LoadPlan, deps: ReceiveDeps): Promise<ReceiveResult> {
  const outcomes = await deps.parts.outcomes(planIdOf(file));
  return endedAs(await finishFile(file, plan, outcomes, deps));
}

/** How often a person had it loaded again. */
export function timesRedriven({ redrives = [] }: LedgerFile): number {
  return redrives.length;
}

/** Each redrive has a plan of its own: by the one before, all parts may be done. */
function planIdOf(file: LedgerFile): string {
  const times = timesRedriven(file);
  return times === 0 ? file.fileSha256 : `${file.fileSha256}-${times}`;
}

function messageOf(file: LedgerFile, part: number): Pick<LoadMessage, 'fileSha256' | 'part' | 'redrive'> {
  const times = timesRedriven(file);
  return { fileSha256: file.fileSha256, part, ...(times > 0 && { redrive: times }) };
}

function endedAs(file: LedgerFile): ReceiveResult {
  return { kind: file.status as Exclude<LedgerFile['status'], 'reading'>, file };
}

const PROCESSING_FAILED = fileNotice(
  'processing_failed',
  'This file could not be loaded to its end, and another try would fail alike. It is kept, part of it may be loaded; tell the operator of the system.',
);

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

/** A message goes on with a file, or a part of it, that the ledger does not know. */
export class UnknownFileError extends Error {
  override readonly name = 'UnknownFileError';
  readonly code = 'DEN-1001';
  constructor() {
    super('The ledger has no such file.');
  }
}
