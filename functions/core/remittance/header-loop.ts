import type { Segment } from '../x12/segment.ts';
import { BPR, CUR, DTM, N1, N3, N4, REF, TRN, tagOf } from '../x12/segments.ts';
import type { RemittanceHeader } from './remittance.ts';
import type { SegmentValues } from './segment-values.ts';

const PAYER = tagOf('PR');
const PAYEE = tagOf('PE');
const NPI = tagOf('XX');
const TIN = tagOf('FI');
const PAYER_ID = tagOf('2U');
const TAX_ID = tagOf('TJ');
const PRODUCTION = tagOf('405');

/** Collects what stands before the first claim: payment, trace number, payer and payee, in whatever order. */
export class HeaderInProgress {
  private readonly ordinal: number;
  private readonly transaction: string;
  private readonly version: string;
  private party: 'payer' | 'payee' | 'other' | null = null;
  private hasBpr = false;
  private handling = '';
  private paymentCents = 0;
  private paymentMethod = '';
  private paidOn: string | null = null;
  private producedOn: string | null = null;
  private traceNumber: string | null = null;
  private tracePayerId = '';
  private payerName: string | null = null;
  private payerNumber = '';
  private payerId2U = '';
  private payerAddress: string[] = [];
  private payeeName: string | null = null;
  private npi: string | null = null;
  private tin: string | null = null;
  private currency = 'USD';

  constructor(ordinal: number, transaction: string, version: string) {
    this.ordinal = ordinal;
    this.transaction = transaction;
    this.version = version;
  }

  /** @returns `other` for a segment that belongs here but has no field, `misplaced` for one that does not belong here. */
  take(segment: Segment, values: SegmentValues): 'taken' | 'other' | 'misplaced' {
    switch (segment.tag) {
      case BPR:
        return this.takePayment(segment, values) ? 'taken' : 'misplaced';
      case TRN:
        return this.takeTrace(segment);
      case CUR:
        if (segment.isEmpty(2)) return 'other';
        this.currency = segment.code(2);
        return 'taken';
      case DTM:
        if (segment.qualifier(1) !== PRODUCTION) return 'other';
        this.producedOn = values.date(segment, 2);
        return this.producedOn === null ? 'other' : 'taken';
      case N1:
        this.takeParty(segment);
        return this.party === 'other' ? 'other' : 'taken';
      case N3:
      case N4:
        if (this.party !== 'payer') return 'other';
        this.takeAddress(segment);
        return 'taken';
      case REF:
        return this.takeReference(segment) ? 'taken' : 'other';
      default:
        return 'misplaced';
    }
  }

  /** The segments that a remittance must have and this one has not. */
  missing(): string[] {
    const missing: string[] = [];
    if (!this.hasBpr) missing.push('BPR');
    if (this.traceNumber === null) missing.push('TRN');
    if (this.payerName === null) missing.push('N1*PR');
    if (this.payeeName === null) missing.push('N1*PE');
    return missing;
  }

  /** Whether a N1 within the claims names another payer or payee than this header ("joined" remittances). */
  differsFrom(segment: Segment): boolean {
    const entity = segment.qualifier(1);
    if (entity === PAYER) {
      const id = segment.text(4);
      return segment.text(2) !== (this.payerName ?? '') || (id !== '' && id !== this.payerNumber);
    }
    return entity === PAYEE && segment.text(2) !== (this.payeeName ?? '');
  }

  header(): RemittanceHeader {
    return {
      ordinal: this.ordinal,
      transaction: this.transaction,
      version: this.version,
      handling: this.handling,
      paymentCents: this.paymentCents,
      paymentMethod: this.paymentMethod,
      paidOn: this.paidOn,
      producedOn: this.producedOn,
      traceNumber: this.traceNumber ?? '',
      payer: {
        id: this.payerNumber || this.payerId2U || this.tracePayerId,
        name: this.payerName ?? '',
        address: this.payerAddress.join(', '),
      },
      payee: { npi: this.npi, tin: this.tin, name: this.payeeName ?? '' },
      currency: this.currency,
    };
  }

  private takePayment(segment: Segment, values: SegmentValues): boolean {
    if (this.hasBpr) return false;
    this.hasBpr = true;
    this.handling = segment.code(1);
    this.paymentCents = segment.cents(2);
    this.paymentMethod = segment.code(4);
    this.paidOn = values.date(segment, 16);
    return true;
  }

  /** A second trace number is not expected; the first one is the payment's. */
  private takeTrace(segment: Segment): 'taken' | 'other' | 'misplaced' {
    if (this.traceNumber !== null) return this.traceNumber === segment.text(2) ? 'other' : 'misplaced';
    this.traceNumber = segment.text(2);
    this.tracePayerId = segment.text(3);
    return 'taken';
  }

  private takeReference(segment: Segment): boolean {
    const qualifier = segment.qualifier(1);
    if (this.party === 'payer' && qualifier === PAYER_ID) this.payerId2U = segment.text(2);
    else if (this.party === 'payee' && qualifier === TAX_ID && this.tin === null)
      this.tin = textOrNull(segment, 2);
    else return false;
    return true;
  }

  private takeParty(segment: Segment): void {
    const entity = segment.qualifier(1);
    this.party = entity === PAYER ? 'payer' : entity === PAYEE ? 'payee' : 'other';
    if (entity === PAYER && this.payerName === null) {
      this.payerName = segment.text(2);
      this.payerNumber = segment.text(4);
    } else if (entity === PAYEE && this.payeeName === null) {
      this.payeeName = segment.text(2);
      if (segment.qualifier(3) === NPI) this.npi = textOrNull(segment, 4);
      if (segment.qualifier(3) === TIN) this.tin = textOrNull(segment, 4);
    } else {
      this.party = 'other';
    }
  }

  private takeAddress(segment: Segment): void {
    const isCityLine = segment.tag === N4;
    const parts = isCityLine
      ? [segment.text(1), `${segment.text(2)} ${segment.text(3)}`.trim()]
      : [segment.text(1), segment.text(2)];
    this.payerAddress.push(...parts.filter((part) => part !== ''));
  }
}

function textOrNull(segment: Segment, index: number): string | null {
  return segment.text(index) || null;
}
