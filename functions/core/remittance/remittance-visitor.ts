import type { Delimiters, FirstSegment } from '../x12/delimiters.ts';
import type { Segment } from '../x12/segment.ts';
import { CLP, GE, GS, IEA, ISA, SE, ST, TA1, tagOf } from '../x12/segments.ts';
import type { SegmentVisitor } from '../x12/tokenizer.ts';
import { Counts } from './counts.ts';
import { Envelope } from './envelope.ts';
import { formatOf } from './foreign-format.ts';
import { NOWHERE, notice, placeIn } from './notices.ts';
import { OtherTransaction } from './other-transaction.ts';
import type { ReaderEvent, ReadingNotice, Unread } from './remittance.ts';
import { SegmentValues } from './segment-values.ts';
import { Transaction } from './transaction.ts';

const SET_835 = tagOf('835');
const FIRST_BYTES = 16;

/** Follows a file from envelope to envelope and gives its transactions what is theirs. */
export class RemittanceVisitor implements SegmentVisitor {
  private readonly emit: (event: ReaderEvent) => void;
  private readonly envelope: Envelope;
  private readonly counts = new Counts();
  private readonly values = new SegmentValues(this.counts);
  private delimiters: Delimiters | null = null;
  private remittance: Transaction | null = null;
  private other: OtherTransaction | null = null;
  /** Transactions of any kind so far. */
  private transactions = 0;
  private skippedBytes = 0;
  private skippedClaims = 0;
  private skippedTexts: (Unread & { readonly bytes: number })[] = [];
  private strayCount = 0;
  private strayFrom = { number: 0, byteStart: 0, byteEnd: 0, claims: 0 };
  private last: { readonly number: number; readonly byteStart: number } = { number: 0, byteStart: 0 };
  /** Where the last segment ends. */
  private readTo = 0;
  private received = 0;
  private firstBytes: number[] = [];

  constructor(emit: (event: ReaderEvent) => void) {
    this.emit = emit;
    this.envelope = new Envelope(emit);
  }

  receive(chunk: Uint8Array): void {
    this.received += chunk.length;
    if (this.firstBytes.length < FIRST_BYTES) {
      this.firstBytes.push(...chunk.subarray(0, FIRST_BYTES - this.firstBytes.length));
    }
  }

  interchange(first: FirstSegment, delimiters: Delimiters): void {
    this.cutOff('another interchange begins', this.last);
    this.reportStrays();
    this.envelope.closeMissing('interchange');
    this.delimiters = delimiters;
    this.reportSkippedText();
    if (first !== 'ISA') this.warn(notice('missing_isa', NOWHERE, first));
  }

  segment(segment: Segment): void {
    this.last = segment;
    switch (segment.tag) {
      case ST:
        this.openTransaction(segment);
        break;
      case SE:
        this.closeTransaction(segment);
        break;
      case ISA:
        this.envelope.openInterchange(segment);
        break;
      case GS:
        this.betweenTransactions(segment);
        this.envelope.openGroup(segment);
        break;
      case GE:
        this.betweenTransactions(segment);
        this.envelope.closeGroup(segment);
        break;
      case IEA:
        this.betweenTransactions(segment);
        this.envelope.closeInterchange(segment);
        break;
      default:
        if (this.remittance !== null) this.remittance.take(segment);
        else if (this.other !== null) this.other.passOver(segment);
        else if (segment.tag !== TA1) this.addStray(segment);
    }
    this.readTo = segment.byteEnd;
  }

  recycle(): void {
    this.remittance?.recycle();
  }

  tooLong(segment: Segment): void {
    this.last = segment;
    this.readTo = segment.byteEnd;
    const { remittance } = this;
    if (remittance !== null) {
      const place = placeIn(remittance, segment);
      remittance.refuse(notice('segment_too_long', place, segment.id(), segment.number));
      remittance.passOver(segment);
    } else {
      const { number, byteStart, byteEnd, tag } = segment;
      const place = { ...NOWHERE, segment: number, byteOffset: byteStart };
      const unread = { byteStart, byteEnd, claims: tag === CLP ? 1 : 0 };
      this.except(notice('segment_too_long', place, segment.id(), number), unread);
    }
  }

  skippedText(byteStart: number, bytes: number, byteEnd: number, claims: number): void {
    this.skippedBytes += bytes;
    this.skippedClaims += claims;
    this.skippedTexts.push({ byteStart, bytes, byteEnd, claims });
    if (this.delimiters !== null) this.reportSkippedText();
  }

  unterminated(segment: Segment): void {
    // Only a trailer can be relied on without its terminator: any other segment may have been cut short.
    if (segment.tag === SE || segment.tag === GE || segment.tag === IEA) {
      this.segment(segment);
      return;
    }
    this.last = segment;
    if (this.remittance !== null) this.remittance.passOver(segment);
    else if (this.other !== null) this.other.passOver(segment);
    else this.addStray(segment);
    this.readTo = segment.byteEnd;
  }

  end(): void {
    this.cutOff('the file ends', this.last);
    this.reportStrays();
    this.envelope.closeMissing('interchange');
    const { received } = this;
    if (this.delimiters !== null) {
      const nothing = { byteStart: received, byteEnd: received, claims: 0 };
      if (this.transactions === 0) this.except(notice('no_remittance', NOWHERE), nothing);
      return;
    }
    const everything = { byteStart: 0, byteEnd: received, claims: this.skippedClaims };
    if (this.skippedBytes === 0) this.except(notice('empty_file', NOWHERE), everything);
    else this.except(notice('not_x12', NOWHERE, formatOf(this.firstBytes)), everything);
  }

  private openTransaction(st: Segment): void {
    this.betweenTransactions(st);
    this.transactions++;
    this.envelope.addTransaction(st);
    const { transactions, envelope, delimiters, values, counts, emit } = this;
    if (st.qualifier(1) === SET_835 && delimiters !== null) {
      const { groupVersion } = envelope;
      this.remittance = new Transaction(st, transactions, groupVersion, delimiters, values, counts, emit);
    } else {
      this.other = new OtherTransaction(st, transactions, emit);
    }
  }

  private closeTransaction(se: Segment): void {
    if (this.remittance !== null) this.remittance.finish(se);
    else if (this.other !== null) this.other.end(se.byteEnd);
    else this.addStray(se);
    this.remittance = null;
    this.other = null;
  }

  /** Before an envelope segment or the next ST: nothing may be open any more. */
  private betweenTransactions(segment: Segment): void {
    // The sentence is only made when it is needed: the engine remembers the texts of numbers, and would grow by them.
    const isOpen = this.remittance !== null || this.other !== null;
    if (isOpen) this.cutOff(`segment ${segment.number} (${segment.id()}) comes`, segment);
    this.reportStrays();
  }

  private cutOff(after: string, at: { readonly number: number; readonly byteStart: number }): void {
    this.remittance?.cutOff(after, at, this.readTo);
    this.other?.end(this.readTo);
    this.remittance = null;
    this.other = null;
  }

  private addStray({ number, byteStart, byteEnd, tag }: Segment): void {
    if (this.strayCount++ === 0) this.strayFrom = { number, byteStart, byteEnd, claims: 0 };
    this.strayFrom.byteEnd = byteEnd;
    if (tag === CLP) this.strayFrom.claims++;
  }

  private reportStrays(): void {
    if (this.strayCount === 0) return;
    const { number, byteStart, byteEnd, claims } = this.strayFrom;
    const place = { ...NOWHERE, segment: number, byteOffset: byteStart };
    const because = notice('segments_outside_transaction', place, this.strayCount, number);
    this.except(because, { byteStart, byteEnd, claims });
    this.strayCount = 0;
  }

  /** Text is only worth a word beside an interchange; a file without one is refused as a whole. */
  private reportSkippedText(): void {
    for (const { byteStart, byteEnd, bytes, claims } of this.skippedTexts) {
      const place = { ...NOWHERE, byteOffset: byteStart };
      const unread = { byteStart, byteEnd, claims };
      if (claims > 0) this.except(notice('claims_outside_transaction', place, claims), unread);
      else this.emit({ kind: 'warning', notice: notice('skipped_text', place, bytes), unread });
    }
    this.skippedTexts = [];
  }

  private warn(about: ReadingNotice): void {
    this.emit({ kind: 'warning', notice: about });
  }

  private except(because: ReadingNotice, unread: Unread): void {
    this.emit({ kind: 'exception', notice: because, unread });
  }
}
