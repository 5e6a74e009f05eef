import type { PreviewMessage, RedriveMessage } from '../ports/inbox.ts';
import type { LedgerFile, RedrivePreview, StoredSource } from '../ports/remittance-store.ts';
import { objectOf } from './finish-file.ts';
import {
  begin,
  inspect,
  orSetAside,
  type ReceiveDeps,
  type ReceiveResult,
  timesRedriven,
  UnknownFileError,
  type WholeInspection,
} from './receive-file.ts';

/**
 * Loads a file anew that a person had redriven, from where it is kept: inspected again, since what could not be read
 * then may be readable by this release. What is loaded already stays as it is. Idempotent.
 */
export async function loadAgain(message: RedriveMessage, deps: ReceiveDeps): Promise<ReceiveResult> {
  const { fileSha256 } = message;
  const known = await deps.remittances.readFile(fileSha256);
  if (known === null) throw new UnknownFileError();
  if (known.status !== 'reading' || timesRedriven(known) !== message.redrive) {
    return { kind: 'done_before', fileSha256 };
  }
  return orSetAside(known, deps, async () => {
    const source = await sourceOf(known, known.redrives?.at(-1)?.statusBefore ?? 'reading', deps);
    const inspection = await inspect(source, deps);
    if (inspection.fileSha256 !== fileSha256) throw new KeptBytesDifferError();
    const { exceptions, warnings } = inspection;
    const file: LedgerFile = { ...known, source, exceptions, warnings };
    await deps.remittances.updateFile(file);
    return begin(file, inspection, deps);
  });
}

/** Finds what loading a file again would come to, and loads nothing. */
export async function previewAgain(message: PreviewMessage, deps: ReceiveDeps): Promise<ReceiveResult> {
  const { fileSha256, previewAskedAt: askedAt } = message;
  const file = await deps.remittances.readFile(fileSha256);
  if (file === null) throw new UnknownFileError();
  const at = { askedAt, madeAt: deps.clock.now() };
  await deps.remittances.keepPreview(fileSha256, { ...at, ...(await previewOf(file, deps)) });
  return { kind: 'previewed', fileSha256 };
}

type Found = Omit<RedrivePreview, 'askedAt' | 'madeAt'>;

async function previewOf(file: LedgerFile, deps: ReceiveDeps): Promise<Found> {
  try {
    const inspection = await inspect(await sourceOf(file, file.status, deps), deps);
    return await foundIn(inspection, deps);
  } catch (failure) {
    if (deps.mayPass(failure)) throw failure;
    return { ...NOTHING, sentence: 'It would fail again: tell the operator of the system.' };
  }
}

async function foundIn(
  { transactions, exceptions, submissions }: WholeInspection,
  { remittances }: ReceiveDeps,
): Promise<Found> {
  const found = {
    ...NOTHING,
    claimTransactions: submissions.transactions.length,
    notRead: exceptions.length,
  };
  const once = new Map(transactions.map(({ trailer }) => [trailer.remittanceId, trailer]));
  for (const { remittanceId, claimCount } of once.values()) {
    const status = (await remittances.readRemittance(remittanceId))?.status ?? 'loading';
    if (status === 'loaded') found.loadedBefore += 1;
    if (status === 'conflict') found.held += 1;
    if (status === 'loading') {
      found.remittances += 1;
      found.claims += claimCount;
    }
  }
  return { ...found, sentence: sentenceOf(found) };
}

const NOTHING = {
  remittances: 0,
  claims: 0,
  loadedBefore: 0,
  held: 0,
  claimTransactions: 0,
  notRead: 0,
};

function sentenceOf(found: typeof NOTHING): string {
  const { remittances, claims, loadedBefore, held, claimTransactions, notRead } = found;
  return [
    remittances > 0
      ? `Would load ${counted(remittances, 'remittance')} with ${counted(claims, 'claim')}.`
      : 'Would load no remittance.',
    loadedBefore > 0 && `Loaded once already, and not again: ${counted(loadedBefore, 'remittance')}.`,
    held > 0 && `Stays held for a person to compare: ${counted(held, 'remittance')}.`,
    claimTransactions > 0 &&
      `Would read ${counted(claimTransactions, 'transaction')} of claims or acknowledgements; what is there already counts once.`,
    notRead > 0 && `Still cannot be read: ${counted(notRead, 'part')}.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** The archive where the file is kept there, else quarantine; a load that broke off has left it in the inbox alone. */
async function sourceOf(
  file: LedgerFile,
  status: LedgerFile['status'],
  { objects }: ReceiveDeps,
): Promise<StoredSource> {
  const { archiveKey, fileSha256 } = file;
  const isQuarantined = status === 'quarantined';
  if (archiveKey === null && !isQuarantined) return objectOf(file) as StoredSource;
  const kept =
    archiveKey === null
      ? await objects.newest('quarantine', fileSha256)
      : await objects.newest('archive', archiveKey);
  return kept as StoredSource;
}

/** What is kept under the hash of a file are other bytes: nothing is loaded from them. */
export class KeptBytesDifferError extends Error {
  override readonly name = 'KeptBytesDifferError';
  readonly code = 'DEN-3010';
  constructor() {
    super('The kept bytes of a file are not those that came.');
  }
}
