/** Longer values (names, control numbers) seldom repeat, so remembering them costs more than making them. */
const LONGEST_POOLED = 8;
const SLOTS = 4096;
const BLANK = 0x20;

/** `latin1Slice` is what `toString('latin1')` calls after checking its arguments; at this rate the check shows. */
type Latin1Buffer = Buffer & { latin1Slice(from: number, to: number): string };

/**
 * Makes strings from bytes, Latin-1, and hands out the same string again for short values that repeat (codes,
 * qualifiers, procedure codes). Of fixed size: a slot is overwritten by the next value that falls on it. One pool a
 * reader, so that no value of a file outlives its reading.
 */
export class TextPool {
  private readonly asIs: string[] = new Array<string>(SLOTS).fill('');
  private readonly upper: string[] = new Array<string>(SLOTS).fill('');

  /** The text between two positions without blanks around it. */
  textOf(bytes: Buffer, from: number, to: number): string {
    return this.pooled(this.asIs, bytes, from, to, false);
  }

  /** As `textOf`, in upper case: for codes, which are compared. */
  codeOf(bytes: Buffer, from: number, to: number): string {
    return this.pooled(this.upper, bytes, from, to, true);
  }

  private pooled(slots: string[], bytes: Buffer, from: number, to: number, toUpper: boolean): string {
    let start = from;
    let end = to;
    while (start < end && bytes[start] === BLANK) start++;
    while (end > start && bytes[end - 1] === BLANK) end--;
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST_POOLED) {
      const text = (bytes as Latin1Buffer).latin1Slice(start, end);
      return toUpper ? text.toUpperCase() : text;
    }
    let hash = length;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const known = slots[slot] as string;
    if (known.length === length && holds(known, bytes, start, toUpper)) return known;
    const text = (bytes as Latin1Buffer).latin1Slice(start, end);
    const made = toUpper ? text.toUpperCase() : text;
    slots[slot] = made;
    return made;
  }
}

function holds(text: string, bytes: Buffer, from: number, upperCased: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = bytes[from + i] as number;
    const letter = upperCased && byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
    if (text.charCodeAt(i) !== letter) return false;
  }
  return true;
}
