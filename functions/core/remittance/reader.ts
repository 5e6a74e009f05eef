import type { Delimiters, FirstSegment } from '../x12/delimiters.ts';
import type { Segment } from '../x12/segment.ts';
import { GE, GS, IEA, ISA, SE, ST, TA1, tagOf } from '../x12/segments.ts';
import { createTokenizer, type SegmentVisitor } from '../x12/tokenizer.ts';
import { Envelope } from './envelope.ts';
import { formatOf } from './foreign-format.ts';
import { NOWHERE, notice, placeIn } from './notices.ts';
import type { ReaderEvent, ReadingNotice } from './remittance.ts';
import { Transaction } from './transaction.ts';

const SET_835 = tagOf('835');
const BATCH_BYTES = 64 * 1024;
const FIRST_BYTES = 16;

export interface RemittanceReader {
  /** Takes the next bytes, any number of them. The chunk may be used again afterwards. */
  push(chunk: Uint8Array): void;
  /** Says that no more bytes come. */
  end(): void;
}

/**
 * Reads X12 835 remittances (5010 and 4010) from bytes that are pushed in chunks of any size. Events come in file
 * order: `header`, its `claim`s, then `remittance`; a transaction that could not be read whole ends in `exception`
 * instead, possibly after some of its claims. Never throws on input; memory is bounded by the largest claim.
 *
 * @example
 * const reader = createRemittanceReader((event) => console.log(event.kind));
 * for await (const chunk of createReadStream('remittance.835')) reader.push(chunk);
 * reader.end();
 */
export function createRemittanceReader(emit: (event: ReaderEvent) => void): RemittanceReader {
  const visitor = new RemittanceVisitor(emit);
  const tokenizer = createTokenizer(visitor);
  return {
    push(chunk) {
      visitor.noteFirstBytes(chunk);
      tokenizer.push(chunk);
    },
    end() {
      tokenizer.end();
      visitor.end();
    },
  };
}

/** The events of a source in batches, at most those of 64 kB of input each; the source waits while a batch is worked. */
export async function* readRemittances(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReaderEvent[]> {
  let batch: ReaderEvent[] = [];
  const reader = createRemittanceReader((event) => batch.push(event));
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += BATCH_BYTES) {
      reader.push(chunk.subarray(from, from + BATCH_BYTES));
      if (batch.length === 0) continue;
      const events = batch;
      batch = [];
      yield events;
    }
  }
  reader.end();
  if (batch.length > 0) yield batch;
}

class RemittanceVisitor implements SegmentVisitor {
  private readonly emit: (event: ReaderEvent) => void;
  private readonly envelope: Envelope;
  private componentSeparator: number | null = null;
  private current: Transaction | 'another_set' | null = null;
  /** Transactions of any kind so far. */
  private transactions = 0;
  private interchanges = 0;
  private skippedBytes = 0;
  private strayCount = 0;
  private strayFrom: { number: number; byteStart: number } = { number: 0, byteStart: 0 };
  private last: { number: number; byteStart: number } = { number: 0, byteStart: 0 };
  private firstBytes: number[] = [];
  private skippedTexts: { byteStart: number; bytes: number }[] = [];

  constructor(emit: (event: ReaderEvent) => void) {
    this.emit = emit;
    this.envelope = new Envelope(emit);
  }

  noteFirstBytes(chunk: Uint8Array): void {
    if (this.firstBytes.length < FIRST_BYTES) {
      this.firstBytes.push(...chunk.subarray(0, FIRST_BYTES - this.firstBytes.length));
    }
  }

  interchange(first: FirstSegment, delimiters: Delimiters): void {
    this.cutOff('another interchange begins', this.last);
    this.reportStrays();
    this.envelope.closeMissing('interchange');
    this.interchanges++;
    this.componentSeparator = delimiters.component;
    this.reportSkippedText();
    if (first !== 'ISA') this.warn(notice('missing_isa', NOWHERE, first));
  }

  segment(segment: Segment): void {
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
        if (this.current instanceof Transaction) this.current.take(segment);
        else if (this.current === null && segment.tag !== TA1) this.addStray(segment);
    }
    this.last.number = segment.number;
    this.last.byteStart = segment.byteStart;
  }

  recycle(): void {
    if (this.current instanceof Transaction) this.current.recycle();
  }

  tooLong(segment: Segment): void {
    this.last.number = segment.number;
    this.last.byteStart = segment.byteStart;
    const open = this.current instanceof Transaction ? this.current : null;
    const place = open
      ? placeIn(open, segment)
      : { ...NOWHERE, segment: segment.number, byteOffset: segment.byteStart };
    const because = notice('segment_too_long', place, segment.id(), segment.number);
    if (open) open.refuse(because);
    else this.except(because);
  }

  skippedText(byteStart: number, bytes: number): void {
    this.skippedBytes += bytes;
    this.skippedTexts.push({ byteStart, bytes });
    if (this.interchanges > 0) this.reportSkippedText();
  }

  unterminated(segment: Segment): void {
    // Only a trailer can be relied on without its terminator: any other segment may have been cut short.
    if (segment.tag === SE || segment.tag === GE || segment.tag === IEA) this.segment(segment);
    else if (this.current === null) this.addStray(segment);
  }

  end(): void {
    this.cutOff('the file ends', this.last);
    this.reportStrays();
    this.envelope.closeMissing('interchange');
    if (this.interchanges > 0) {
      if (this.transactions === 0) this.except(notice('no_remittance', NOWHERE));
    } else if (this.skippedBytes === 0) {
      this.except(notice('empty_file', NOWHERE));
    } else {
      this.except(notice('not_x12', NOWHERE, formatOf(this.firstBytes)));
    }
  }

  private openTransaction(st: Segment): void {
    this.betweenTransactions(st);
    this.transactions++;
    this.envelope.addTransaction(st);
    if (st.qualifier(1) === SET_835) {
      const { componentSeparator, envelope, transactions } = this;
      this.current = new Transaction(st, transactions, envelope.groupVersion, componentSeparator, this.emit);
      return;
    }
    this.current = 'another_set';
    const set = /^[0-9A-Z]{3}$/.test(st.code(1)) ? st.code(1) : '';
    const place = placeIn({ transaction: st.text(2), ordinal: this.transactions }, st);
    this.emit({ kind: 'other_transaction', set, notice: notice('other_transaction', place, set) });
  }

  private closeTransaction(se: Segment): void {
    if (this.current instanceof Transaction) this.current.finish(se);
    else if (this.current === null) this.addStray(se);
    this.current = null;
  }

  /** Before an envelope segment or the next ST: nothing may be open any more. */
  private betweenTransactions(segment: Segment): void {
    this.cutOff(`segment ${segment.number} (${segment.id()}) comes`, segment);
    this.reportStrays();
  }

  private cutOff(after: string, at: { number: number; byteStart: number }): void {
    if (this.current instanceof Transaction) this.current.cutOff(after, at);
    this.current = null;
  }

  private addStray(segment: Segment): void {
    if (this.strayCount++ === 0) this.strayFrom = { number: segment.number, byteStart: segment.byteStart };
  }

  private reportStrays(): void {
    if (this.strayCount === 0) return;
    const { number, byteStart } = this.strayFrom;
    const place = { ...NOWHERE, segment: number, byteOffset: byteStart };
    this.except(notice('segments_outside_transaction', place, this.strayCount, number));
    this.strayCount = 0;
  }

  /** Text is only worth a word beside an interchange; a file without one is refused as a whole. */
  private reportSkippedText(): void {
    for (const { byteStart, bytes } of this.skippedTexts) {
      this.warn(notice('skipped_text', { ...NOWHERE, byteOffset: byteStart }, bytes));
    }
    this.skippedTexts = [];
  }

  private warn(about: ReadingNotice): void {
    this.emit({ kind: 'warning', notice: about });
  }

  private except(about: ReadingNotice): void {
    this.emit({ kind: 'exception', notice: about });
  }
}
