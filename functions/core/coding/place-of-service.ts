import type { Claim } from '../claim/claim.ts';
import { type BilledLine, servicePlaceOf } from './billed-line.ts';
import { type CodingFinding, raisesPayment } from './finding.ts';

/** A family of visit codes and the places of service (CMS place of service code set) that contradict it. */
interface VisitFamily {
  readonly codes: RegExp;
  readonly name: string;
  readonly never: readonly string[];
  /** Where such visits take place, in words. */
  readonly instead: string;
}

const OFFICES = ['03', '04', '11', '12', '17', '20', '49', '50', '71', '72', '81'];

// Own words: the descriptions of CPT are licensed. Where payers differ, the place is left out.
const FAMILIES: readonly VisitFamily[] = [
  {
    codes: /^(?:9920[2-5]|9921[1-5])$/,
    name: 'an office or outpatient visit',
    never: ['21', '51', '61'],
    instead: 'a hospital inpatient takes the hospital visit codes',
  },
  {
    codes: /^992(?:2[1-3]|3[1-9])$/,
    name: 'a hospital inpatient or observation visit',
    never: OFFICES,
    instead: 'it takes place in a hospital (21, 22, 23, 51 …)',
  },
  {
    codes: /^9928[1-5]$/,
    name: 'an emergency department visit',
    never: ['11', '12', '20', '21', '31', '32', '50', '72'],
    instead: 'it takes place in an emergency department (23)',
  },
  {
    codes: /^993(?:0[4-9]|1[0568])$/,
    name: 'a nursing facility visit',
    never: ['11', '12', '20', '21', '22', '23'],
    instead: 'it takes place in a nursing facility (31, 32 …)',
  },
  {
    codes: /^993(?:4[1-9]|50)$/,
    name: 'a visit at home or in a residence',
    never: ['11', '20', '21', '22', '23', '31', '32', '49', '50'],
    instead: 'it takes place where the patient lives (12, 13, 14, 33 …)',
  },
];

/** Visits whose code says one kind of place and whose place of service says another. */
export function findWrongPlaces(claim: Claim, lines: readonly BilledLine[]): readonly CodingFinding[] {
  if (claim.kind !== 'professional') return [];
  return lines.flatMap(({ line, code, placeOfService }): readonly CodingFinding[] => {
    const family = FAMILIES.find(({ codes }) => codes.test(code));
    if (family === undefined || !family.never.includes(placeOfService)) return [];
    return [
      {
        rule: 'place_against_service',
        severity: 'wrong',
        confidence: 'high',
        line: line.ordinal,
        place:
          line.placeOfService === ''
            ? { loop: '2300', segment: 'CLM', element: 'CLM05-1' }
            : servicePlaceOf(claim, 'place'),
        codes: [code, placeOfService],
        says: `${code} is ${family.name}, and the place of service is ${placeOfService}: ${family.instead}.`,
        correction: 'Look in the record where the patient was seen, and correct the place or the code.',
        raisesPayment: raisesPayment('Another place or another code can pay more.'),
        source: 'CMS place of service code set; Medicare Claims Processing Manual, ch. 12, 30.6',
      },
    ];
  });
}
