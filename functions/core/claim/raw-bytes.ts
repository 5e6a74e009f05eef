/** More than any claim with 999 lines has; a claim beyond it is refused. */
export const LARGEST_PART_BYTES = 8 * 1024 * 1024;
/** The longest segment that the tokenizer gives has 1 MiB; one that is still being read needs no more than that. */
const LARGEST_TAIL_BYTES = 2 * 1024 * 1024;

const NOTHING = Buffer.alloc(0);

/** The bytes of a stream that may still be asked for: from the start of the part that is open, else of the segment at hand. */
export class RawBytes {
  private bytes: Buffer = NOTHING;
  /** Position in the file of the first byte held. */
  private offset = 0;

  push(chunk: Uint8Array): void {
    this.bytes = this.bytes.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.bytes, chunk]);
  }

  /** Forgets what stands before `position`. Without an open part only as much is kept as a segment may need. */
  keepFrom(position: number, isPartOpen: boolean): void {
    const end = this.offset + this.bytes.length;
    const least = end - (isPartOpen ? LARGEST_PART_BYTES + LARGEST_TAIL_BYTES : LARGEST_TAIL_BYTES);
    const from = Math.min(end, Math.max(position, least, this.offset));
    // A copy, so that one small rest does not keep a whole chunk alive.
    this.bytes = Buffer.from(this.bytes.subarray(from - this.offset));
    this.offset = from;
  }

  /** Latin-1 text of a range that is still held. */
  text(from: number, to: number): string {
    return this.bytes.toString('latin1', from - this.offset, to - this.offset);
  }
}
