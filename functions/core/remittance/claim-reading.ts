import type { Segment } from '../x12/segment.ts';
import {
  AMT,
  CAS,
  CLP,
  DTM,
  DTP,
  LQ,
  LX,
  MIA,
  MOA,
  N1,
  N3,
  N4,
  NM1,
  PER,
  PLB,
  QTY,
  REF,
  SE,
  SVC,
  TS2,
  TS3,
  tagOf,
} from '../x12/segments.ts';
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
  otherSegmentOf,
  partyOf,
  setDate,
} from './claim-loop.ts';
import { componentSeparatorOf } from './composite.ts';
import type { Counts } from './counts.ts';
import { isTooLarge } from './extent.ts';
import { grown } from './grown-list.ts';
import type { ClaimPayment } from './remittance.ts';
import type { SegmentValues } from './segment-values.ts';

/** CLP00 to CLP09. */
const FIELDS_OF_CLP = 10;
const PATIENT_RESPONSIBILITY = tagOf('PR');

/** Is told each claim once it is read whole. */
export interface ClaimTaker {
  takeClaim(claim: ClaimPayment): void;
}

/**
 * Reads claims one after the other: CLP opens one, SVC a line of it, and what follows belongs to the innermost loop.
 * Driven by what a segment is, not by its order. What has no field is kept as sent with the claim or line.
 */
export class ClaimReading {
  /** CLP segments so far. */
  opened: number;
  private readonly values: SegmentValues;
  private readonly counts: Counts;
  private readonly componentSeparator: number | null;
  private readonly taker: ClaimTaker;
  private claim: ClaimInProgress | null = null;
  private line: LineInProgress | null = null;
  /** Elements of the claim at hand. */
  private elements = 0;

  /** @param opened claims of the transaction that were read before */
  constructor(
    componentSeparator: number | null,
    values: SegmentValues,
    counts: Counts,
    opened: number,
    taker: ClaimTaker,
  ) {
    this.componentSeparator = componentSeparator;
    this.values = values;
    this.counts = counts;
    this.opened = opened;
    this.taker = taker;
  }

  open(clp: Segment): void {
    this.close();
    if (isIncompleteClaim(clp)) this.counts.incompleteClaims.add(clp);
    this.claim = openClaim(clp, ++this.opened);
    this.elements = 0;
    // CLP10-14 are sent of few claims: those that are paid by a DRG.
    if (clp.elements > FIELDS_OF_CLP) this.keep(this.claim, clp);
  }

  /** Ends the claim at hand and tells it. */
  close(): void {
    const { claim } = this;
    if (claim === null) return;
    this.closeLine();
    this.counts.balance.endClaim(claim);
    this.claim = null;
    this.taker.takeClaim(claim);
  }

  /** @returns false when no claim is open, or the segment is none of a claim. */
  take(segment: Segment): boolean {
    const { claim, line } = this;
    if (claim === null) return false;
    switch (segment.tag) {
      case DTM:
        if (!setDate(claim, line, segment, 'DTM', this.values)) this.keep(claim, segment);
        break;
      case CAS:
        this.readAdjustments(line ?? claim, segment);
        break;
      case REF:
        addReference(line ?? claim, segment);
        break;
      case SVC:
        this.readLine(claim, segment);
        break;
      case NM1:
        claim.parties = grown(claim.parties, partyOf(segment));
        break;
      case AMT:
        addAmount(line ?? claim, segment);
        break;
      case LQ:
        if (addIndustryCode(claim, line, segment) === 'not_read') this.keepUnplaced(claim, segment);
        break;
      case MOA:
        addClaimRemarks(claim, segment, 'MOA');
        this.keep(claim, segment);
        break;
      case MIA:
        addClaimRemarks(claim, segment, 'MIA');
        this.keep(claim, segment);
        break;
      case DTP:
        if (!setDate(claim, line, segment, 'DTP', this.values)) this.keep(claim, segment);
        break;
      case PER:
      case QTY:
      case N3:
      case N4:
        this.keep(claim, segment);
        break;
      case CLP:
      case N1:
      case LX:
      case TS2:
      case TS3:
      case PLB:
      case SE:
        return false;
      default:
        this.keepUnplaced(claim, segment);
    }
    claim.byteEnd = segment.byteEnd;
    this.elements += segment.elements;
    return true;
  }

  /** Whether the claim at hand is beyond what is held in memory at once. */
  isTooLarge(): boolean {
    const { claim, elements } = this;
    return claim !== null && isTooLarge(elements, claim.byteEnd - claim.byteStart);
  }

  private readLine(claim: ClaimInProgress, svc: Segment): void {
    this.closeLine();
    if (claim.lines.length === 0) this.checkComponentSeparator(svc);
    this.line = openLine(svc, claim.lines.length + 1, this.componentSeparator, this.values);
    claim.lines = grown(claim.lines, this.line);
  }

  private readAdjustments(to: ClaimInProgress | LineInProgress, cas: Segment): void {
    const cents = addAdjustments(to, cas, this.values);
    const isPatientShare = cas.qualifier(1) === PATIENT_RESPONSIBILITY;
    this.counts.balance.adjust(this.line === null ? 'claim' : 'line', cents, isPatientShare);
  }

  private closeLine(): void {
    if (this.line === null) return;
    this.counts.balance.endLine(this.line);
    this.line = null;
  }

  private keep(claim: ClaimInProgress, segment: Segment): void {
    const to = this.line ?? claim;
    to.otherSegments = grown(to.otherSegments, otherSegmentOf(segment));
  }

  private keepUnplaced(claim: ClaimInProgress, segment: Segment): void {
    this.counts.addUnplaced(segment);
    this.keep(claim, segment);
  }

  private checkComponentSeparator(svc: Segment): void {
    const { otherSeparator } = this.counts;
    if (this.componentSeparator === null || otherSeparator.count > 0) return;
    const used = componentSeparatorOf(svc, 1, this.componentSeparator);
    if (used !== null && used !== this.componentSeparator) otherSeparator.add(svc);
  }
}
