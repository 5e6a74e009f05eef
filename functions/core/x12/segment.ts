import { centsOf } from '../money/cents.ts';
import { upperCase } from './bytes.ts';
import { CANONICAL_TERMINATOR, MAX_ELEMENTS, readTag, type SegmentInProgress } from './scan-segment.ts';
import { TextPool } from './text-pool.ts';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** Below this a loop moves bytes faster than a call into the engine. */
const SHORT_MOVE = 96;

/**
 * One segment, valid only while its visitor runs: the object and its bytes are used again for the next one.
 * Elements count from 1 as in the standard (CLP01 is element 1); 0 is the segment id. Absent elements read as empty.
 */
export class Segment implements SegmentInProgress {
  bytes: Buffer;
  readonly starts = new Int32Array(MAX_ELEMENTS + 1);
  readonly pool = new TextPool();
  elements = 1;
  start = 0;
  end = 0;
  complete = false;
  notAscii = false;
  wrapped = false;

  /** The id as one integer (`tagOf`), 0 when it is not of two or three letters and digits. */
  tag = 0;
  /** Position in the file, from 1. */
  number = 0;
  /** Bytes of the input from the first byte of the id to after the terminator. */
  byteStart = 0;
  byteEnd = 0;
  /** The first element that was read as money and is not a number, 0 when all were. */
  badNumberAt = 0;

  constructor(capacity: number) {
    this.bytes = Buffer.alloc(capacity);
  }

  /** Makes the bytes so many, and keeps those there are. */
  grow(capacity: number): void {
    const larger = Buffer.alloc(capacity);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  /** Begins with the segment whose first byte is at `position`. */
  startAt(position: number): void {
    this.start = position;
    this.end = position;
    this.elements = 1;
    this.starts[0] = position;
    this.complete = false;
    this.notAscii = false;
    this.wrapped = false;
    this.badNumberAt = 0;
  }

  /** Brings a complete segment into its normal form: id in upper case, no hard wraps, no empty elements at the end. */
  normalise(): void {
    const { bytes, starts, start, end, elements } = this;
    const isPlain = !this.wrapped && elements < MAX_ELEMENTS && (starts[elements - 1] as number) < end;
    if (!isPlain) {
      this.normaliseOdd();
      return;
    }
    starts[elements] = end + 1;
    bytes[end] = CANONICAL_TERMINATOR;
    this.end = end + 1;
    this.tag = readTag(bytes, start, (starts[1] as number) - 1);
  }

  private normaliseOdd(): void {
    const idBrokenAt = this.wrapped ? this.dropLineBreaks() : -1;
    if (this.elements < MAX_ELEMENTS) {
      while (this.elements > 1 && this.starts[this.elements - 1] === this.end) {
        this.elements--;
        this.end--;
      }
    }
    this.starts[this.elements] = this.end + 1;
    this.tag = readTag(this.bytes, this.start, (this.starts[1] as number) - 1);
    if (this.tag === 0 && idBrokenAt > this.start) this.dropTextBeforeId(idBrokenAt);
    this.bytes[this.end++] = CANONICAL_TERMINATOR;
  }

  /** Moves the normalised bytes down, to where the segment before ends. */
  moveTo(position: number): void {
    const { bytes, start, end, starts } = this;
    if (end - start > SHORT_MOVE) bytes.copyWithin(position, start, end);
    else for (let from = start, to = position; from < end; ) bytes[to++] = bytes[from++] as number;
    this.moved(start - position);
    starts[this.elements] = (starts[this.elements] as number) - (start - position);
  }

  /** Adjusts the offsets to bytes that now lie `by` further down. */
  moved(by: number): void {
    const { starts, elements } = this;
    for (let i = 0; i < elements; i++) starts[i] = (starts[i] as number) - by;
    this.start -= by;
    this.end -= by;
  }

  /** @returns where the last line break within the segment id was, -1 without one. */
  private dropLineBreaks(): number {
    const { bytes, starts, elements, start, end } = this;
    let idBrokenAt = -1;
    let element = 1;
    let to = start;
    for (let from = start; from < end; from++) {
      if (element < elements && starts[element] === from) starts[element++] = to;
      const byte = bytes[from] as number;
      if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) bytes[to++] = byte;
      else if (element === 1) idBrokenAt = to;
    }
    while (element < elements) starts[element++] = to;
    this.end = to;
    return idBrokenAt;
  }

  /** Whether it may hold more elements than were noted: the rest would be lost. */
  isFull(): boolean {
    return this.elements >= MAX_ELEMENTS;
  }

  /** A note on a line of its own before the segment is read into its id: the id is what stands on the last line. */
  private dropTextBeforeId(brokenAt: number): void {
    let from = brokenAt;
    while (this.bytes[from] === 0x20 || this.bytes[from] === 0x09) from++;
    const { start } = this;
    this.tag = readTag(this.bytes, from, (this.starts[1] as number) - 1);
    if (this.tag === 0) return;
    const dropped = from - start;
    this.bytes.copyWithin(start, from, this.end);
    this.end -= dropped;
    for (let i = 1; i <= this.elements; i++) this.starts[i] = (this.starts[i] as number) - dropped;
  }

  /** Where element `index` starts and ends in `bytes`; equal when empty or absent. */
  from(index: number): number {
    return index < this.elements ? (this.starts[index] as number) : 0;
  }

  to(index: number): number {
    return index < this.elements ? (this.starts[index + 1] as number) - 1 : 0;
  }

  isEmpty(index: number): boolean {
    return index >= this.elements || this.from(index) === this.to(index);
  }

  /** The element as text without blanks around it, '' when absent. */
  text(index: number): string {
    const { starts } = this;
    return index < this.elements
      ? this.pool.textOf(this.bytes, starts[index] as number, (starts[index + 1] as number) - 1)
      : '';
  }

  /** As `text`, for values that seldom repeat (claim and control numbers): remembering them would cost more. */
  ownText(index: number): string {
    return index < this.elements ? this.pool.newTextOf(this.bytes, this.from(index), this.to(index)) : '';
  }

  /** As `text`, in upper case. */
  code(index: number): string {
    const { starts } = this;
    return index < this.elements
      ? this.pool.codeOf(this.bytes, starts[index] as number, (starts[index + 1] as number) - 1)
      : '';
  }

  /** Integer cents; 0 when absent or empty. What is not a number also gives 0 and sets `badNumberAt`. */
  cents(index: number): number {
    if (index >= this.elements) return 0;
    const cents = centsOf(this.bytes, this.starts[index] as number, (this.starts[index + 1] as number) - 1);
    if (!Number.isNaN(cents)) return cents;
    if (this.badNumberAt === 0) this.badNumberAt = index;
    return 0;
  }

  /** Whether the element holds a number of money (an empty one does not). */
  holdsCents(index: number): boolean {
    return !this.isEmpty(index) && !Number.isNaN(centsOf(this.bytes, this.from(index), this.to(index)));
  }

  /** The segment id as text, '' when it is no id (so that no stray data gets into a message). */
  id(): string {
    const { tag } = this;
    const letters = tag > 0xffff ? [tag >> 16, (tag >> 8) & 0xff, tag & 0xff] : [tag >> 8, tag & 0xff];
    return tag === 0 ? '' : String.fromCharCode(...letters);
  }

  /** An element of up to four characters as `tagOf` gives it; 0 when absent or longer. */
  qualifier(index: number): number {
    const from = this.from(index);
    const to = this.to(index);
    if (to - from > 4) return 0;
    let tag = 0;
    for (let i = from; i < to; i++) tag = (tag << 8) | upperCase(this.bytes[i] as number);
    return tag;
  }
}
