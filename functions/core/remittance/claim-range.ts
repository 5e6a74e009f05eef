import type { Delimiters } from '../x12/delimiters.ts';
import type { Segment } from '../x12/segment.ts';
import { CLP } from '../x12/segments.ts';
import type { SegmentVisitor } from '../x12/tokenizer.ts';
import { ClaimReading, type ClaimTaker } from './claim-reading.ts';
import { Counts } from './counts.ts';
import { MOST_ELEMENTS } from './extent.ts';
import { notice, placeIn } from './notices.ts';
import type { ClaimPayment, ReaderEvent, ReadingNotice, RemittanceHeader } from './remittance.ts';
import { SegmentValues } from './segment-values.ts';

/**
 * Claims of one transaction that follow each other: from the first byte of a CLP to that of another, or anywhere
 * behind the last claim. All of it is known from an earlier reading of the whole file (events `header` and `claim`).
 */
export interface ClaimRange {
  readonly header: RemittanceHeader;
  readonly delimiters: Delimiters;
  /** Ordinal of the first claim. */
  readonly firstClaim: number;
  /** Its byteStart. */
  readonly byteStart: number;
}

/** Reads the claims of a range. What does not hold for a whole transaction (trailer, balance, identity) is not told. */
export class ClaimRangeVisitor implements SegmentVisitor, ClaimTaker {
  private readonly range: ClaimRange;
  private readonly emit: (event: ReaderEvent) => void;
  private readonly claims: ClaimReading;
  private refusal: ReadingNotice | null = null;
  private readTo: number;

  constructor(range: ClaimRange, emit: (event: ReaderEvent) => void) {
    const { header, delimiters } = range;
    this.range = range;
    this.emit = emit;
    this.readTo = range.byteStart;
    const counts = new Counts();
    const values = new SegmentValues(counts);
    this.claims = new ClaimReading(delimiters.component, values, counts, range.firstClaim - 1, this);
    emit({ kind: 'header', header, delimiters });
  }

  takeClaim(claim: ClaimPayment): void {
    this.emit({ kind: 'claim', header: this.range.header, claim });
  }

  receive(_chunk: Uint8Array): void {}
  interchange(): void {}
  recycle(): void {}
  skippedText(): void {}

  segment(segment: Segment): void {
    this.readTo = segment.byteEnd;
    if (this.refusal !== null) return;
    const { claims, range } = this;
    if (segment.tag === CLP) claims.open(segment);
    else if (!claims.take(segment)) claims.close();
    if (segment.badNumberAt !== 0) {
      const element = `${segment.id()}${String(segment.badNumberAt).padStart(2, '0')}`;
      this.refusal = notice('bad_number', placeIn(range.header, segment), element, segment.number);
    } else if (claims.isTooLarge()) {
      const place = placeIn(range.header, segment);
      this.refusal = notice('transaction_too_large', place, segment.id(), segment.number, MOST_ELEMENTS);
    }
  }

  tooLong(segment: Segment): void {
    this.readTo = segment.byteEnd;
    const place = placeIn(this.range.header, segment);
    this.refusal ??= notice('segment_too_long', place, segment.id(), segment.number);
  }

  unterminated(segment: Segment): void {
    const { header } = this.range;
    this.readTo = segment.byteEnd;
    this.refusal ??= notice(
      'truncated_transaction',
      placeIn(header, segment),
      header.transaction,
      'the range ends',
    );
  }

  end(): void {
    const { refusal, claims, readTo, range } = this;
    if (refusal === null) {
      claims.close();
      return;
    }
    const unread = {
      byteStart: range.byteStart,
      byteEnd: readTo,
      claims: claims.opened - range.firstClaim + 1,
    };
    this.emit({ kind: 'exception', notice: refusal, unread });
  }
}
