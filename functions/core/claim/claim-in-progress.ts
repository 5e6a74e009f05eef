import type { Segment } from '../x12/segment.ts';
import type {
  Accident,
  Claim,
  ClaimLine,
  ClaimParty,
  Coverage,
  LineAdjudication,
  OtherPayer,
  Patient,
  RawClaim,
  Submission,
} from './claim.ts';
import { accidentOf } from './health-codes.ts';
import type { InProgress } from './segment-text.ts';
import type { ClaimValues } from './values.ts';

export type CoverageInProgress = InProgress<Coverage>;
export type OtherPayerInProgress = InProgress<OtherPayer>;
export type PatientInProgress = InProgress<Patient>;
export type AdjudicationInProgress = InProgress<LineAdjudication>;
export type LineInProgress = InProgress<ClaimLine> & { hasService: boolean };

/** The claim between its CLM and its end. */
export interface ClaimInProgress {
  readonly number: number;
  readonly claimId: string;
  readonly chargeCents: number;
  readonly hasCharge: boolean;
  readonly facilityCode: string;
  readonly facilityQualifier: string;
  readonly frequency: string;
  readonly assignment: string;
  readonly accident: Accident | null;
  readonly diagnoses: Claim['diagnoses'][number][];
  readonly otherCodes: Claim['otherCodes'][number][];
  readonly dates: Claim['dates'][number][];
  readonly references: Claim['references'][number][];
  readonly amounts: Claim['amounts'][number][];
  readonly providers: ClaimParty[];
  readonly otherPayers: OtherPayerInProgress[];
  readonly notes: Claim['notes'][number][];
  readonly attachments: Claim['attachments'][number][];
  readonly lines: LineInProgress[];
}

/** CLM. */
export function openClaim(clm: Segment, values: ClaimValues): ClaimInProgress {
  const [facilityCode = '', facilityQualifier = '', frequency = ''] = values.components(clm.text(5));
  return {
    number: clm.number,
    claimId: clm.text(1),
    chargeCents: clm.cents(2),
    hasCharge: !clm.isEmpty(2),
    facilityCode: facilityCode.toUpperCase(),
    facilityQualifier: facilityQualifier.toUpperCase(),
    frequency: frequency.toUpperCase(),
    assignment: clm.code(7),
    accident: accidentOf(clm, values),
    diagnoses: [],
    otherCodes: [],
    dates: [],
    references: [],
    amounts: [],
    providers: [],
    otherPayers: [],
    notes: [],
    attachments: [],
    lines: [],
  };
}

/** SBR: the coverage the claim is sent to, or one of the other payers. */
export function openCoverage(sbr: Segment): CoverageInProgress {
  return {
    sequence: sbr.code(1),
    relationship: sbr.code(2),
    groupNumber: sbr.text(3),
    groupName: sbr.text(4),
    filingIndicator: sbr.code(9),
    subscriber: null,
    subscriberBornOn: null,
    payer: null,
  };
}

export function openOtherPayer(sbr: Segment): OtherPayerInProgress {
  return {
    ...openCoverage(sbr),
    adjustments: [],
    amounts: [],
    paidCents: null,
    adjudicatedOn: null,
    references: [],
    parties: [],
  };
}

/** LX, or the service segment of a line without one. */
export function openLine(ordinal: number, number: string): LineInProgress {
  return {
    ordinal,
    number,
    procedure: null,
    description: '',
    revenueCode: '',
    chargeCents: 0,
    units: null,
    unitBasis: '',
    placeOfService: '',
    diagnosisPointers: [],
    serviceFrom: null,
    serviceTo: null,
    controlNumber: '',
    drugCode: '',
    dates: [],
    references: [],
    providers: [],
    notes: [],
    attachments: [],
    adjudications: [],
    hasService: false,
  };
}

/** SV1: professional service. */
export function readProfessionalService(line: LineInProgress, sv1: Segment, values: ClaimValues): void {
  line.procedure = values.procedure(sv1.text(1));
  line.description = values.components(sv1.text(1))[6] ?? '';
  line.chargeCents = sv1.cents(2);
  line.unitBasis = sv1.code(3);
  line.units = values.quantity(sv1.text(4));
  line.placeOfService = sv1.code(5);
  line.diagnosisPointers = pointersOf(sv1.text(7), values);
}

/** SV2: institutional service, with or without a procedure. */
export function readInstitutionalService(line: LineInProgress, sv2: Segment, values: ClaimValues): void {
  line.revenueCode = sv2.code(1);
  line.procedure = values.procedure(sv2.text(2));
  line.description = values.components(sv2.text(2))[6] ?? '';
  line.chargeCents = sv2.cents(3);
  line.unitBasis = sv2.code(4);
  line.units = values.quantity(sv2.text(5));
}

/** SV3: dental service. */
export function readDentalService(line: LineInProgress, sv3: Segment, values: ClaimValues): void {
  line.procedure = values.procedure(sv3.text(1));
  line.description = values.components(sv3.text(1))[6] ?? '';
  line.chargeCents = sv3.cents(2);
  line.placeOfService = sv3.code(3);
  line.unitBasis = 'UN';
  line.units = values.quantity(sv3.text(6));
  line.diagnosisPointers = pointersOf(sv3.text(11), values);
}

/** SVD. */
export function openAdjudication(svd: Segment, values: ClaimValues): AdjudicationInProgress {
  return {
    payerId: svd.text(1),
    paidCents: svd.cents(2),
    procedure: values.procedure(svd.text(3)),
    units: values.quantity(svd.text(5)),
    adjustments: [],
    adjudicatedOn: null,
  };
}

/** Everything put together at the end of a claim. */
export function closeClaim(
  claim: ClaimInProgress,
  above: Pick<Claim, 'billingProvider' | 'coverage' | 'patient'> & { readonly submission: Submission },
  ordinal: number,
  raw: RawClaim,
): Claim {
  const { number, hasCharge, facilityQualifier, ...told } = claim;
  const kind = kindOf(above.submission.version, claim);
  const values = (qualifier: string) =>
    claim.references.flatMap((r) => (r.qualifier === qualifier && r.value !== '' ? [r.value] : []));
  const dateOf = (qualifier: string) => claim.dates.find((date) => date.qualifier === qualifier) ?? null;
  const statement = dateOf('434');
  const days = claim.lines
    .flatMap(({ serviceFrom, serviceTo }) => [serviceFrom, serviceTo])
    .filter((day) => day !== null)
    .sort();
  return {
    ...told,
    ordinal,
    kind,
    typeOfBill: kind === 'institutional' ? `${claim.facilityCode}${claim.frequency}` : '',
    ...above,
    accidentOn: dateOf('439')?.from ?? null,
    priorAuthorizations: values('G1'),
    referrals: values('9F'),
    originalReference: values('F8')[0] ?? '',
    serviceFrom: statement?.from ?? dateOf('472')?.from ?? days[0] ?? null,
    serviceTo: statement?.to ?? dateOf('472')?.to ?? days.at(-1) ?? null,
    admittedOn: dateOf('435')?.from ?? null,
    onsetOn: dateOf('431')?.from ?? null,
    lines: claim.lines.map(({ hasService, ...line }) => line),
    raw,
  };
}

/** By the guide the transaction says it follows; where it names none, by CLM05-2 and the kind of service lines. */
function kindOf(version: string, claim: ClaimInProgress): Claim['kind'] {
  if (/X223|X096/.test(version)) return 'institutional';
  if (/X222|X098/.test(version)) return 'professional';
  if (/X224|X097/.test(version)) return 'dental';
  const hasRevenueCode = claim.lines.some(({ revenueCode }) => revenueCode !== '');
  return claim.facilityQualifier === 'A' || hasRevenueCode ? 'institutional' : 'professional';
}

function pointersOf(text: string, values: ClaimValues): number[] {
  return values
    .components(text)
    .map(Number)
    .filter((pointer) => Number.isInteger(pointer) && pointer > 0);
}
