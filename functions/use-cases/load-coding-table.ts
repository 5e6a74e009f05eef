import { createHash } from 'node:crypto';
import { readCodePairs, readDiagnosisTable, readUnitLimits } from '../core/coding/published-tables.ts';
import { categoryOf } from '../core/coding/tables.ts';
import { TableRefusedError } from '../core/coding/text-lines.ts';
import type { CodingTable, CodingTableStore, LoadedRelease } from '../ports/coding-tables.ts';
import { InFlight } from './in-flight.ts';

/** One published file: its name as a person gave it, and its bytes. */
export interface PublishedFile {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

export type LoadedTable =
  | {
      readonly kind: 'loaded';
      readonly release: LoadedRelease;
      /** Rows of each file, in their order. */
      readonly rowsOfFiles: readonly number[];
      /** What it was compared with; null = the first of its table. */
      readonly before: LoadedRelease | null;
    }
  /** Not as many rows as somebody who knows the release says. */
  | { readonly kind: 'other_rows'; readonly rows: number; readonly rowsOfFiles: readonly number[] }
  /** Far fewer rows than the release before: a file may be missing, or be cut off. */
  | {
      readonly kind: 'fewer_rows';
      readonly rows: number;
      readonly rowsOfFiles: readonly number[];
      readonly before: LoadedRelease;
    }
  | { readonly kind: 'refused'; readonly file: string; readonly line: number; readonly says: string };

const WRITES_AT_ONCE = 8;

// The published files carry no count of their own. An update adds or ends some rows; a missing file is a good part of all.
const MOST_FALL = 0.1;

/**
 * Loads a release of a table from its published files, in two passes of flat memory: the first reads everything and
 * refuses, the second stores. It is in force once all of it is stored; what was in force before stays until then.
 * A release of the same day takes the place of the one before it. What is cut off between two rows reads as whole, and
 * the published files say nowhere how many rows they have: so the number is compared with what somebody knows, or with
 * the release before.
 */
export async function loadCodingTable(
  store: CodingTableStore,
  request: {
    readonly table: CodingTable;
    readonly name: string;
    /** yyyy-mm-dd. */
    readonly effectiveFrom: string;
    readonly files: readonly PublishedFile[];
    /** ISO UTC instant. */
    readonly at: string;
    /** How many rows the release has, where somebody knows. */
    readonly expectedRows?: number;
    /** That far fewer rows than before are right. */
    readonly acceptsFewer?: boolean;
  },
): Promise<LoadedTable> {
  const { table, name, effectiveFrom, files, at, expectedRows, acceptsFewer = false } = request;
  const before = newestBefore(await store.releases(), table, effectiveFrom);
  const checked = await check(table, files);
  if (checked.kind === 'refused') return checked;
  const { releaseId, rowsOfFiles } = checked;
  const rows = rowsOfFiles.reduce((sum, of) => sum + of, 0);
  if (expectedRows !== undefined && rows !== expectedRows) return { kind: 'other_rows', rows, rowsOfFiles };
  if (expectedRows === undefined && !acceptsFewer && before !== null && rows < before.rows * (1 - MOST_FALL))
    return { kind: 'fewer_rows', rows, rowsOfFiles, before };
  const release: LoadedRelease = { table, releaseId, name, effectiveFrom, rows, loadedAt: at };
  await storeRows(store, release, files);
  const others = (await store.releases()).filter(
    (known) => known.table !== table || known.effectiveFrom !== effectiveFrom,
  );
  await store.setReleases([...others, release]);
  return { kind: 'loaded', release, rowsOfFiles, before };
}

/** The release that holds up to the day, or on it; else the nearest after it. */
function newestBefore(
  releases: readonly LoadedRelease[],
  table: CodingTable,
  effectiveFrom: string,
): LoadedRelease | null {
  const of = releases
    .filter((release) => release.table === table)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return of.findLast((release) => release.effectiveFrom <= effectiveFrom) ?? of[0] ?? null;
}

async function check(
  table: CodingTable,
  files: readonly PublishedFile[],
): Promise<
  | { readonly kind: 'sound'; readonly releaseId: string; readonly rowsOfFiles: readonly number[] }
  | Extract<LoadedTable, { kind: 'refused' }>
> {
  const hash = createHash('sha256');
  const rowsOfFiles: number[] = [];
  for (const file of files) {
    let rows = 0;
    try {
      for await (const _ of rowsOf(table, hashing(file.open(), hash))) rows += 1;
    } catch (error) {
      if (!(error instanceof TableRefusedError)) throw error;
      return { kind: 'refused', file: file.name, ...error.problem };
    }
    rowsOfFiles.push(rows);
  }
  return { kind: 'sound', releaseId: hash.digest('hex').slice(0, 16), rowsOfFiles };
}

async function* hashing(
  source: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

async function storeRows(
  store: CodingTableStore,
  release: LoadedRelease,
  files: readonly PublishedFile[],
): Promise<void> {
  const calls = new InFlight(WRITES_AT_ONCE);
  const written = new Set<string>();
  for await (const { key, rows } of partsOf(release.table, files)) {
    if (!written.has(key)) {
      written.add(key);
      await calls.add(() => store.writePart(release, key, rows));
      continue;
    }
    // The published files are sorted; where one is not, what came under the key before is kept.
    await calls.drain();
    const before = (await store.readPart(release, key)) ?? [];
    await store.writePart(release, key, [...before, ...rows]);
  }
  await calls.drain();
}

/** Rows that follow each other under one key, together. */
async function* partsOf(
  table: CodingTable,
  files: readonly PublishedFile[],
): AsyncGenerator<{ readonly key: string; readonly rows: readonly unknown[] }> {
  let rows: unknown[] = [];
  let current = '';
  for (const file of files) {
    for await (const { key, row } of rowsOf(table, file.open())) {
      if (key !== current) {
        if (rows.length > 0) yield { key: current, rows };
        current = key;
        rows = [];
      }
      rows.push(row);
    }
  }
  if (rows.length > 0) yield { key: current, rows };
}

/** How many characters of a code make the key of its limit: some ten limits a part. */
const LIMIT_KEY = 3;

export function limitKeyOf(code: string): string {
  return code.slice(0, LIMIT_KEY);
}

async function* rowsOf(
  table: CodingTable,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly key: string; readonly row: unknown }> {
  switch (table) {
    case 'icd10cm':
      for await (const row of readDiagnosisTable(source)) yield { key: categoryOf(row.code), row };
      return;
    case 'ptp-practitioner':
    case 'ptp-hospital':
      for await (const row of readCodePairs(source)) yield { key: row.comprehensive, row };
      return;
    case 'mue-practitioner':
    case 'mue-hospital':
      for await (const row of readUnitLimits(source)) yield { key: limitKeyOf(row.code), row };
      return;
  }
}
