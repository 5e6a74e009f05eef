import type { Claim } from '../claim/claim.ts';
import { diagnosisPlaceOf, pointableDiagnosesOf, servicePlaceOf } from './billed-line.ts';
import type { CodingFinding } from './finding.ts';

const POINTER_RULE = 'X12 005010X222A1, SV107: each line points to diagnoses of its claim';

/** Diagnoses that are not there, lines that point to none, and pointers to what is not on the claim. */
export function findUnlinkedDiagnoses(claim: Claim): readonly CodingFinding[] {
  // Dental claims go without diagnoses, and institutional lines point to none.
  if (claim.kind === 'dental') return [];
  const pointable = pointableDiagnosesOf(claim).length;
  if (pointable === 0) return [noDiagnosis];
  if (claim.kind === 'institutional') return [];
  return claim.lines.flatMap(({ ordinal, diagnosisPointers }): CodingFinding[] => {
    const place = servicePlaceOf(claim, 'pointer');
    const found = {
      severity: 'wrong',
      confidence: 'high',
      line: ordinal,
      place,
      raisesPayment: null,
    } as const;
    if (diagnosisPointers.length === 0) {
      return [
        {
          ...found,
          rule: 'diagnosis_not_linked',
          codes: [],
          says: 'The line points to no diagnosis, so that nothing on the claim says why it was done.',
          correction:
            pointable === 1
              ? 'Point the line to the one diagnosis of the claim, if the record supports it.'
              : `Point the line to the diagnosis for which it was done (the claim has ${pointable}).`,
          source: POINTER_RULE,
        },
      ];
    }
    const dangling = diagnosisPointers.filter((pointer) => pointer > pointable);
    return dangling.map((pointer) => ({
      ...found,
      rule: 'diagnosis_pointer_dangling',
      codes: [String(pointer)],
      says: `The line points to diagnosis ${pointer}, and the claim has ${pointable === 1 ? 'one' : pointable}.`,
      correction: 'Point the line to a diagnosis that is on the claim, or add the one that was left out.',
      source: POINTER_RULE,
    }));
  });
}

const noDiagnosis: CodingFinding = {
  rule: 'diagnosis_missing',
  severity: 'wrong',
  confidence: 'high',
  line: null,
  place: diagnosisPlaceOf(1),
  codes: [],
  says: 'The claim has no diagnosis.',
  correction: 'Add the diagnoses from the record and point each line to the one for which it was done.',
  raisesPayment: null,
  source: 'X12 005010X222A1 and X223A3, HI of loop 2300: the principal diagnosis is required',
};
