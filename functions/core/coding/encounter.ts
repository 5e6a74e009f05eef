import { billingIdsOf, type Claim } from '../claim/claim.ts';
import { addYears, type CalendarDate } from '../time/calendar-date.ts';
import { type BilledLine, billedLinesOf, servicePlaceOf } from './billed-line.ts';
import { type CodingFinding, raisesPayment } from './finding.ts';

/** What the practice saw of this patient before. Gathered by the caller from the claims on file. */
export interface VisitHistory {
  /** The first day from which every claim of the practice is on file, yyyy-mm-dd; null = nobody says so. */
  readonly completeSince: string | null;
  /** Professional services of this patient on earlier claims of the practice. */
  readonly services: readonly {
    readonly on: string;
    /** NPI of who rendered it. */
    readonly renderedBy: string;
  }[];
}

const NEW_PATIENT = /^(?:9920[2-5]|9934[1245]|9938[1-7]|92002|92004)$/;
const ESTABLISHED_PATIENT = /^(?:9921[1-5]|9934[7-9]|99350|9939[1-7]|92012|92014)$/;
const THREE_YEARS = 'Medicare Claims Processing Manual, ch. 12, 30.6.7.A: new = not seen in three years';

/** New-patient codes for somebody seen before, and established-patient codes for somebody never seen. */
export function findWrongPatientStatus(
  claim: Claim,
  lines: readonly BilledLine[],
  history: VisitHistory | null,
): readonly CodingFinding[] {
  if (history === null || claim.kind !== 'professional') return [];
  return lines.flatMap((billed): readonly CodingFinding[] => {
    const since = addYears(billed.on as CalendarDate, -3);
    const before = history.services.filter(({ on }) => on < billed.on && on >= since);
    const found = {
      line: billed.line.ordinal,
      place: servicePlaceOf(claim, 'code'),
      codes: [billed.code],
      source: THREE_YEARS,
    } as const;
    if (NEW_PATIENT.test(billed.code) && before.length > 0) {
      const last = before.reduce((latest, { on }) => (on > latest ? on : latest), '');
      const isSamePerson = before.some(({ renderedBy }) => renderedBy === billed.renderedBy);
      return [
        {
          ...found,
          rule: 'new_patient_seen_before',
          severity: isSamePerson ? 'wrong' : 'doubtful',
          confidence: isSamePerson ? 'high' : 'medium',
          says: isSamePerson
            ? `${billed.code} is for a new patient, and the same person saw this patient on ${last}.`
            : `${billed.code} is for a new patient, and the practice saw this patient on ${last}: that counts where it was in the same specialty.`,
          correction: 'Take the code of an established patient that the record supports.',
          raisesPayment: null,
        },
      ];
    }
    const isKnown = history.completeSince !== null && history.completeSince <= since;
    if (ESTABLISHED_PATIENT.test(billed.code) && isKnown && before.length === 0) {
      return [
        {
          ...found,
          rule: 'established_patient_not_seen',
          severity: 'doubtful',
          confidence: 'low',
          says: `${billed.code} is for an established patient, and no claim of the last three years shows a visit.`,
          correction:
            'Look in the record; if the patient was new, take the code of a new patient that it supports.',
          raisesPayment: raisesPayment('Codes of new patients pay more.'),
        },
      ];
    }
    return [];
  });
}

/** Visits, procedures and eye examinations: services for which the patient was there. Not laboratory or imaging. */
const FACE_TO_FACE = /^(?:99[2-4]\d\d|920[01][24]|[1-6]\d{4})$/;

/** The services of a claim that make its patient one who was seen. */
export function visitsOf(claim: Claim): VisitHistory['services'] {
  if (claim.kind !== 'professional') return [];
  return billedLinesOf(claim, claim.serviceFrom ?? '')
    .filter(({ code, on }) => FACE_TO_FACE.test(code) && on !== '')
    .map(({ on, renderedBy }) => ({ on, renderedBy }));
}

/** Whether two claims are of one patient of one practice: billing NPI or TIN, member number and birth date. */
export function isSamePatient(a: Claim, b: Claim): boolean {
  const [first, second] = [a, b].map((claim) => {
    const { npi, tin } = billingIdsOf(claim);
    const member = claim.coverage?.subscriber?.id ?? '';
    const bornOn = claim.patient?.bornOn ?? null;
    return member === '' || bornOn === null ? null : JSON.stringify([npi ?? tin, member, bornOn]);
  });
  return first !== null && first === second;
}
