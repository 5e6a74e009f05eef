const BLANK = 0x20;
/** Longer values (names, control numbers) seldom repeat, so remembering them costs more than making them. */
const LONGEST_POOLED = 8;
/** Up to four bytes fit into one integer, which is compared instead of a string. */
const LONGEST_PACKED = 4;
const SLOTS = 1024;

/** `latin1Slice` is what `toString('latin1')` calls after checking its arguments; at this rate the check shows. */
type Latin1Buffer = Buffer & { latin1Slice(from: number, to: number): string };

/**
 * Makes strings from bytes, Latin-1, and hands out the same string again for short values that repeat (codes,
 * qualifiers, procedure codes). Of fixed size: a slot is overwritten by the next value that falls on it. One pool a
 * reader, so that no value of a file outlives its reading.
 */
export class TextPool {
  private readonly asIs = new Slots(false);
  private readonly upper = new Slots(true);

  /** The text between two positions without blanks around it. */
  textOf(bytes: Buffer, from: number, to: number): string {
    return this.asIs.get(bytes, from, to);
  }

  /** As `textOf`, in upper case: for codes, which are compared. */
  codeOf(bytes: Buffer, from: number, to: number): string {
    return this.upper.get(bytes, from, to);
  }
}

class Slots {
  private readonly upperCase: boolean;
  private readonly packedKeys = new Int32Array(SLOTS);
  private readonly packed: string[] = new Array<string>(SLOTS).fill('');
  private readonly longer: string[] = new Array<string>(SLOTS).fill('');

  constructor(upperCase: boolean) {
    this.upperCase = upperCase;
  }

  get(bytes: Buffer, from: number, to: number): string {
    let start = from;
    let end = to;
    while (start < end && bytes[start] === BLANK) start++;
    while (end > start && bytes[end - 1] === BLANK) end--;
    const length = end - start;
    if (length === 0) return '';
    if (length > LONGEST_POOLED) return this.make(bytes, start, end);
    // With NUL in front two values would pack to the same integer.
    return length <= LONGEST_PACKED && bytes[start] !== 0
      ? this.getPacked(bytes, start, end)
      : this.getLonger(bytes, start, end);
  }

  private getPacked(bytes: Buffer, from: number, to: number): string {
    let key = 0;
    for (let i = from; i < to; i++) key = (key << 8) | (bytes[i] as number);
    const slot = slotOf(key);
    if (this.packedKeys[slot] === key) return this.packed[slot] as string;
    const text = this.make(bytes, from, to);
    this.packedKeys[slot] = key;
    this.packed[slot] = text;
    return text;
  }

  private getLonger(bytes: Buffer, from: number, to: number): string {
    let hash = 0;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    const slot = slotOf(hash);
    const known = this.longer[slot] as string;
    if (known.length === to - from && holds(known, bytes, from, this.upperCase)) return known;
    const text = this.make(bytes, from, to);
    this.longer[slot] = text;
    return text;
  }

  private make(bytes: Buffer, from: number, to: number): string {
    const text = (bytes as Latin1Buffer).latin1Slice(from, to);
    return this.upperCase ? text.toUpperCase() : text;
  }
}

function slotOf(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 22) & (SLOTS - 1);
}

function holds(text: string, bytes: Buffer, from: number, upperCased: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = bytes[from + i] as number;
    const letter = upperCased && byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
    if (text.charCodeAt(i) !== letter) return false;
  }
  return true;
}
