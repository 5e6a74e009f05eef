import type { Claim } from '../claim/claim.ts';
import { diagnosisPlaceOf, withPoint } from './billed-line.ts';
import { type CodingFinding, raisesPayment } from './finding.ts';
import { codesWithSide, sidesOf } from './sides.ts';
import { type CodingTables, categoryOf, type DiagnosisRow } from './tables.ts';

const GUIDELINES = 'ICD-10-CM Official Guidelines for Coding and Reporting';
const SIBLINGS_SHOWN = 4;

type DiagnosisTable = NonNullable<CodingTables['diagnoses']>;

/** Diagnosis codes that are not in force, not complete, or less specific than the table allows. */
export function findDiagnosisCodeErrors(
  claim: Claim,
  table: DiagnosisTable | null,
): readonly CodingFinding[] {
  if (table === null) return [];
  return claim.diagnoses.flatMap(({ code, qualifier }, index) => {
    // ICD-9 qualifiers are two letters; that table is no more.
    if (!qualifier.startsWith('A')) return [];
    const finding = findingOf(code, table, claim.kind === 'institutional');
    return finding === null
      ? []
      : [{ ...finding, line: null, place: diagnosisPlaceOf(index + 1), codes: [code] }];
  });
}

type Judged = Omit<CodingFinding, 'line' | 'place' | 'codes'>;

function findingOf(code: string, table: DiagnosisTable, isGrouped: boolean): Judged | null {
  const category = table.byCategory.get(categoryOf(code)) ?? [];
  if (category.length === 0 && !table.isComplete) return null;
  const row = category.find((known) => known.code === code);
  const source = `ICD-10-CM order file, ${table.release.name}`;
  if (row === undefined) return notInForce(code, source);
  if (!row.isBillable) return incomplete(row, category, source);
  return unspecified(row, category, isGrouped);
}

function notInForce(code: string, source: string): Judged {
  return {
    rule: 'diagnosis_not_in_force',
    severity: 'wrong',
    confidence: 'high',
    says: `${withPoint(code)} is not a diagnosis code of the release in force on the day of service.`,
    correction: 'Look the condition up in the release of that day, and take the code the record supports.',
    raisesPayment: null,
    source,
  };
}

function incomplete({ code }: DiagnosisRow, category: readonly DiagnosisRow[], source: string): Judged {
  const below = category.filter((row) => row.isBillable && row.code.startsWith(code));
  return {
    rule: 'diagnosis_incomplete',
    severity: 'wrong',
    confidence: 'high',
    says: `${withPoint(code)} is a heading: a claim needs one of the codes below it.`,
    correction: `Take the one that the record supports${listed(below)}.`,
    raisesPayment: null,
    source,
  };
}

function unspecified(
  row: DiagnosisRow,
  category: readonly DiagnosisRow[],
  isGrouped: boolean,
): Judged | null {
  const { code, words } = row;
  if (!/\bunspecified\b|not otherwise specified/i.test(words)) return null;
  const sides = sidesOf(category);
  if (sides.get(code) === 'unspecified') {
    const withSide = codesWithSide(code, category, sides);
    return {
      rule: 'side_missing',
      severity: 'doubtful',
      confidence: 'high',
      says: `${withPoint(code)} leaves the side open, and the table has codes with a side.`,
      correction: `Take the code with the side that the record names${listed(withSide)}.`,
      raisesPayment: null,
      source: `${GUIDELINES}, I.B.13 (laterality)`,
    };
  }
  const siblings = category.filter(
    (other) =>
      other.isBillable &&
      other.code !== code &&
      other.code.length === code.length &&
      other.code.slice(0, -1) === code.slice(0, -1) &&
      !/\bunspecified\b|^other\b|not otherwise specified/i.test(other.words),
  );
  if (siblings.length === 0) return null;
  return {
    rule: 'diagnosis_unspecified',
    severity: 'doubtful',
    confidence: 'low',
    says: `${withPoint(code)} is unspecified, and the table has more specific codes beside it.`,
    correction: `If the record says more, take the code for it${listed(siblings)}.`,
    raisesPayment: isGrouped
      ? raisesPayment('A more specific diagnosis can move the claim to a group that pays more.')
      : null,
    source: `${GUIDELINES}, I.B.2 and I.B.18 (highest specificity; unspecified codes)`,
  };
}

function listed(rows: readonly DiagnosisRow[]): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, SIBLINGS_SHOWN).map(({ code, words }) => `${withPoint(code)} ${words}`);
  const more = rows.length > SIBLINGS_SHOWN ? `; ${rows.length - SIBLINGS_SHOWN} more` : '';
  return `: ${shown.join('; ')}${more}`;
}
