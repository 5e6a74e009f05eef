/** One row of the ICD-10-CM order file. */
export interface DiagnosisRow {
  /** Without the point, as on a claim. */
  readonly code: string;
  /** Whether it may stand on a claim; a header may not. */
  readonly isBillable: boolean;
  /** The long description (CDC/NCHS, public domain). */
  readonly words: string;
}

/** One row of an NCCI procedure-to-procedure table. */
export interface CodePair {
  /** Column 1: the code that is paid. */
  readonly comprehensive: string;
  /** Column 2: the code that is not paid beside it. */
  readonly component: string;
  /** First and last day of service on which the pair holds, yyyy-mm-dd; null = until further notice. */
  readonly effectiveFrom: string;
  readonly deletedOn: string | null;
  /** 0 = no modifier opens it, 1 = one may, 9 = does not apply any more. */
  readonly modifierIndicator: '0' | '1' | '9';
}

/** One row of an NCCI table of medically unlikely units. */
export interface UnitLimit {
  readonly code: string;
  readonly mostUnits: number;
  /** MUE adjudication indicator: 1 = a line, 2 = a day by policy, 3 = a day by clinical judgement. */
  readonly adjudication: '1' | '2' | '3';
}

/** Which published release a table is of, as findings name it. */
export interface TableRelease {
  readonly name: string;
  /** First day on which it holds, yyyy-mm-dd. */
  readonly effectiveFrom: string;
}

/**
 * What the tables in force say of the codes of one claim: every row of the categories of its diagnoses, every pair and
 * limit of its procedures. A table that is not loaded is null, and rules that need it find nothing.
 */
export interface CodingTables {
  readonly diagnoses: {
    readonly release: TableRelease;
    /** False of an excerpt: a category that is not in it says nothing. */
    readonly isComplete: boolean;
    /** By the first three characters of the code. */
    readonly byCategory: ReadonlyMap<string, readonly DiagnosisRow[]>;
  } | null;
  readonly pairs: {
    readonly release: TableRelease;
    readonly byComprehensive: ReadonlyMap<string, readonly CodePair[]>;
  } | null;
  readonly limits: {
    readonly release: TableRelease;
    readonly byCode: ReadonlyMap<string, UnitLimit>;
  } | null;
}

export const NO_TABLES: CodingTables = { diagnoses: null, pairs: null, limits: null };

/** The category of an ICD-10-CM code: its first three characters. */
export function categoryOf(code: string): string {
  return code.slice(0, 3);
}

/** Whether the pair holds for a service of the day (yyyy-mm-dd). The day of deletion is its last. */
export function holdsOn({ effectiveFrom, deletedOn, modifierIndicator }: CodePair, day: string): boolean {
  return modifierIndicator !== '9' && effectiveFrom <= day && (deletedOn === null || day <= deletedOn);
}
