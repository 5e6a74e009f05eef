import * as z from 'zod';
import type { Claim } from '../core/claim/claim.ts';
import type { VisitHistory } from '../core/coding/encounter.ts';
import { findCodingErrors } from '../core/coding/find-coding-errors.ts';
import type { CodingFinding } from '../core/coding/finding.ts';
import { type CodingTables, categoryOf, type TableRelease } from '../core/coding/tables.ts';
import {
  type CodingTable,
  type CodingTableStore,
  type LoadedRelease,
  TableDamagedError,
} from '../ports/coding-tables.ts';
import { limitKeyOf } from './load-coding-table.ts';

type LoadedTables = Pick<CodingTableStore, 'releases' | 'readPart'>;

/** What was found on a claim, and by which releases; a table that is not loaded is named, so that nobody takes silence for a clean claim. */
export interface CodingReview {
  readonly findings: readonly CodingFinding[];
  readonly releases: readonly {
    readonly table: CodingTable;
    readonly name: string;
    /** A category that is not in it says nothing. */
    readonly isExcerpt: boolean;
  }[];
  readonly notLoaded: readonly CodingTable[];
}

/**
 * Coding errors on a claim as sent, by the tables in force on its day of service.
 *
 * @param onDate yyyy-mm-dd: the day where the claim names none
 */
export async function reviewCoding(
  store: LoadedTables,
  claim: Claim,
  onDate: string,
  history: VisitHistory | null = null,
): Promise<CodingReview> {
  const day = claim.serviceTo ?? claim.serviceFrom ?? onDate;
  const wanted = tablesFor(claim);
  const loaded = await store.releases();
  const inForce = wanted.map((table) => ({ table, release: releaseOn(loaded, table, day) }));
  const tables = await excerptOf(
    store,
    claim,
    inForce.flatMap(({ release }) => release ?? []),
  );
  return {
    findings: findCodingErrors(claim, tables, onDate, history),
    releases: inForce.flatMap(({ table, release }) =>
      release === null ? [] : [{ table, name: release.name, isExcerpt: isExcerpt(release) }],
    ),
    notLoaded: inForce.flatMap(({ table, release }) => (release === null ? [table] : [])),
  };
}

/** NCCI has edits for practitioners and for outpatient hospitals; inpatient and dental claims have none. */
function tablesFor({ kind, typeOfBill }: Claim): readonly CodingTable[] {
  if (kind === 'dental') return [];
  if (kind === 'professional') return ['icd10cm', 'ptp-practitioner', 'mue-practitioner'];
  return /^0?(?:11|12|18|21|28|41|65|66|81|82|86)/.test(typeOfBill)
    ? ['icd10cm']
    : ['icd10cm', 'ptp-hospital', 'mue-hospital'];
}

/** Pairs carry their own dates, so the newest release tells of every day; of the others each release holds from its day. */
function releaseOn(loaded: readonly LoadedRelease[], table: CodingTable, day: string): LoadedRelease | null {
  const isDated = !table.startsWith('ptp');
  return (
    loaded
      .filter((release) => release.table === table && (!isDated || release.effectiveFrom <= day))
      .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0] ?? null
  );
}

/** The ICD-10-CM order file has some 98,000 rows; below this it is an excerpt, in which a missing category says nothing. */
const COMPLETE_ROWS = 80_000;

/** Whether a release of ICD-10-CM is only a part. The files of NCCI tell of no number that could be compared. */
export function isExcerpt({ table, rows }: Pick<LoadedRelease, 'table' | 'rows'>): boolean {
  return table === 'icd10cm' && rows < COMPLETE_ROWS;
}

async function excerptOf(
  store: LoadedTables,
  claim: Claim,
  releases: readonly LoadedRelease[],
): Promise<CodingTables> {
  const procedures = claim.lines.map(({ procedure }) => procedure?.code.toUpperCase() ?? '');
  const diagnoses = claim.diagnoses.map(({ code }) => categoryOf(code));
  const codes = releases.find(({ table }) => table === 'icd10cm');
  const pairs = releases.find(({ table }) => table.startsWith('ptp'));
  const limits = releases.find(({ table }) => table.startsWith('mue'));
  const [byCategory, byComprehensive, limitParts] = await Promise.all([
    partsOf(store, codes, diagnoses, diagnosisRowSchema),
    partsOf(store, pairs, procedures, codePairSchema),
    partsOf(store, limits, procedures.map(limitKeyOf), unitLimitSchema),
  ]);
  return {
    diagnoses:
      codes === undefined ? null : { release: told(codes), isComplete: !isExcerpt(codes), byCategory },
    pairs: pairs === undefined ? null : { release: told(pairs), byComprehensive },
    limits:
      limits === undefined
        ? null
        : {
            release: told(limits),
            byCode: new Map([...limitParts.values()].flat().map((limit) => [limit.code, limit])),
          },
  };
}

function told({ name, effectiveFrom }: LoadedRelease): TableRelease {
  return { name, effectiveFrom };
}

const diagnosisRowSchema = z.strictObject({ code: z.string(), isBillable: z.boolean(), words: z.string() });
const codePairSchema = z.strictObject({
  comprehensive: z.string(),
  component: z.string(),
  effectiveFrom: z.string(),
  deletedOn: z.string().nullable(),
  modifierIndicator: z.enum(['0', '1', '9']),
});
const unitLimitSchema = z.strictObject({
  code: z.string(),
  mostUnits: z.int().nonnegative(),
  adjudication: z.enum(['1', '2', '3']),
});

async function partsOf<Row>(
  store: LoadedTables,
  release: LoadedRelease | undefined,
  keys: readonly string[],
  schema: z.ZodType<Row>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (release === undefined) return new Map();
  const asked = [...new Set(keys)].filter((key) => /^[0-9A-Z]+$/.test(key));
  const parts = await Promise.all(
    asked.map(async (key) => {
      const rows = z.array(schema).safeParse((await store.readPart(release, key)) ?? []);
      if (rows.success) return [key, rows.data] as const;
      throw new TableDamagedError(`${release.table} ${release.name} has rows under ${key} that are none`);
    }),
  );
  return new Map(parts);
}
