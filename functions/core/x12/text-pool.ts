const BLANK = 0x20;
/** Longer values seldom repeat, so remembering them costs more than making them. */
const LONGEST_POOLED = 20;
const SLOTS = 4096;

/** `latin1Slice` is what `toString('latin1')` calls after checking its arguments; at this rate the check shows. */
type Latin1Buffer = Buffer & { latin1Slice(from: number, to: number): string };

/**
 * Makes strings from bytes, Latin-1, and hands out the same string again for short values that repeat (codes,
 * qualifiers, procedure codes, names). Of fixed size: a slot is overwritten by the next value that falls on it. One
 * pool a reader, so that no value of a file outlives its reading.
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

  /** As `textOf`, without remembering. */
  newTextOf(bytes: Buffer, from: number, to: number): string {
    let start = from;
    let end = to;
    while (start < end && bytes[start] === BLANK) start++;
    while (end > start && bytes[end - 1] === BLANK) end--;
    return start === end ? '' : (bytes as Latin1Buffer).latin1Slice(start, end);
  }
}

class Slots {
  private readonly upperCase: boolean;
  private readonly keys = new Int32Array(SLOTS);
  private readonly short: string[] = new Array<string>(SLOTS).fill('');
  private readonly pairs = new Int32Array(2 * SLOTS);
  private readonly packed: string[] = new Array<string>(SLOTS).fill('');
  private readonly longer: string[] = new Array<string>(SLOTS).fill('');

  constructor(upperCase: boolean) {
    this.upperCase = upperCase;
  }

  get(bytes: Buffer, from: number, to: number): string {
    if (from === to) return '';
    const length = to - from;
    const first = bytes[from] as number;
    if (first <= BLANK || bytes[to - 1] === BLANK) return this.getTrimmed(bytes, from, to);
    if (length <= 4) {
      let key = first;
      for (let i = from + 1; i < to; i++) key = (key << 8) | (bytes[i] as number);
      const slot = slotOf(key);
      return this.keys[slot] === key ? (this.short[slot] as string) : this.addShort(bytes, from, to, key);
    }
    if (length <= 8) return this.getPacked(bytes, from, to);
    return length <= LONGEST_POOLED ? this.getLonger(bytes, from, to) : this.make(bytes, from, to);
  }

  private getTrimmed(bytes: Buffer, from: number, to: number): string {
    let start = from;
    let end = to;
    while (start < end && bytes[start] === BLANK) start++;
    while (end > start && bytes[end - 1] === BLANK) end--;
    if (start === end) return '';
    // With NUL in front two values would pack to the same integer.
    return (bytes[start] as number) < BLANK ? this.make(bytes, start, end) : this.get(bytes, start, end);
  }

  private addShort(bytes: Buffer, from: number, to: number, key: number): string {
    const text = this.make(bytes, from, to);
    const slot = slotOf(key);
    this.keys[slot] = key;
    this.short[slot] = text;
    return text;
  }

  private getPacked(bytes: Buffer, from: number, to: number): string {
    // NUL in front of the second half: see above.
    if (bytes[from + 4] === 0) return this.make(bytes, from, to);
    let key = 0;
    let key2 = 0;
    let i = from;
    for (; i < from + 4; i++) key = (key << 8) | (bytes[i] as number);
    for (; i < to; i++) key2 = (key2 << 8) | (bytes[i] as number);
    const slot = slotOf(key ^ Math.imul(key2, 31));
    const { pairs } = this;
    if (pairs[2 * slot] === key && pairs[2 * slot + 1] === key2) return this.packed[slot] as string;
    const text = this.make(bytes, from, to);
    pairs[2 * slot] = key;
    pairs[2 * slot + 1] = key2;
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
  return (Math.imul(key, 0x9e3779b1) >>> 20) & (SLOTS - 1);
}

function holds(text: string, bytes: Buffer, from: number, upperCased: boolean): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = bytes[from + i] as number;
    const letter = upperCased && byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
    if (text.charCodeAt(i) !== letter) return false;
  }
  return true;
}
