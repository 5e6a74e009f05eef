import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from '../audit/event.ts';
import type { Denial } from '../denial/denial.ts';
import { writeOffReasonCodeSchema } from './reasons.ts';

const day = z.iso.date();

/** One write-off as the billing system posts it. Account numbers, no names. */
export const postingSchema = z.strictObject({
  denialId: z.string(),
  /** Of the denial when the batch was begun: only this version is posted. */
  version: z.int().positive(),
  /** CLP01. */
  claimId: z.string(),
  /** CLP07. */
  payerClaimControlNumber: z.string(),
  payerName: z.string(),
  amountCents: z.int().nonnegative(),
  /** Null where a rule wrote it off within the limit for small amounts. */
  reasonCode: writeOffReasonCodeSchema.nullable(),
  writtenOffOn: day,
});
export type Posting = z.infer<typeof postingSchema>;

/**
 * What is handed to the billing system at once. `open`: the postings are candidates, each taken by the change of its
 * denial; `sealed`: those that were taken, for good.
 */
export const writeOffBatchSchema = z.strictObject({
  batchId: z.string().regex(/^[0-9a-f]{32}$/),
  practiceId: z.string(),
  state: z.enum(['open', 'sealed']),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  postings: z.array(postingSchema),
});
export type WriteOffBatch = z.infer<typeof writeOffBatchSchema>;

/** Written off, and in no batch yet. */
export function isToPost({
  state,
  closedAs,
  writeOff,
}: Pick<Denial, 'state' | 'closedAs' | 'writeOff'>): boolean {
  return state === 'closed' && closedAs === 'written_off' && writeOff !== null && writeOff.posted === null;
}

/** A batch of these write-offs. The same ones make the same batch, whoever begins it and however often. */
export function beginBatch(
  practiceId: string,
  denials: readonly Denial[],
  by: { readonly userId: string; readonly at: string },
): WriteOffBatch {
  const postings = denials.map(postingOf).toSorted((a, b) => (a.denialId < b.denialId ? -1 : 1));
  const named = [practiceId, ...postings.map(({ denialId, version }) => [denialId, version])];
  const batchId = createHash('sha256').update(canonicalJson(named)).digest('hex').slice(0, 32);
  return { batchId, practiceId, state: 'open', createdAt: by.at, createdBy: by.userId, postings };
}

function postingOf(denial: Denial): Posting {
  const { denialId, version, claimId, payerClaimControlNumber, payerName, writeOff, changedAt } = denial;
  return {
    denialId,
    version,
    claimId,
    payerClaimControlNumber,
    payerName,
    amountCents: writeOff?.amountCents ?? denial.amountCents,
    reasonCode: writeOff?.reasonCode ?? null,
    writtenOffOn: (writeOff?.secondPersonAt ?? writeOff?.confirmedAt ?? changedAt).slice(0, 10),
  };
}

/** The batch with those postings only that it took. */
export function sealBatch(batch: WriteOffBatch, taken: ReadonlySet<string>): WriteOffBatch {
  return {
    ...batch,
    state: 'sealed',
    postings: batch.postings.filter(({ denialId }) => taken.has(denialId)),
  };
}

export const BATCH_FORMATS = ['csv', 'json'] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

/** The file of a sealed batch: a function of what is sealed, so that every download has the same bytes. */
export function batchFile(
  batch: WriteOffBatch,
  format: BatchFormat,
): { readonly fileName: string; readonly mediaType: string; readonly sha256: string; readonly text: string } {
  const text = format === 'csv' ? csvOf(batch) : jsonOf(batch);
  return {
    fileName: `write-offs-${batch.batchId}.${format}`,
    mediaType: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
    sha256: createHash('sha256').update(text).digest('hex'),
    text,
  };
}

const COLUMNS = [
  'batchId',
  'postingId',
  'claimId',
  'payerClaimControlNumber',
  'payerName',
  'amountCents',
  'reasonCode',
  'writtenOffOn',
] as const;

/** The postings as rows; `postingId` is the denial's id, under which a billing system knows one that it has. */
function rowsOf({ batchId, postings }: WriteOffBatch) {
  return postings.map(({ denialId, version: _seen, ...posting }) => ({
    batchId,
    postingId: denialId,
    ...posting,
  }));
}

function jsonOf(batch: WriteOffBatch): string {
  const { batchId, practiceId, createdAt } = batch;
  return `${JSON.stringify({ batchId, practiceId, createdAt, postings: rowsOf(batch) }, null, 2)}\n`;
}

// RFC 4180. Nothing is put before a value: a billing system must find the account by its number as it is.
function csvOf(batch: WriteOffBatch): string {
  const lines = rowsOf(batch).map((row) => COLUMNS.map((column) => quoted(row[column])).join(','));
  return [COLUMNS.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function quoted(value: string | number | null): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
