import type { Claim } from '../claim/claim.ts';
import { billedLinesOf } from './billed-line.ts';
import { findComponents } from './code-pairs.ts';
import { findDiagnosisCodeErrors } from './diagnosis-codes.ts';
import { findUnlinkedDiagnoses } from './diagnosis-links.ts';
import { findWrongPatientStatus, type VisitHistory } from './encounter.ts';
import type { CodingFinding } from './finding.ts';
import { findMissingModifiers } from './modifiers.ts';
import { findWrongPlaces } from './place-of-service.ts';
import { findContradictedSides } from './side-against-modifier.ts';
import type { CodingTables } from './tables.ts';
import { findTooManyUnits } from './units.ts';

/**
 * What looks wrong on a claim as it was sent, each finding under the rule that found it. Findings of the claim come
 * first, then those of its lines in their order; of one place, what is wrong before what is doubtful. They are for a
 * person: no finding decides, routes or sends anything.
 *
 * @param tables what the tables in force on the day of service say of its codes; NO_TABLES where none is loaded
 * @param onDate yyyy-mm-dd: the day for a line without a day of its own
 * @param history what the practice saw of the patient before; null = not known
 * @example
 * findCodingErrors(claim, NO_TABLES, '2026-10-05') // [{ rule: 'diagnosis_not_linked', line: 2, … }]
 */
export function findCodingErrors(
  claim: Claim,
  tables: CodingTables,
  onDate: string,
  history: VisitHistory | null = null,
): readonly CodingFinding[] {
  // A void asks for nothing.
  if (claim.frequency === '8') return [];
  const lines = billedLinesOf(claim, onDate);
  const findings = [
    ...findUnlinkedDiagnoses(claim),
    ...findDiagnosisCodeErrors(claim, tables.diagnoses),
    ...findContradictedSides(claim, lines, tables.diagnoses),
    ...findWrongPatientStatus(claim, lines, history),
    ...findWrongPlaces(claim, lines),
    ...findComponents(claim, lines, tables.pairs),
    ...findTooManyUnits(claim, lines, tables.limits),
    ...findMissingModifiers(claim, lines),
  ];
  return findings.toSorted(
    (a, b) =>
      (a.line ?? 0) - (b.line ?? 0) || Number(a.severity === 'doubtful') - Number(b.severity === 'doubtful'),
  );
}
