import type { Adjustment, ClaimPayment, Party, Reference, ServiceLine } from '../remittance/remittance.ts';
import type { SentClaim, SentLine } from './claim.ts';

/** A line as adjudicated: what the reader must find, field by field. */
export type PaidLine = Pick<
  ServiceLine,
  | 'ordinal'
  | 'procedure'
  | 'revenueCode'
  | 'chargeCents'
  | 'paidCents'
  | 'unitsPaid'
  | 'unitsSubmitted'
  | 'serviceFrom'
  | 'serviceTo'
  | 'adjustments'
  | 'remarks'
  | 'references'
  | 'amounts'
>;

/** A claim as adjudicated: what the reader must find, field by field. */
export type PaidClaim = Pick<
  ClaimPayment,
  | 'claimId'
  | 'status'
  | 'chargeCents'
  | 'paidCents'
  | 'patientResponsibilityCents'
  | 'filingIndicator'
  | 'payerClaimControlNumber'
  | 'facilityType'
  | 'frequency'
  | 'adjustments'
  | 'remarks'
  | 'parties'
  | 'references'
  | 'amounts'
  | 'statementFrom'
  | 'statementTo'
  | 'receivedOn'
  | 'coverageExpiredOn'
> & { readonly lines: readonly PaidLine[] };

/** One CLP loop of a run, with what is meant by it. */
export interface Adjudication {
  readonly sent: SentClaim;
  readonly payment: PaidClaim;
  /** `first` is the claim's first decision; the others answer or undo it. */
  readonly kind: 'first' | 'reversal' | 'correction' | 'upheld';
  /** Denial-class money in it. */
  readonly deniedCents: number;
  readonly isHeld: boolean;
}

/** The parts of an adjudication that differ from claim to claim; the rest is copied from the claim as sent. */
export interface Ruling {
  readonly lines: readonly PaidLine[];
  /** CAS of the claim itself. */
  readonly adjustments: readonly Adjustment[];
  readonly status: string;
  readonly remarks: readonly string[];
  readonly parties: readonly Party[];
  readonly references: readonly Reference[];
  readonly interestCents: number;
  readonly coverageExpiredOn: string | null;
  readonly frequency: '1' | '7';
  readonly payerClaimControlNumber: string;
}

/** The CLP07 of the adjudication that follows one with this number. */
export function controlNumberAfter(controlNumber: string): string {
  return `${controlNumber}A`;
}

export function adjustment(
  group: string,
  carc: string,
  amountCents: number,
  quantity: number | null = null,
): Adjustment {
  return { group, carc, amountCents, quantity };
}

export function adjustedCents(adjustments: readonly Adjustment[], group?: string): number {
  let cents = 0;
  for (const one of adjustments) if (group === undefined || one.group === group) cents += one.amountCents;
  return cents;
}

const GROUPS = ['CO', 'PI', 'OA', 'PR'];

/** One CAS a group: adjustments of one group stand together. */
function byGroup(adjustments: readonly Adjustment[]): readonly Adjustment[] {
  if (isByGroup(adjustments)) return adjustments;
  return [...adjustments].sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

function isByGroup(adjustments: readonly Adjustment[]): boolean {
  let last = 0;
  for (const { group } of adjustments) {
    const rank = GROUPS.indexOf(group);
    if (rank < last) return false;
    last = rank;
  }
  return true;
}

/** The line with its adjustments: what is left is paid. */
export function ruledLine(
  sent: SentLine,
  ordinal: number,
  adjustments: readonly Adjustment[],
  details: {
    readonly allowedCents?: number;
    readonly remarks?: readonly string[];
    readonly policy?: string;
    readonly unitsPaid?: number;
  } = {},
): PaidLine {
  const { service, units, chargeCents } = sent;
  const sorted = byGroup(adjustments);
  const { allowedCents = 0, remarks = [], policy, unitsPaid = units } = details;
  const isRevenueOnly = service.code === '';
  const controlNumber: Reference = { qualifier: '6R', value: sent.controlNumber };
  return {
    ordinal,
    procedure: isRevenueOnly
      ? { qualifier: 'NU', code: service.revenueCode, modifiers: [] }
      : { qualifier: 'HC', code: service.code, modifiers: service.modifiers },
    revenueCode: service.revenueCode,
    chargeCents,
    paidCents: chargeCents - adjustedCents(adjustments),
    unitsPaid,
    unitsSubmitted: unitsPaid === units ? null : units,
    serviceFrom: sent.from,
    serviceTo: sent.to,
    adjustments: sorted,
    remarks,
    references: policy === undefined ? [controlNumber] : [controlNumber, { qualifier: '0K', value: policy }],
    amounts: allowedCents > 0 ? [{ qualifier: 'B6', amountCents: allowedCents }] : [],
  };
}

/** The claim with its ruling: its charge less all adjustments, of the claim and of its lines, is paid. */
export function ruledClaim(sent: SentClaim, ruling: Ruling): PaidClaim {
  let taken = adjustedCents(ruling.adjustments);
  let patientShare = adjustedCents(ruling.adjustments, 'PR');
  for (const { adjustments } of ruling.lines) {
    taken += adjustedCents(adjustments);
    patientShare += adjustedCents(adjustments, 'PR');
  }
  const { interestCents } = ruling;
  return {
    claimId: sent.claimId,
    status: ruling.status,
    chargeCents: sent.chargeCents,
    paidCents: sent.chargeCents - taken,
    patientResponsibilityCents: patientShare,
    filingIndicator: sent.payer.filing,
    payerClaimControlNumber: ruling.payerClaimControlNumber,
    facilityType: sent.form === 'institutional' ? sent.billType : sent.placeOfService,
    frequency: ruling.frequency,
    adjustments: byGroup(ruling.adjustments),
    remarks: ruling.remarks,
    parties: ruling.parties,
    references: ruling.references,
    amounts: interestCents > 0 ? [{ qualifier: 'I', amountCents: interestCents }] : [],
    statementFrom: sent.serviceFrom,
    statementTo: sent.serviceTo,
    receivedOn: sent.receivedOn,
    coverageExpiredOn: ruling.coverageExpiredOn,
    lines: ruling.lines,
  };
}

/** The same claim taken back: status 22, every amount negated under its own group (X12 RFI 1147). */
export function reversalOf({ sent, payment }: Adjudication): Adjudication {
  return {
    sent,
    kind: 'reversal',
    deniedCents: 0,
    isHeld: false,
    payment: {
      ...payment,
      status: '22',
      chargeCents: negated(payment.chargeCents),
      paidCents: negated(payment.paidCents),
      // No CLP05 on a reversal (RFI 2548), no crossover carrier (RFI 1981).
      patientResponsibilityCents: 0,
      parties: payment.parties.filter(({ entity }) => entity !== 'TT'),
      amounts: [],
      remarks: [],
      adjustments: payment.adjustments.map(negatedAdjustment),
      lines: payment.lines.map((line) => ({
        ...line,
        chargeCents: negated(line.chargeCents),
        paidCents: negated(line.paidCents),
        adjustments: line.adjustments.map(negatedAdjustment),
        amounts: [],
        remarks: [],
      })),
    },
  };
}

function negatedAdjustment(one: Adjustment): Adjustment {
  return { ...one, amountCents: negated(one.amountCents) };
}

function negated(cents: number): number {
  return cents === 0 ? 0 : -cents;
}
