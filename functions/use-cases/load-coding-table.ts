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
  | { readonly kind: 'loaded'; readonly release: LoadedRelease }
  | { readonly kind: 'refused'; readonly file: string; readonly line: number; readonly says: string };

const WRITES_AT_ONCE = 8;

/**
 * Loads a release of a table from its published files, in two passes of flat memory: the first reads everything and
 * refuses, the second stores. It is in force once all of it is stored; what was in force before stays until then.
 * A release of the same day takes the place of the one before it.
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
  },
): Promise<LoadedTable> {
  const { table, name, effectiveFrom, files, at } = request;
  const checked = await check(table, files);
  if (checked.kind === 'refused') return checked;
  const { releaseId, rows } = checked;
  const release: LoadedRelease = { table, releaseId, name, effectiveFrom, rows, loadedAt: at };
  await storeRows(store, release, files);
  const others = (await store.releases()).filter(
    (known) => known.table !== table || known.effectiveFrom !== effectiveFrom,
  );
  await store.setReleases([...others, release]);
  return { kind: 'loaded', release };
}

async function check(
  table: CodingTable,
  files: readonly PublishedFile[],
): Promise<
  | { readonly kind: 'sound'; readonly releaseId: string; readonly rows: number }
  | Extract<LoadedTable, { kind: 'refused' }>
> {
  const hash = createHash('sha256');
  let rows = 0;
  for (const file of files) {
    try {
      for await (const _ of rowsOf(table, hashing(file.open(), hash))) rows += 1;
    } catch (error) {
      if (!(error instanceof TableRefusedError)) throw error;
      return { kind: 'refused', file: file.name, ...error.problem };
    }
  }
  return { kind: 'sound', releaseId: hash.digest('hex').slice(0, 16), rows };
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
