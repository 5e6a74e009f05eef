import type { Segment } from '../x12/segment.ts';
import { tagOf } from '../x12/segments.ts';
import { procedureAt } from './composite.ts';
import { grown, NOTHING } from './grown-list.ts';
import type { ClaimPayment, OtherSegment, Party, ServiceLine } from './remittance.ts';
import type { SegmentValues } from './segment-values.ts';

/** A type of the remittance while it is being read: its fields may still change, its lists be replaced (`grown`). */
type InProgress<T> = { -readonly [K in keyof T]: T[K] };
export type ClaimInProgress = InProgress<ClaimPayment>;
export type LineInProgress = InProgress<ServiceLine>;

const HE = tagOf('HE');
const RX = tagOf('RX');
const RD8 = tagOf('RD8');
const SERVICE_DATE = tagOf('472');
const SERVICE_FROM = tagOf('150');
const SERVICE_TO = tagOf('151');
const STATEMENT_FROM = tagOf('232');
const STATEMENT_TO = tagOf('233');
const RECEIVED = tagOf('050');
const RECEIVED_SHORT = tagOf('50');
const COVERAGE_EXPIRED = tagOf('036');
const COVERAGE_EXPIRED_SHORT = tagOf('36');
const REMARKS_OF_MIA = [5, 20, 21, 22, 23];
const REMARKS_OF_MOA = [3, 4, 5, 6, 7];

/** Opens the claim of a CLP segment. */
export function openClaim(segment: Segment, ordinal: number): ClaimInProgress {
  return {
    ordinal,
    claimId: segment.ownText(1),
    status: withoutZeros(segment.code(2)),
    chargeCents: segment.cents(3),
    paidCents: segment.cents(4),
    patientResponsibilityCents: segment.cents(5),
    filingIndicator: segment.text(6),
    payerClaimControlNumber: segment.ownText(7),
    facilityType: segment.text(8),
    frequency: segment.text(9),
    adjustments: NOTHING,
    remarks: NOTHING,
    parties: NOTHING,
    references: NOTHING,
    amounts: NOTHING,
    statementFrom: null,
    statementTo: null,
    receivedOn: null,
    coverageExpiredOn: null,
    lines: NOTHING,
    otherSegments: NOTHING,
    byteStart: segment.byteStart,
    byteEnd: segment.byteEnd,
  };
}

/** Whether a CLP lacks what every claim must have: number, status, charge or payment (CLP01-04). */
export function isIncompleteClaim(segment: Segment): boolean {
  return segment.isEmpty(1) || segment.isEmpty(2) || segment.isEmpty(3) || segment.isEmpty(4);
}

/** Opens the line of a SVC segment. */
export function openLine(
  segment: Segment,
  ordinal: number,
  componentSeparator: number | null,
  values: SegmentValues,
): LineInProgress {
  const procedure = procedureAt(segment, 1, componentSeparator);
  const revenueCode = segment.code(4);
  return {
    ordinal,
    procedure,
    submittedProcedure: procedureAt(segment, 6, componentSeparator),
    revenueCode: revenueCode === '' && procedure?.qualifier === 'NU' ? procedure.code : revenueCode,
    chargeCents: segment.cents(2),
    paidCents: segment.cents(3),
    unitsPaid: values.quantity(segment, 5) ?? 1,
    unitsSubmitted: values.quantity(segment, 7),
    serviceFrom: null,
    serviceTo: null,
    adjustments: NOTHING,
    remarks: NOTHING,
    rejectCodes: NOTHING,
    references: NOTHING,
    amounts: NOTHING,
    otherSegments: NOTHING,
  };
}

/**
 * Adds the up to six adjustments of a CAS to a claim or line, as sent and in order. A hole among them does not end
 * the segment; money without a reason is kept under the reason '' rather than lost.
 *
 * @returns the cents they take off.
 */
export function addAdjustments(
  to: ClaimInProgress | LineInProgress,
  segment: Segment,
  values: SegmentValues,
): number {
  const group = segment.code(1);
  let { adjustments } = to;
  let cents = 0;
  for (let at = 2; at < segment.elements; at += 3) {
    const amountCents = segment.cents(at + 1);
    if (segment.isEmpty(at) && amountCents === 0) continue;
    adjustments = grown(adjustments, {
      group,
      carc: withoutZeros(segment.code(at)),
      amountCents,
      quantity: values.quantity(segment, at + 2),
    });
    cents += amountCents;
  }
  to.adjustments = adjustments;
  return cents;
}

/** Some payers fill codes with zeros: CARC 045 is 45, status 022 is 22. */
function withoutZeros(code: string): string {
  let zeros = 0;
  while (zeros < code.length - 1 && code.charCodeAt(zeros) === 0x30) zeros++;
  return zeros === 0 ? code : code.slice(zeros);
}

/** Adds the remark codes of a MIA or MOA to the claim. */
export function addClaimRemarks(claim: ClaimInProgress, segment: Segment, kind: 'MIA' | 'MOA'): void {
  for (const at of kind === 'MIA' ? REMARKS_OF_MIA : REMARKS_OF_MOA) {
    if (!segment.isEmpty(at)) claim.remarks = grown(claim.remarks, segment.code(at));
  }
}

/** Adds the code of a LQ: to the line, or to the claim when it comes before the first line. */
export function addIndustryCode(
  claim: ClaimInProgress,
  line: LineInProgress | null,
  segment: Segment,
): 'added' | 'not_read' {
  const list = segment.qualifier(1);
  if (segment.isEmpty(2) || (list !== HE && list !== RX)) return 'not_read';
  if (list === HE) {
    const to = line ?? claim;
    to.remarks = grown(to.remarks, segment.code(2));
  } else if (line !== null) line.rejectCodes = grown(line.rejectCodes, segment.code(2));
  else return 'not_read';
  return 'added';
}

export function partyOf(segment: Segment): Party {
  return {
    entity: segment.code(1),
    lastOrOrganisationName: segment.text(3),
    firstName: segment.text(4),
    middleName: segment.text(5),
    idQualifier: segment.code(8),
    id: segment.ownText(9),
  };
}

export function addReference(to: ClaimInProgress | LineInProgress, segment: Segment): void {
  to.references = grown(to.references, { qualifier: segment.code(1), value: segment.ownText(2) });
}

export function addAmount(to: ClaimInProgress | LineInProgress, segment: Segment): void {
  to.amounts = grown(to.amounts, { qualifier: segment.code(1), amountCents: segment.cents(2) });
}

/** A segment without a field of its own, as sent. */
export function otherSegmentOf(segment: Segment): OtherSegment {
  // Made to measure, as in `grown`.
  const elements = new Array<string>(segment.elements - 1);
  for (let i = 1; i < segment.elements; i++) elements[i - 1] = segment.text(i);
  return { id: segment.text(0), elements, byteStart: segment.byteStart };
}

/**
 * Sets the date of a DTM, or of a DTP (which has the format in between and may hold a range).
 *
 * @returns false when it says something that has no field.
 */
export function setDate(
  claim: ClaimInProgress,
  line: LineInProgress | null,
  segment: Segment,
  kind: 'DTM' | 'DTP',
  values: SegmentValues,
): boolean {
  const qualifier = segment.qualifier(1);
  let from: string | null;
  let to: string | null;
  if (kind === 'DTP' && segment.qualifier(2) === RD8) {
    const start = segment.from(3);
    from = values.dateBetween(segment, start, Math.min(start + 8, segment.to(3)));
    to = values.dateBetween(segment, Math.min(start + 9, segment.to(3)), segment.to(3));
  } else {
    from = values.date(segment, kind === 'DTP' ? 3 : 2);
    to = from;
  }
  if (from === null && to === null) return false;
  if (qualifier === SERVICE_DATE) {
    if (line !== null) {
      line.serviceFrom = from;
      line.serviceTo = to;
    } else {
      // A claim without lines may carry its service date itself.
      claim.statementFrom ??= from;
      claim.statementTo ??= to;
    }
  } else if (qualifier === SERVICE_FROM && line !== null) line.serviceFrom ??= from;
  else if (qualifier === SERVICE_TO && line !== null) line.serviceTo ??= to;
  else if (qualifier === STATEMENT_FROM) claim.statementFrom = from;
  else if (qualifier === STATEMENT_TO) claim.statementTo = to;
  else if (qualifier === RECEIVED || qualifier === RECEIVED_SHORT) claim.receivedOn = from;
  else if (qualifier === COVERAGE_EXPIRED || qualifier === COVERAGE_EXPIRED_SHORT)
    claim.coverageExpiredOn = from;
  else return false;
  return true;
}
