import * as z from 'zod';

/** Published tables of codes. NCCI publishes its edits for practitioners and for outpatient hospitals apart. */
export const codingTableSchema = z.enum([
  'icd10cm',
  'ptp-practitioner',
  'ptp-hospital',
  'mue-practitioner',
  'mue-hospital',
]);
export type CodingTable = z.infer<typeof codingTableSchema>;

/** One published release of a table, as it was loaded. */
export const loadedReleaseSchema = z.strictObject({
  table: codingTableSchema,
  /** First characters of the SHA-256 of the files it came from, in their order. */
  releaseId: z.string(),
  /** As findings name it: 2027, 2026 Q4. */
  name: z.string(),
  /** First day on which it holds. */
  effectiveFrom: z.iso.date(),
  rows: z.int().positive(),
  loadedAt: z.iso.datetime(),
});
export type LoadedRelease = z.infer<typeof loadedReleaseSchema>;

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
