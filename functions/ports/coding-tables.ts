/** Published tables of codes. NCCI publishes its edits for practitioners and for outpatient hospitals apart. */
export const CODING_TABLES = [
  'icd10cm',
  'ptp-practitioner',
  'ptp-hospital',
  'mue-practitioner',
  'mue-hospital',
] as const;
export type CodingTable = (typeof CODING_TABLES)[number];

/** One published release of a table, as it was loaded. */
export interface LoadedRelease {
  readonly table: CodingTable;
  /** First characters of the SHA-256 of the files it came from, in their order. */
  readonly releaseId: string;
  /** As findings name it: 2027, 2026Q4. */
  readonly name: string;
  /** First day on which it holds, yyyy-mm-dd. */
  readonly effectiveFrom: string;
  readonly rows: number;
  /** ISO UTC instant. */
  readonly loadedAt: string;
}

/** Tables too large to hold at once, kept in small parts by what a claim asks for. */
export interface CodingTableStore {
  /** Every release that was loaded to its end, in no order. */
  releases(): Promise<readonly LoadedRelease[]>;
  /** The one write that puts a release in force. */
  setReleases(releases: readonly LoadedRelease[]): Promise<void>;
  /** The rows of a release under a key (a category, a code); null where it has none. */
  readPart(
    release: Pick<LoadedRelease, 'table' | 'releaseId'>,
    key: string,
  ): Promise<readonly unknown[] | null>;
  writePart(
    release: Pick<LoadedRelease, 'table' | 'releaseId'>,
    key: string,
    rows: readonly unknown[],
  ): Promise<void>;
}

/** What is stored of a table is not as it was stored. Half a table would find half of what is wrong. */
export class TableDamagedError extends Error {
  override readonly name = 'TableDamagedError';
  readonly code = 'DEN-3201';
}
