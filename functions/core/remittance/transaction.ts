import type { Segment } from '../x12/segment.ts';
import {
  AMT,
  BPR,
  CAS,
  CLP,
  CUR,
  DTM,
  DTP,
  LQ,
  LX,
  MIA,
  MOA,
  N1,
  N2,
  N3,
  N4,
  NM1,
  PER,
  PLB,
  QTY,
  RDM,
  REF,
  SVC,
  TRN,
  TS2,
  TS3,
} from '../x12/segments.ts';
import { Balance } from './balance.ts';
import {
  addAdjustments,
  addAmount,
  addClaimRemarks,
  addIndustryCode,
  addReference,
  type ClaimInProgress,
  isIncompleteClaim,
  type LineInProgress,
  openClaim,
  openLine,
  partyOf,
  setDate,
} from './claim-loop.ts';
import { componentSeparatorOf } from './composite.ts';
import { grown } from './grown-list.ts';
import { HeaderInProgress } from './header-loop.ts';
import { RemittanceIdentity } from './identity.ts';
import { type NoticeCode, notice, placeIn } from './notices.ts';
import { providerAdjustmentsOf } from './provider-adjustments.ts';
import type { ProviderAdjustment, ReaderEvent, ReadingNotice, RemittanceHeader } from './remittance.ts';
import { SegmentValues } from './segment-values.ts';
import { balanceWarnings, controlWarnings, leftOutWarnings, Tally } from './trailer-warnings.ts';

/** Segments of one claim, or provider adjustments of one payment. The standard allows 99 CAS a line and 999 lines. */
const MOST_DETAILS = 200_000;

/**
 * Reads one ST..SE of an 835. Loops are driven by what a segment is, not by its order: CLP opens a claim, SVC a line,
 * and LX, N1, PLB or SE close them. After a refusal the rest of the transaction is passed over.
 */
export class Transaction {
  readonly ordinal: number;
  readonly transaction: string;
  private readonly emit: (event: ReaderEvent) => void;
  private readonly byteStart: number;
  private readonly firstSegment: number;
  private readonly componentSeparator: number | null;
  private readonly headerInProgress: HeaderInProgress;
  private readonly identity: RemittanceIdentity;
  private readonly balance = new Balance();
  private readonly values = new SegmentValues();
  private readonly providerAdjustments: ProviderAdjustment[] = [];
  private readonly misplaced = new Tally();
  private readonly unknown = new Tally();
  private readonly incompleteClaims = new Tally();
  private readonly warned = new Set<NoticeCode>();
  private header: RemittanceHeader | null = null;
  private claim: ClaimInProgress | null = null;
  private line: LineInProgress | null = null;
  private claimAdjustedCents = 0;
  private lineAdjustedCents = 0;
  private details = 0;
  private refused = false;

  constructor(
    st: Segment,
    ordinal: number,
    groupVersion: string,
    componentSeparator: number | null,
    emit: (event: ReaderEvent) => void,
  ) {
    this.ordinal = ordinal;
    this.transaction = st.text(2);
    this.emit = emit;
    this.byteStart = st.byteStart;
    this.firstSegment = st.number;
    this.componentSeparator = componentSeparator;
    this.headerInProgress = new HeaderInProgress(ordinal, this.transaction, st.text(3) || groupVersion);
    this.identity = new RemittanceIdentity(st.text(3));
  }

  /** Takes a segment between ST and SE. */
  take(segment: Segment): void {
    if (this.refused) return;
    this.read(segment);
    this.identity.add(segment);
    if (segment.notAscii) this.warnOnce(notice('not_ascii', placeIn(this, segment)));
    if (segment.badNumberAt !== 0) {
      const element = `${segment.id()}${String(segment.badNumberAt).padStart(2, '0')}`;
      this.refuse(notice('bad_number', placeIn(this, segment), element, segment.number));
    } else if (this.details > MOST_DETAILS) {
      this.refuse(
        notice('transaction_too_large', placeIn(this, segment), segment.id(), segment.number, MOST_DETAILS),
      );
    }
  }

  /** Ends the transaction with its SE. */
  finish(se: Segment): void {
    if (this.refused) return;
    this.closeClaim();
    this.openHeader(se);
    if (this.header === null) return;
    const { balance, header } = this;
    for (const about of this.warningsAtEnd(header, se)) this.warn(about);
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
    this.emit({ kind: 'remittance', header, trailer });
  }

  private warningsAtEnd(header: RemittanceHeader, se: Segment): ReadingNotice[] {
    return [
      ...controlWarnings(header, se, se.number - this.firstSegment + 1),
      ...leftOutWarnings(header, {
        incompleteClaims: this.incompleteClaims,
        misplaced: this.misplaced,
        unknown: this.unknown,
        values: this.values,
      }),
      ...balanceWarnings(header, this.balance),
    ];
  }

  /** Ends the transaction without an SE. Its last claim is not told: it may be incomplete. */
  cutOff(after: string, at: { readonly number: number; readonly byteStart: number }): void {
    this.refuse(notice('truncated_transaction', placeIn(this, at), this.transaction, after));
  }

  /** Gives the transaction up: the exception stands for it, and no remittance event follows. */
  refuse(because: ReadingNotice): void {
    if (this.refused) return;
    this.refused = true;
    this.emit({ kind: 'exception', notice: because });
  }

  /** The bytes of the segments so far are about to be written over. */
  recycle(): void {
    this.identity.flush();
  }

  private read(segment: Segment): void {
    switch (segment.tag) {
      case CAS:
        this.readAdjustments(segment);
        break;
      case SVC:
        this.readLine(segment);
        break;
      case CLP:
        this.readClaim(segment);
        break;
      case PLB:
        this.readProviderAdjustments(segment);
        break;
      case LX:
        this.closeClaim();
        this.openHeader(segment);
        break;
      case PER:
      case RDM:
      case N2:
      case QTY:
      case TS2:
      case TS3:
        // Contacts and summaries: informational, not among what a remittance tells here.
        break;
      default:
        if (this.header === null) this.readHeader(segment);
        else if (segment.tag === N1) this.readPartyBetweenClaims(segment);
        else if (this.claim === null) this.leaveUnused(segment);
        else this.readDetail(this.claim, segment);
    }
  }

  private readHeader(segment: Segment): void {
    if (!this.headerInProgress.take(segment, this.values)) this.leaveUnused(segment);
  }

  private readPartyBetweenClaims(segment: Segment): void {
    this.closeClaim();
    if (this.headerInProgress.differsFrom(segment)) {
      this.warnOnce(notice('second_party', placeIn(this, segment)));
    }
  }

  private readDetail(claim: ClaimInProgress, segment: Segment): void {
    const { line } = this;
    this.details++;
    switch (segment.tag) {
      case DTM:
        setDate(claim, line, segment, 'DTM', this.values);
        break;
      case REF:
        addReference(line ?? claim, segment);
        break;
      case AMT:
        addAmount(line ?? claim, segment);
        break;
      case LQ:
        if (addIndustryCode(claim, line, segment) === 'not_read') this.leaveUnused(segment);
        break;
      case NM1:
        claim.parties = grown(claim.parties, partyOf(segment));
        break;
      case MOA:
        addClaimRemarks(claim, segment, 'MOA');
        break;
      case MIA:
        addClaimRemarks(claim, segment, 'MIA');
        break;
      case DTP:
        setDate(claim, line, segment, 'DTP', this.values);
        break;
      default:
        this.leaveUnused(segment);
    }
  }

  private readClaim(segment: Segment): void {
    this.closeClaim();
    this.openHeader(segment);
    if (isIncompleteClaim(segment)) this.incompleteClaims.add(segment);
    this.claim = openClaim(segment, this.balance.claimCount + 1);
    this.claimAdjustedCents = 0;
    this.details = 0;
  }

  private readLine(segment: Segment): void {
    const { claim } = this;
    if (claim === null) {
      this.leaveUnused(segment);
      return;
    }
    this.closeLine();
    if (claim.lines.length === 0) this.checkComponentSeparator(segment);
    this.line = openLine(segment, claim.lines.length + 1, this.componentSeparator, this.values);
    claim.lines = grown(claim.lines, this.line);
    this.lineAdjustedCents = 0;
    this.details++;
  }

  private readAdjustments(segment: Segment): void {
    const { claim, line } = this;
    if (claim === null) {
      this.leaveUnused(segment);
      return;
    }
    this.details++;
    const cents = addAdjustments(line ?? claim, segment, this.values);
    if (line === null) this.claimAdjustedCents += cents;
    else this.lineAdjustedCents += cents;
  }

  private readProviderAdjustments(segment: Segment): void {
    this.closeClaim();
    this.openHeader(segment);
    for (const adjustment of providerAdjustmentsOf(segment, this.componentSeparator)) {
      this.providerAdjustments.push(adjustment);
      this.balance.providerAdjustmentCents += adjustment.amountCents;
    }
    this.details = this.providerAdjustments.length;
  }

  private openHeader(segment: Segment): void {
    if (this.header !== null) return;
    this.header = this.headerInProgress.header();
    const missing = this.headerInProgress.missing();
    if (missing.length > 0)
      this.warn(notice('incomplete_header', placeIn(this, segment), missing.join(', ')));
    this.emit({ kind: 'header', header: this.header });
  }

  private closeLine(): void {
    const { line } = this;
    if (line === null) return;
    this.balance.addLine(line.chargeCents, this.lineAdjustedCents, line.paidCents);
    this.claimAdjustedCents += this.lineAdjustedCents;
    this.line = null;
  }

  private closeClaim(): void {
    this.closeLine();
    const { claim, header } = this;
    if (claim === null || header === null) return;
    this.balance.addClaim(claim.chargeCents, this.claimAdjustedCents, claim.paidCents);
    this.claim = null;
    this.details = 0;
    this.emit({ kind: 'claim', header, claim });
  }

  private checkComponentSeparator(svc: Segment): void {
    if (this.componentSeparator === null || this.warned.has('component_separator')) return;
    const used = componentSeparatorOf(svc, 1, this.componentSeparator);
    if (used !== null && used !== this.componentSeparator) {
      this.warnOnce(notice('component_separator', placeIn(this, svc)));
    }
  }

  /** A segment that the standard knows but that stands in the wrong place is told apart from one it does not know. */
  private leaveUnused(segment: Segment): void {
    // Addresses of patients and of repeated payers carry nothing that a remittance tells here.
    if (this.header !== null && (segment.tag === N3 || segment.tag === N4)) return;
    (KNOWN.has(segment.tag) ? this.misplaced : this.unknown).add(segment);
  }

  private warn(about: ReadingNotice): void {
    this.emit({ kind: 'warning', notice: about });
  }

  private warnOnce(about: ReadingNotice): void {
    if (this.warned.has(about.code as NoticeCode)) return;
    this.warned.add(about.code as NoticeCode);
    this.warn(about);
  }
}

const KNOWN: ReadonlySet<number> = new Set([
  CAS,
  SVC,
  CLP,
  DTM,
  REF,
  AMT,
  LQ,
  NM1,
  MIA,
  MOA,
  N1,
  N3,
  N4,
  BPR,
  TRN,
  CUR,
]);
