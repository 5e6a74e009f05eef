import { centsOf } from '../money/cents.ts';
import { upperCase } from './bytes.ts';
import { CANONICAL_TERMINATOR, MAX_ELEMENTS, type SegmentInProgress } from './scan-segment.ts';
import { TextPool } from './text-pool.ts';

/**
 * One segment, valid only while its visitor runs: the object and its bytes are used again for the next one.
 * Elements count from 1 as in the standard (CLP01 is element 1); 0 is the segment id. Absent elements read as empty.
 */
export class Segment implements SegmentInProgress {
  readonly bytes: Buffer;
  readonly starts = new Int32Array(MAX_ELEMENTS + 1);
  readonly pool = new TextPool();
  elements = 1;
  start = 0;
  end = 0;
  complete = false;
  notAscii = false;
  idBrokenAt = -1;

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

  /** Makes room for the next segment behind this one, or from the start of the bytes. */
  startAt(position: number): void {
    this.start = position;
    this.end = position;
    this.elements = 1;
    this.starts[0] = position;
    this.complete = false;
    this.notAscii = false;
    this.idBrokenAt = -1;
    this.badNumberAt = 0;
  }

  /** Brings a complete segment into its normal form: id in upper case, no empty elements at the end. */
  normalise(): void {
    if (this.elements < MAX_ELEMENTS) {
      while (this.elements > 1 && this.starts[this.elements - 1] === this.end) {
        this.elements--;
        this.end--;
      }
    }
    this.starts[this.elements] = this.end + 1;
    this.tag = this.readTag();
    if (this.tag === 0 && this.idBrokenAt > this.start) this.dropTextBeforeId();
    this.bytes[this.end++] = CANONICAL_TERMINATOR;
  }

  private readTag(): number {
    const from = this.start;
    const length = (this.starts[1] as number) - 1 - from;
    if (length !== 2 && length !== 3) return 0;
    let tag = 0;
    for (let i = from; i < from + length; i++) {
      const letter = upperCase(this.bytes[i] as number);
      const isCode = (letter >= 0x41 && letter <= 0x5a) || (letter >= 0x30 && letter <= 0x39);
      if (!isCode) return 0;
      this.bytes[i] = letter;
      tag = (tag << 8) | letter;
    }
    return tag;
  }

  /** A note on a line of its own before the segment is read into its id: the id is what stands on the last line. */
  private dropTextBeforeId(): void {
    let from = this.idBrokenAt;
    while (this.bytes[from] === 0x20 || this.bytes[from] === 0x09) from++;
    const start = this.start;
    this.start = from;
    this.tag = this.readTag();
    this.start = start;
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
    return index < this.elements ? this.pool.textOf(this.bytes, this.from(index), this.to(index)) : '';
  }

  /** As `text`, in upper case. */
  code(index: number): string {
    return index < this.elements ? this.pool.codeOf(this.bytes, this.from(index), this.to(index)) : '';
  }

  /** Integer cents; 0 when absent or empty. What is not a number also gives 0 and sets `badNumberAt`. */
  cents(index: number): number {
    if (index >= this.elements) return 0;
    const cents = centsOf(this.bytes, this.from(index), this.to(index));
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
    return this.tag === 0 ? '' : this.text(0);
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
