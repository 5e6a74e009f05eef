import { cents, day, type Kept, keptSegments, quantity, type Read, read, text } from './kept-elements.ts';

/** MIA (005010X221A1, loop 2100). Its remarks, MIA05 and MIA20-23, are `claim.remarks`. */
const INPATIENT = {
  coveredDaysOrVisits: quantity(1),
  operatingOutlierCents: cents(2),
  lifetimePsychiatricDays: quantity(3),
  drgCents: cents(4),
  disproportionateShareCents: cents(6),
  mspPassThroughCents: cents(7),
  capitalCents: cents(8),
  capitalFederalDrgCents: cents(9),
  capitalHospitalDrgCents: cents(10),
  capitalDisproportionateShareCents: cents(11),
  oldCapitalCents: cents(12),
  capitalIndirectMedicalEducationCents: cents(13),
  operatingHospitalDrgCents: cents(14),
  costReportDays: quantity(15),
  operatingFederalDrgCents: cents(16),
  capitalOutlierCents: cents(17),
  indirectTeachingCents: cents(18),
  nonpayableProfessionalCents: cents(19),
  capitalExceptionCents: cents(24),
};
export type InpatientAdjudication = Read<typeof INPATIENT>;

/** MOA (005010X221A1, loop 2100). Its remarks, MOA03-07, are `claim.remarks`. */
const OUTPATIENT = {
  /** A share: 0.8 is 80 %. */
  reimbursementRate: quantity(1),
  payableProceduresCents: cents(2),
  esrdCents: cents(8),
  nonpayableProfessionalCents: cents(9),
};
export type OutpatientAdjudication = Read<typeof OUTPATIENT>;

/** CLP11-13: what an inpatient claim was grouped to and priced by. */
const GROUPING = {
  drg: text(11),
  drgWeight: quantity(12),
  /** A share: 0.5 is half a discharge. */
  dischargeFraction: quantity(13),
};
export type DrgGrouping = Read<typeof GROUPING>;

/** TS3: totals of one provider, facility type and fiscal period. */
const PROVIDER_SUMMARY = {
  providerId: text(1),
  facilityType: text(2),
  fiscalPeriodEndsOn: day(3),
  claims: quantity(4),
  chargeCents: cents(5),
  mspPrimaryPaidCents: cents(13),
  nonLabChargeCents: cents(15),
  reportableProceduresCents: cents(17),
  payableProceduresCents: cents(18),
  professionalComponentCents: cents(20),
  mspPatientLiabilityCents: cents(21),
  patientReimbursementCents: cents(22),
  periodicInterimClaims: quantity(23),
  periodicInterimCents: cents(24),
};

/** TS2: totals of inpatient claims under prospective payment, behind the TS3 they belong to. */
const INPATIENT_SUMMARY = {
  drgCents: cents(1),
  federalDrgCents: cents(2),
  hospitalDrgCents: cents(3),
  disproportionateShareCents: cents(4),
  capitalCents: cents(5),
  indirectMedicalEducationCents: cents(6),
  outlierDays: quantity(7),
  dayOutlierCents: cents(8),
  costOutlierCents: cents(9),
  averageDrgDays: quantity(10),
  discharges: quantity(11),
  costReportDays: quantity(12),
  coveredDays: quantity(13),
  noncoveredDays: quantity(14),
  mspPassThroughCents: cents(15),
  averageDrgWeight: quantity(16),
  capitalFederalDrgCents: cents(17),
  capitalHospitalDrgCents: cents(18),
  disproportionateShareDrgCents: cents(19),
};

export type ProviderSummary = Read<typeof PROVIDER_SUMMARY> & {
  /** null without a TS2. */
  readonly inpatient: Read<typeof INPATIENT_SUMMARY> | null;
  /** Of its first segment: the claims behind it, up to the next summary, are those it sums up. */
  readonly byteStart: number;
};

/** What Medicare says of an inpatient claim beside its payment (MIA); null without one. Amounts are no part of the balance. */
export function inpatientAdjudicationOf(claim: Kept): InpatientAdjudication | null {
  const [mia] = keptSegments(claim, 'MIA');
  return mia === undefined ? null : read(INPATIENT, mia);
}

/** As `inpatientAdjudicationOf`, of an outpatient or professional claim (MOA). */
export function outpatientAdjudicationOf(claim: Kept): OutpatientAdjudication | null {
  const [moa] = keptSegments(claim, 'MOA');
  return moa === undefined ? null : read(OUTPATIENT, moa);
}

/** The diagnosis-related group of a claim, of whatever payer; null where CLP11-13 are empty. */
export function drgGroupingOf(claim: Kept): DrgGrouping | null {
  const [clp] = keptSegments(claim, 'CLP');
  if (clp === undefined) return null;
  const grouping = read(GROUPING, clp);
  const isEmpty = grouping.drg === '' && grouping.drgWeight === null && grouping.dischargeFraction === null;
  return isEmpty ? null : grouping;
}

/**
 * The totals a payer gives for each provider, facility type and fiscal period (TS3 with TS2, loop 2000; Medicare Part A).
 * Information, no part of the balance. Elements that only version 4010 has stay in `otherSegments`.
 *
 * @param remittance the event `remittance`
 */
export function providerSummariesOf(remittance: Kept): readonly ProviderSummary[] {
  const { otherSegments } = remittance;
  return otherSegments.flatMap((segment, nth) => {
    if (segment.id !== 'TS3') return [];
    const next = otherSegments[nth + 1];
    const inpatient = next?.id === 'TS2' ? read(INPATIENT_SUMMARY, next) : null;
    return [{ ...read(PROVIDER_SUMMARY, segment), inpatient, byteStart: segment.byteStart }];
  });
}
