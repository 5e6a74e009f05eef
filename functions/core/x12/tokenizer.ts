import { isBlank, upperCase } from './bytes.ts';
import { type Delimiters, type FirstSegment, findInterchange, startsWithIsa } from './delimiters.ts';
import {
  type ByteMeanings,
  ELEMENT_SEPARATOR,
  LINE_BREAK,
  NOT_ASCII,
  scanSegment,
  TERMINATOR,
} from './scan-segment.ts';
import { Segment } from './segment.ts';
import { IEA } from './segments.ts';

/** A longer segment is refused by name: the longest of the standard has some 2,000 bytes. */
export const LONGEST_SEGMENT_BYTES = 1024 * 1024;
/** Input is taken in slices of this size, so that one huge chunk needs no huge buffer. */
const SLICE_BYTES = 64 * 1024;
/** Normalised bytes are handed over for hashing and written over once there are this many. */
const RECYCLE_BYTES = 128 * 1024;

/** What the tokenizer tells. The calls come in file order, each during a `push` or `end`. */
export interface SegmentVisitor {
  /** An interchange starts; `first` is not ISA where the envelope is missing. */
  interchange(first: FirstSegment, delimiters: Delimiters): void;
  /** A complete segment. The object is only valid during the call; its bytes until the next `recycle`. */
  segment(segment: Segment): void;
  /** The bytes of all segments so far are about to be written over. */
  recycle(): void;
  /** A segment beyond the limit was dropped; `segment` holds its tag, number and byteStart. */
  tooLong(segment: Segment): void;
  /** Bytes outside any interchange that are not blank were skipped. */
  skippedText(byteStart: number, bytes: number): void;
  /** The input ends in the middle of a segment (its terminator is missing), which `segment` holds. */
  unterminated(segment: Segment): void;
}

export interface Tokenizer {
  push(chunk: Uint8Array): void;
  end(): void;
}

type Place = 'outside' | 'before_segment' | 'in_segment' | 'in_refused_segment';

const LETTER_I = 0x49;
const NOTHING = new Uint8Array(0);

/**
 * Cuts X12 bytes, pushed in chunks of any size, into segments. Finds the delimiters of each interchange by itself,
 * keeps at most one segment in memory, and never throws on input.
 */
export function createTokenizer(visitor: SegmentVisitor): Tokenizer {
  return new PushTokenizer(visitor);
}

class PushTokenizer implements Tokenizer {
  private readonly visitor: SegmentVisitor;
  private readonly segment = new Segment(RECYCLE_BYTES + LONGEST_SEGMENT_BYTES + 2 * SLICE_BYTES);
  private meanings: ByteMeanings = new Uint8Array(256);
  private place: Place = 'outside';
  /** Bytes that could be the start of an ISA, GS or ST, kept until there are enough to tell. */
  private held: Uint8Array = NOTHING;
  private previous = 0;
  /** Position in the file of the first byte of the slice at hand. */
  private offset = 0;
  private skippedFrom = -1;
  private skippedBytes = 0;

  constructor(visitor: SegmentVisitor) {
    this.visitor = visitor;
  }

  push(chunk: Uint8Array): void {
    for (let from = 0; from < chunk.length; from += SLICE_BYTES) {
      const slice = chunk.subarray(from, from + SLICE_BYTES);
      this.read(this.held.length === 0 ? slice : joined(this.held, slice), false);
    }
  }

  end(): void {
    if (this.held.length > 0) this.read(this.held, true);
    const { segment, visitor } = this;
    if (this.place === 'in_segment') {
      segment.byteEnd = this.offset;
      segment.number++;
      segment.normalise();
      visitor.unterminated(segment);
    }
    this.reportSkipped();
  }

  private read(slice: Uint8Array, final: boolean): void {
    this.held = NOTHING;
    let position = 0;
    while (position < slice.length) {
      const next = this.step(slice, position, final);
      if (next === null) {
        // Not enough bytes to tell: they wait for the next chunk.
        this.held = slice.slice(position);
        break;
      }
      position = next;
    }
    this.offset += position;
  }

  /** @returns the position to go on from, null to wait for more bytes. */
  private step(slice: Uint8Array, position: number, final: boolean): number | null {
    switch (this.place) {
      case 'outside':
        return this.seekInterchange(slice, position, final);
      case 'before_segment':
        return this.startSegment(slice, position, final);
      case 'in_segment':
        return this.readSegments(slice, position);
      case 'in_refused_segment':
        return this.dropToTerminator(slice, position);
    }
  }

  private seekInterchange(slice: Uint8Array, position: number, final: boolean): number | null {
    const found = findInterchange(slice, position, this.previous, final);
    const skippedTo = found.kind === 'found' ? found.at : found.keepFrom;
    this.countSkipped(slice, position, skippedTo);
    if (skippedTo > position) this.previous = slice[skippedTo - 1] as number;
    if (found.kind === 'undecided') return skippedTo > position ? skippedTo : null;
    this.reportSkipped();
    this.previous = 0;
    this.use(found.delimiters);
    this.visitor.interchange(found.first, found.delimiters);
    this.beginSegment(this.offset + found.at);
    return found.at;
  }

  private startSegment(slice: Uint8Array, position: number, final: boolean): number | null {
    let at = position;
    while (at < slice.length && this.isDecoration(slice[at] as number)) at++;
    if (at === slice.length) return at;
    const isIsa = startsWithIsa(slice, at, final);
    if (isIsa === null) return at > position ? at : null;
    if (isIsa) {
      // The interchange before has no IEA; this one may have other delimiters.
      this.place = 'outside';
      this.previous = 0;
    } else {
      this.beginSegment(this.offset + at);
    }
    return at;
  }

  private isDecoration(byte: number): boolean {
    return isBlank(byte) || this.meanings[byte] === TERMINATOR;
  }

  private beginSegment(byteStart: number): void {
    const { segment } = this;
    let position = segment.end;
    if (position >= RECYCLE_BYTES) {
      this.visitor.recycle();
      position = 0;
    }
    segment.startAt(position);
    segment.byteStart = byteStart;
    this.place = 'in_segment';
  }

  /** Reads on from within a segment, for as long as one plain segment follows the other. */
  private readSegments(slice: Uint8Array, position: number): number {
    const { segment, meanings, visitor } = this;
    let at = position;
    for (;;) {
      at = scanSegment(slice, at, slice.length, meanings, segment);
      if (segment.end - segment.start > LONGEST_SEGMENT_BYTES) return this.refuseSegment(at);
      if (!segment.complete) return at;
      segment.byteEnd = this.offset + at;
      segment.number++;
      segment.normalise();
      visitor.segment(segment);
      if (segment.tag === IEA) {
        this.place = 'outside';
        return at;
      }
      while (at < slice.length && this.isDecoration(slice[at] as number)) at++;
      if (at === slice.length || upperCase(slice[at] as number) === LETTER_I) {
        // Nothing more, or perhaps an ISA, which needs a closer look.
        this.place = 'before_segment';
        return at;
      }
      this.beginSegment(this.offset + at);
    }
  }

  private refuseSegment(next: number): number {
    const { segment } = this;
    this.place = segment.complete ? 'before_segment' : 'in_refused_segment';
    segment.byteEnd = this.offset + next;
    segment.number++;
    segment.normalise();
    this.visitor.tooLong(segment);
    segment.startAt(segment.start);
    return next;
  }

  private dropToTerminator(slice: Uint8Array, position: number): number {
    let at = position;
    while (at < slice.length && this.meanings[slice[at] as number] !== TERMINATOR) at++;
    if (at === slice.length) return at;
    this.place = 'before_segment';
    return at + 1;
  }

  /** A byte order mark (EF BB BF) is as blank as a blank. */
  private countSkipped(slice: Uint8Array, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const byte = slice[at] as number;
      if (isBlank(byte) || byte === 0xef || byte === 0xbb || byte === 0xbf) continue;
      if (this.skippedFrom < 0) this.skippedFrom = this.offset + at;
      this.skippedBytes++;
    }
  }

  private reportSkipped(): void {
    if (this.skippedBytes > 0) this.visitor.skippedText(this.skippedFrom, this.skippedBytes);
    this.skippedFrom = -1;
    this.skippedBytes = 0;
  }

  private use(delimiters: Delimiters): void {
    const meanings = new Uint8Array(256).fill(NOT_ASCII, 0x80);
    meanings[0x0a] = LINE_BREAK;
    meanings[0x0d] = LINE_BREAK;
    meanings[delimiters.element] = ELEMENT_SEPARATOR;
    meanings[delimiters.terminator] = TERMINATOR;
    this.meanings = meanings;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
