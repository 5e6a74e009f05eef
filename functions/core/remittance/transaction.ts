import type { Delimiters } from '../x12/delimiters.ts';
import type { Segment } from '../x12/segment.ts';
import { CAS, CLP, LX, N1, N2, N3, N4, PER, PLB, QTY, RDM, SVC, TS2, TS3 } from '../x12/segments.ts';
import { otherSegmentOf } from './claim-loop.ts';
import { ClaimReading, type ClaimTaker } from './claim-reading.ts';
import type { Counts } from './counts.ts';
import { isTooLarge, MOST_ELEMENTS } from './extent.ts';
import { HeaderInProgress } from './header-loop.ts';
import { RemittanceIdentity } from './identity.ts';
import { notice, placeIn } from './notices.ts';
import { providerAdjustmentsOf } from './provider-adjustments.ts';
import type {
  ClaimPayment,
  OtherSegment,
  ProviderAdjustment,
  ReaderEvent,
  ReadingNotice,
  RemittanceHeader,
} from './remittance.ts';
import type { SegmentValues } from './segment-values.ts';
import { balanceWarnings, controlWarnings, leftOutWarnings } from './trailer-warnings.ts';

/**
 * Reads one ST..SE of an 835: the payment around its claims. LX, N1, PLB and SE end a claim. After a refusal the rest
 * of the transaction is passed over, its claims are counted, and at its end the exception stands for all of it.
 */
export class Transaction implements ClaimTaker {
  readonly ordinal: number;
  readonly transaction: string;
  private readonly emit: (event: ReaderEvent) => void;
  private readonly byteStart: number;
  private readonly firstSegment: number;
  private readonly delimiters: Delimiters;
  private readonly headerInProgress: HeaderInProgress;
  private readonly identity: RemittanceIdentity;
  private readonly values: SegmentValues;
  private readonly counts: Counts;
  private readonly claims: ClaimReading;
  /** Elements and bytes kept outside the claims. */
  private elements = 0;
  private bytes = 0;
  private readonly providerAdjustments: ProviderAdjustment[] = [];
  private readonly otherSegments: OtherSegment[] = [];
  private header: RemittanceHeader | null = null;
  private refusal: ReadingNotice | null = null;
  private warnedOfCharacters = false;
  private warnedOfParty = false;
  private warnedOfSeparator = false;

  constructor(
    st: Segment,
    ordinal: number,
    groupVersion: string,
    delimiters: Delimiters,
    values: SegmentValues,
    counts: Counts,
    emit: (event: ReaderEvent) => void,
  ) {
    this.ordinal = ordinal;
    this.transaction = st.text(2);
    this.emit = emit;
    this.byteStart = st.byteStart;
    this.firstSegment = st.number;
    this.delimiters = delimiters;
    this.headerInProgress = new HeaderInProgress(ordinal, this.transaction, st.text(3) || groupVersion);
    this.identity = new RemittanceIdentity(st.text(3));
    this.values = values;
    this.counts = counts;
    this.claims = new ClaimReading(delimiters.component, values, counts, 0, this);
    counts.clear();
  }

  /** Takes a segment between ST and SE. */
  take(segment: Segment): void {
    if (this.refusal !== null) {
      this.passOver(segment);
      return;
    }
    if (!this.claims.take(segment)) this.readAround(segment);
    this.identity.add(segment);
    if (segment.notAscii) this.warnOfCharacters(segment);
    if (segment.badNumberAt !== 0) {
      const element = `${segment.id()}${String(segment.badNumberAt).padStart(2, '0')}`;
      this.refuse(notice('bad_number', placeIn(this, segment), element, segment.number));
    } else if (segment.isFull() || this.claims.isTooLarge() || isTooLarge(this.elements, this.bytes)) {
      this.refuse(
        notice('transaction_too_large', placeIn(this, segment), segment.id(), segment.number, MOST_ELEMENTS),
      );
    }
  }

  /** Ends the transaction with its SE. */
  finish(se: Segment): void {
    if (this.refusal === null) {
      this.claims.close();
      this.openHeader(se);
      const { isExact, providerAdjustmentCents } = this.counts.balance;
      if (!isExact || !Number.isSafeInteger(providerAdjustmentCents))
        this.refuse(notice('sums_too_large', placeIn(this, se)));
    }
    const { header, refusal } = this;
    if (refusal !== null || header === null) {
      this.tellRefusal(se.byteEnd);
      return;
    }
    for (const about of this.warningsAtEnd(header, se)) this.warn(about);
    const { balance } = this.counts;
    const imbalanceCents = balance.imbalanceCents(header.paymentCents);
    const trailer = {
      remittanceId: this.identity.id(),
      providerAdjustments: this.providerAdjustments,
      claimCount: balance.claimCount,
      lineCount: balance.lineCount,
      paidCents: balance.paidCents,
      chargeCents: balance.chargeCents,
      balanced: imbalanceCents === 0 && balance.unbalancedClaims === 0,
      imbalanceCents,
      unbalancedClaims: balance.unbalancedClaims,
      byteStart: this.byteStart,
      byteEnd: se.byteEnd,
    };
    this.emit({ kind: 'remittance', header, trailer, otherSegments: this.otherSegments });
  }

  /** Ends the transaction without an SE, at `byteEnd`. Its last claim is not told: it may be incomplete. */
  cutOff(after: string, at: { readonly number: number; readonly byteStart: number }, byteEnd: number): void {
    this.refuse(notice('truncated_transaction', placeIn(this, at), this.transaction, after));
    this.tellRefusal(byteEnd);
  }

  /** Gives the transaction up: at its end the exception stands for it, and no remittance event follows. */
  refuse(because: ReadingNotice): void {
    this.refusal ??= because;
  }

  /** A segment that is not read, of a transaction that is given up. */
  passOver(segment: Segment): void {
    if (segment.tag === CLP) this.claims.opened++;
  }

  /** Tells a claim that is read whole. */
  takeClaim(claim: ClaimPayment): void {
    this.warnOfSeparator();
    if (this.header !== null) this.emit({ kind: 'claim', header: this.header, claim });
  }

  /** The bytes of the segments so far are about to be written over. */
  recycle(): void {
    this.identity.flush();
  }

  private readAround(segment: Segment): void {
    switch (segment.tag) {
      case CLP:
        this.openHeader(segment);
        this.claims.open(segment);
        break;
      case LX:
        this.claims.close();
        this.openHeader(segment);
        break;
      case PLB:
        this.readProviderAdjustments(segment);
        break;
      case N1:
        if (this.header === null) this.readHeader(segment);
        else this.readPartyBetweenClaims(segment);
        break;
      case TS2:
      case TS3:
        this.claims.close();
        this.keep(segment);
        break;
      case PER:
      case RDM:
      case N2:
      case QTY:
        this.keep(segment);
        break;
      default:
        if (this.header === null) this.readHeader(segment);
        else this.leaveUnused(segment);
    }
  }

  private readHeader(segment: Segment): void {
    const taken = this.headerInProgress.take(segment, this.values);
    if (taken === 'other') this.keep(segment);
    else if (taken === 'misplaced') this.leaveUnused(segment);
  }

  private readPartyBetweenClaims(segment: Segment): void {
    this.claims.close();
    this.keep(segment);
    if (this.warnedOfParty || !this.headerInProgress.differsFrom(segment)) return;
    this.warnedOfParty = true;
    this.warn(notice('second_party', placeIn(this, segment)));
  }

  private readProviderAdjustments(segment: Segment): void {
    this.claims.close();
    this.openHeader(segment);
    this.count(segment);
    const { delimiters, counts } = this;
    for (const adjustment of providerAdjustmentsOf(segment, delimiters.component, counts.incompletePairs)) {
      this.providerAdjustments.push(adjustment);
      counts.balance.providerAdjustmentCents += adjustment.amountCents;
    }
  }

  private openHeader(segment: Segment): void {
    if (this.header !== null) return;
    this.header = this.headerInProgress.header();
    const missing = this.headerInProgress.missing();
    if (missing.length > 0)
      this.warn(notice('incomplete_header', placeIn(this, segment), missing.join(', ')));
    this.emit({ kind: 'header', header: this.header, delimiters: this.delimiters });
  }

  private leaveUnused(segment: Segment): void {
    // Addresses of repeated payers carry nothing that a person would miss.
    const isAddress = segment.tag === N3 || segment.tag === N4;
    // Money of a claim that nobody can name must not vanish behind a warning.
    if (segment.tag === SVC || segment.tag === CAS) {
      this.refuse(notice('misplaced_money', placeIn(this, segment), segment.id(), segment.number));
    }
    if (this.header === null || !isAddress) this.counts.addUnplaced(segment);
    this.keep(segment);
  }

  private keep(segment: Segment): void {
    this.count(segment);
    this.otherSegments.push(otherSegmentOf(segment));
  }

  private count(segment: Segment): void {
    this.elements += segment.elements;
    this.bytes += segment.byteEnd - segment.byteStart;
  }

  private tellRefusal(byteEnd: number): void {
    const { refusal, byteStart, claims } = this;
    if (refusal === null) return;
    this.emit({ kind: 'exception', notice: refusal, unread: { byteStart, byteEnd, claims: claims.opened } });
  }

  private warningsAtEnd(header: RemittanceHeader, se: Segment): ReadingNotice[] {
    return [
      ...controlWarnings(header, se, se.number - this.firstSegment + 1),
      ...leftOutWarnings(header, this.counts),
      ...balanceWarnings(header, this.counts.balance),
    ];
  }

  private warnOfSeparator(): void {
    const { otherSeparator } = this.counts;
    if (this.warnedOfSeparator || otherSeparator.count === 0) return;
    this.warnedOfSeparator = true;
    const at = { number: otherSeparator.first, byteStart: otherSeparator.firstByte };
    this.warn(notice('component_separator', placeIn(this, at)));
  }

  private warnOfCharacters(segment: Segment): void {
    if (this.warnedOfCharacters) return;
    this.warnedOfCharacters = true;
    this.warn(notice('not_ascii', placeIn(this, segment)));
  }

  private warn(about: ReadingNotice): void {
    this.emit({ kind: 'warning', notice: about });
  }
}
