import { historyMarkOf } from '../core/history/history-mark.ts';
import type { ReadingNotice } from '../core/remittance/remittance.ts';
import type { CalendarDate } from '../core/time/calendar-date.ts';
import type { ObjectStore, ObjectVersion } from '../ports/object-store.ts';
import type { LoadPlan, PartOutcome } from '../ports/part-store.ts';
import type { LedgerFile } from '../ports/remittance-store.ts';
import { type FinishPorts, finishShared } from './finish-remittance.ts';
import { fileNotice } from './inspect-file.ts';
import { standingOf, sumOf } from './standing.ts';

export interface FinishFilePorts extends FinishPorts {
  readonly objects: ObjectStore;
}

/** Ends a file whose parts are all loaded: keeps it in the archive, and tells what became of it. Idempotent. */
export async function finishFile(
  file: LedgerFile,
  { remittances }: Pick<LoadPlan, 'remittances'>,
  outcomes: readonly PartOutcome[],
  ports: FinishFilePorts,
): Promise<LedgerFile> {
  const shared = [...new Set(outcomes.flatMap((outcome) => outcome.shared))];
  await finishShared(shared, ports);
  const standing = sumOf([
    ...outcomes.map((outcome) => outcome.standing),
    await standingOf(file.fileSha256, shared, ports),
  ]);
  const archiveKey = await keepFile(file, { isKnownKind: true }, ports);
  const finished: LedgerFile = { ...file, ...told(file, remittances, standing, outcomes), archiveKey };
  await ports.remittances.updateFile(finished);
  return finished;
}

/** Ends a file in which nothing could be loaded. */
export async function finishUnread(
  file: LedgerFile,
  { isKnownKind }: { readonly isKnownKind: boolean },
  ports: FinishFilePorts,
): Promise<LedgerFile> {
  const archiveKey = await keepFile(file, { isKnownKind }, ports);
  const finished: LedgerFile = {
    ...file,
    archiveKey,
    ...(isKnownKind
      ? {
          status: 'not_read_yet',
          statusReason: `Archived, but not read: ${file.warnings[0]?.message ?? 'it holds no remittance and no claim.'}`,
        }
      : {
          status: 'quarantined',
          statusReason: file.exceptions[0]?.message ?? 'There is no remittance in this file.',
        }),
  };
  await ports.remittances.updateFile(finished);
  return finished;
}

/** The key in the archive, null where it is not kept there. Keys are hashes: a file's own name may name a patient. */
async function keepFile(
  file: LedgerFile,
  { isKnownKind }: { readonly isKnownKind: boolean },
  { objects }: FinishFilePorts,
): Promise<string | null> {
  const key = file.fileSha256;
  const object = objectOf(file);
  // S3 refuses to copy an object onto itself.
  const keepIn = async (bucket: 'archive' | 'quarantine') => {
    if (object.bucket !== bucket) await objects.copy(object, { bucket, key });
  };
  if (isKnownKind) await keepIn('archive');
  if (file.exceptions.length > 0) await keepIn('quarantine');
  return isKnownKind ? key : null;
}

/** The stored bytes that a file is loaded from. */
export function objectOf({ source, objectKey, objectVersionId }: LedgerFile): ObjectVersion {
  return source ?? { bucket: 'inbox', key: objectKey, versionId: objectVersionId };
}

type Told = Pick<
  LedgerFile,
  | 'remittances'
  | 'claims'
  | 'denials'
  | 'deniedCents'
  | 'claimsSent'
  | 'acknowledgements'
  | 'exceptions'
  | 'warnings'
  | 'status'
  | 'statusReason'
>;

function told(
  file: LedgerFile,
  wholeRemittances: number,
  standing: PartOutcome['standing'],
  outcomes: readonly PartOutcome[],
): Told {
  const sum = (of: (outcome: PartOutcome) => number) => outcomes.reduce((total, o) => total + of(o), 0);
  const { remittances, claims, denials, deniedCents, conflicts } = standing;
  const claimsSent = sum((outcome) => outcome.claimsSent);
  const acknowledgements = sum((outcome) => outcome.acknowledgements);
  const counts = { remittances, claims, denials, deniedCents, claimsSent, acknowledgements };
  const repeats = wholeRemittances - remittances - conflicts;
  const isNew = remittances + claimsSent + acknowledgements > 0;
  const exceptions = [...file.exceptions, ...standing.exceptions];
  return {
    ...counts,
    exceptions,
    warnings: [...file.warnings, ...standing.warnings, ...noticesOfMark(file)],
    status: exceptions.length > 0 ? 'loaded_with_exceptions' : isNew ? 'loaded' : 'duplicate',
    statusReason: [
      isNew && `Loaded${file.historyBefore === undefined ? '' : ' as history'}: ${inWords(counts)}.`,
      repeats > 0 && `Loaded once already, and not again: ${counted(repeats, 'remittance')}.`,
      conflicts > 0 && `Held for a person to compare: ${counted(conflicts, 'remittance')}.`,
      file.exceptions.length > 0 &&
        `Not read: ${counted(file.exceptions.length, 'part')}. ${file.exceptions[0]?.message}`,
    ]
      .filter((sentence) => sentence !== false)
      .join(' '),
  };
}

function inWords(
  counts: Pick<Told, 'remittances' | 'claims' | 'denials' | 'claimsSent' | 'acknowledgements'>,
): string {
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

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

const UNREADABLE_MARK = fileNotice(
  'unreadable_history_mark',
  'The folder history/before-… names no day of the calendar. The day on which the file came stands in for it: write history/before-yyyy-mm-dd/.',
);

/** Told once it is loaded, not only in a log. */
function noticesOfMark({ objectKey, historyBefore }: LedgerFile): readonly ReadingNotice[] {
  if (historyBefore === undefined) return [];
  const { kind } = historyMarkOf(objectKey, historyBefore as CalendarDate);
  return kind === 'unreadable' ? [UNREADABLE_MARK] : [];
}
