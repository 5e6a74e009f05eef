import { isBlank } from './bytes.ts';
import { type Delimiters, type FirstSegment, findInterchange, startsWithIsa } from './delimiters.ts';
import { scanSegment } from './scan-segment.ts';
import { Segment } from './segment.ts';
import { IEA } from './segments.ts';
import { SkippedText } from './skipped-text.ts';

/** A longer segment is refused by name: the longest of the standard has some 2,000 bytes. */
export const LONGEST_SEGMENT_BYTES = 1024 * 1024;
/** Input is copied in slices of this size, so that one huge chunk needs no huge buffer. */
const SLICE_BYTES = 64 * 1024;
/** Once so many bytes are held, what was read is handed over for hashing and written over. */
const WINDOW_BYTES = 2 * SLICE_BYTES;
const LONGEST_CAPACITY = LONGEST_SEGMENT_BYTES + WINDOW_BYTES + SLICE_BYTES;
/** Segments are moved together into runs of at least so many bytes: few calls to hash them, few bytes to move. */
const RUN_BYTES = 4096;

/** What the tokenizer tells. The calls come in file order, each during a `push` or `end`. */
export interface SegmentVisitor {
  /** What a claim begins with in the transactions it is interested in; CLP where it does not say. */
  readonly claimSegment?: 'CLP' | 'CLM';
  /** An interchange starts; `first` is not ISA where the envelope is missing. */
  interchange(first: FirstSegment, delimiters: Delimiters): void;
  /** A complete segment. The object is only valid during the call; its bytes until the next `recycle`. */
  segment(segment: Segment): void;
  /** The bytes of all segments so far are about to be written over. */
  recycle(): void;
  /** A segment beyond the limit was dropped; `segment` holds its tag, number, byteStart and byteEnd, and no elements. */
  tooLong(segment: Segment): void;
  /**
   * Bytes outside any interchange that are not blank were skipped: the first of them, how many, where the last one
   * ends, and how many segments seem to be among them that a claim begins with.
   */
  skippedText(byteStart: number, bytes: number, byteEnd: number, claims: number): void;
  /** The input ends in the middle of a segment (its terminator is missing), which `segment` holds. */
  unterminated(segment: Segment): void;
}

export interface Tokenizer {
  /** Takes the next bytes, any number of them. The chunk is copied and not changed. */
  push(chunk: Uint8Array): void;
  /** Says that no more bytes come. */
  end(): void;
}

/** Where to begin within a file: at the first byte of a segment, under the delimiters of its interchange. */
export interface StartingPlace {
  readonly byteStart: number;
  readonly delimiters: Delimiters;
}

type Place = 'outside' | 'before_segment' | 'in_segment' | 'in_refused_segment';

const BLANK = 0x20;
const LETTER_I = 0x49;
const SMALL_LETTER_I = 0x69;

/**
 * Cuts X12 bytes, pushed in chunks of any size, into segments. Finds the delimiters of each interchange by itself,
 * keeps at most one segment in memory, and never throws on input.
 *
 * @param startAt begins within a file, without looking for an interchange first.
 */
export function createTokenizer(visitor: SegmentVisitor, startAt?: StartingPlace): Tokenizer {
  return new PushTokenizer(visitor, startAt);
}

/**
 * The bytes lie in one window, which is refilled when all of them are read; an unfinished segment then moves to its
 * front. Segments are read and normalised in place (ADR-0003), and moved together where something between them is left
 * out, so that they can be hashed in long runs.
 */
class PushTokenizer implements Tokenizer {
  private readonly visitor: SegmentVisitor;
  private readonly segment = new Segment(WINDOW_BYTES + 1);
  private readonly skipped: SkippedText;
  private delimiters: Delimiters | null = null;
  private elementSeparator = 0;
  private terminator = 0;
  private place: Place = 'outside';
  /** The window: up to where it is filled, up to where it is read, and where in the file it begins. */
  private filled = 0;
  private at = 0;
  private offset = 0;
  /** The run of normalised segments at hand. */
  private runStart = 0;
  private runEnd = 0;
  /** The byte before `at` while outside of an interchange. */
  private previous = 0;

  constructor(visitor: SegmentVisitor, startAt?: StartingPlace) {
    this.visitor = visitor;
    this.skipped = new SkippedText(visitor.claimSegment ?? 'CLP');
    if (startAt === undefined) return;
    this.offset = startAt.byteStart;
    this.use(startAt.delimiters);
    this.place = 'before_segment';
  }

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
      this.hold(chunk.length <= SLICE_BYTES ? chunk : chunk.subarray(from, from + SLICE_BYTES));
      this.read(false);
    }
  }

  end(): void {
    this.read(true);
    const { segment, visitor } = this;
    if (this.place === 'in_segment') {
      segment.byteEnd = this.offset + this.at;
      segment.number++;
      segment.normalise();
      visitor.unterminated(segment);
    } else if (this.place === 'in_refused_segment') {
      segment.byteEnd = this.offset + this.at;
      visitor.tooLong(segment);
    }
    this.skipped.finish();
    this.reportSkipped();
  }

  private hold(slice: Uint8Array): void {
    if (this.filled + slice.length > WINDOW_BYTES) this.makeRoom();
    // One byte more, for the terminator that the last segment may lack.
    if (this.filled + slice.length >= this.segment.bytes.length) this.segment.grow(LONGEST_CAPACITY);
    this.segment.bytes.set(slice, this.filled);
    this.filled += slice.length;
  }

  private makeRoom(): void {
    const { segment } = this;
    this.visitor.recycle();
    this.runStart = 0;
    this.runEnd = 0;
    const keepFrom = this.place === 'in_segment' ? segment.start : this.at;
    if (keepFrom === 0) return;
    segment.bytes.copyWithin(0, keepFrom, this.filled);
    if (this.place === 'in_segment') segment.moved(keepFrom);
    this.at -= keepFrom;
    this.filled -= keepFrom;
    this.offset += keepFrom;
  }

  /** Reads what is held, as far as it goes. */
  private read(final: boolean): void {
    let goesOn = true;
    while (goesOn) {
      switch (this.place) {
        case 'outside':
          goesOn = this.seekInterchange(final);
          break;
        case 'before_segment':
          goesOn = this.startSegment(final);
          break;
        case 'in_segment':
          goesOn = this.readSegments();
          break;
        case 'in_refused_segment':
          goesOn = this.dropToTerminator();
          break;
      }
    }
  }

  // Each of these returns false when it needs more bytes to go on.

  private seekInterchange(final: boolean): boolean {
    const window = this.segment.bytes.subarray(0, this.filled);
    const found = findInterchange(window, this.at, this.previous, final);
    const skippedTo = found.kind === 'found' ? found.at : found.keepFrom;
    this.skipped.add(window, this.at, skippedTo, this.offset);
    if (skippedTo > this.at) this.previous = window[skippedTo - 1] as number;
    this.at = skippedTo;
    if (found.kind === 'undecided') return false;
    this.reportSkipped();
    this.previous = 0;
    // Without an ISA of its own, what follows an interchange is in the delimiters of that.
    const before = this.delimiters;
    const isTheSame = found.first !== 'ISA' && before?.element === found.delimiters.element;
    const delimiters = isTheSame ? before : found.delimiters;
    this.use(delimiters);
    this.visitor.interchange(found.first, delimiters);
    this.beginSegment();
    return true;
  }

  private startSegment(final: boolean): boolean {
    this.passDecoration();
    if (this.at === this.filled) return false;
    const isIsa = startsWithIsa(this.segment.bytes.subarray(0, this.filled), this.at, final);
    if (isIsa === null) return false;
    // The interchange before has no IEA; this one may have other delimiters.
    if (isIsa) this.place = 'outside';
    else this.beginSegment();
    return true;
  }

  /** What stands between segments: blanks, line ends, further terminators. */
  private passDecoration(): void {
    const { filled, terminator } = this;
    const { bytes } = this.segment;
    let { at } = this;
    while (at < filled) {
      const byte = bytes[at] as number;
      if (byte !== terminator && (byte > 0x20 || !isBlank(byte))) break;
      at++;
    }
    this.at = at;
  }

  private beginSegment(): void {
    this.segment.startAt(this.at);
    this.segment.byteStart = this.offset + this.at;
    this.place = 'in_segment';
  }

  /** Reads on from within a segment, for as long as one plain segment follows the other. */
  private readSegments(): boolean {
    const { segment, visitor, elementSeparator, terminator, filled, offset } = this;
    const { bytes } = segment;
    for (;;) {
      const at = scanSegment(segment, this.at, filled, elementSeparator, terminator);
      this.at = at;
      if (segment.end - segment.start > LONGEST_SEGMENT_BYTES) return this.refuseSegment();
      if (!segment.complete) return false;
      segment.byteEnd = offset + at;
      segment.number++;
      segment.normalise();
      if (segment.start !== this.runEnd) this.joinRun();
      this.runEnd = segment.end;
      visitor.segment(segment);
      if (segment.tag === IEA) {
        this.place = 'outside';
        return true;
      }
      let next = at < filled ? (bytes[at] as number) : 0;
      if (next <= BLANK || next === terminator) {
        this.passDecoration();
        next = this.at < filled ? (bytes[this.at] as number) : 0;
      }
      if (this.at === filled || next === LETTER_I || next === SMALL_LETTER_I) {
        // Nothing more, or perhaps an ISA, which needs a closer look.
        this.place = 'before_segment';
        return true;
      }
      segment.startAt(this.at);
      segment.byteStart = offset + this.at;
    }
  }

  /** Something was left out before the segment: it moves up to the run, or begins another. */
  private joinRun(): void {
    const { segment } = this;
    if (this.runEnd - this.runStart < RUN_BYTES) segment.moveTo(this.runEnd);
    else this.runStart = segment.start;
  }

  private refuseSegment(): boolean {
    const { segment } = this;
    segment.number++;
    segment.normalise();
    const { complete } = segment;
    segment.startAt(this.at);
    if (complete) this.endRefusedSegment();
    else this.place = 'in_refused_segment';
    return true;
  }

  private dropToTerminator(): boolean {
    const found = this.segment.bytes.subarray(0, this.filled).indexOf(this.terminator, this.at);
    this.at = found < 0 ? this.filled : found + 1;
    if (found >= 0) this.endRefusedSegment();
    return found >= 0;
  }

  private endRefusedSegment(): void {
    this.place = 'before_segment';
    this.segment.byteEnd = this.offset + this.at;
    this.visitor.tooLong(this.segment);
  }

  private reportSkipped(): void {
    const { skipped } = this;
    if (skipped.bytes > 0) {
      this.visitor.skippedText(skipped.byteStart, skipped.bytes, skipped.byteEnd, skipped.claims);
    }
    skipped.reset();
  }

  private use(delimiters: Delimiters): void {
    this.delimiters = delimiters;
    this.elementSeparator = delimiters.element;
    this.terminator = delimiters.terminator;
    this.skipped.use(delimiters);
  }
}
