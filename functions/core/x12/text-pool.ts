const BLANK = 0x20;
/** Longer values seldom repeat, so remembering them costs more than making them. */
const LONGEST_POOLED = 20;
const SLOTS = 4096;
const TIMES_TO_STAY = 3;

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

/**
 * A value is remembered when it comes a third time before any other newcomer to its slot: most texts that do not repeat
 * at once never do, and control numbers and charges come exactly twice. Each text remembered is one that the garbage
 * collector carries on, so those that pass through must not push out those that stay. A value whose slot is taken lives
 * in the one beside it: two that repeat all the time would otherwise push each other out for ever.
 */
class Slots {
  private readonly upperCase: boolean;
  private readonly keys = new Int32Array(2 * SLOTS);
  private readonly newcomerKeys = new Int32Array(2 * SLOTS);
  private readonly newcomerTimes = new Uint8Array(SLOTS);
  private readonly packed: string[] = new Array<string>(SLOTS).fill('');
  private readonly hashes = new Int32Array(SLOTS);
  private readonly newcomerHashes = new Int32Array(SLOTS);
  private readonly newcomerHashTimes = new Uint8Array(SLOTS);
  private readonly longer: string[] = new Array<string>(SLOTS).fill('');

  constructor(upperCase: boolean) {
    this.upperCase = upperCase;
  }

  get(bytes: Buffer, from: number, to: number): string {
    if (from === to) return '';
    const first = bytes[from] as number;
    // Blanks to be left out; and with NUL in front two values would pack to the same integer.
    if (first <= BLANK || bytes[to - 1] === BLANK) return this.getTrimmed(bytes, from, to);
    const length = to - from;
    if (length <= 4) {
      let key = first;
      for (let i = from + 1; i < to; i++) key = (key << 8) | (bytes[i] as number);
      return this.getPacked(bytes, from, to, key, 0);
    }
    if (length <= 8 && bytes[from + 4] !== 0) {
      let key = first;
      let rest = 0;
      let i = from + 1;
      for (; i < from + 4; i++) key = (key << 8) | (bytes[i] as number);
      for (; i < to; i++) rest = (rest << 8) | (bytes[i] as number);
      return this.getPacked(bytes, from, to, key, rest);
    }
    return length <= LONGEST_POOLED ? this.getLonger(bytes, from, to) : this.make(bytes, from, to);
  }

  private getTrimmed(bytes: Buffer, from: number, to: number): string {
    let start = from;
    let end = to;
    while (start < end && bytes[start] === BLANK) start++;
    while (end > start && bytes[end - 1] === BLANK) end--;
    if (start === end) return '';
    return (bytes[start] as number) < BLANK ? this.make(bytes, start, end) : this.get(bytes, start, end);
  }

  private getPacked(bytes: Buffer, from: number, to: number, key: number, rest: number): string {
    const { keys, newcomerKeys, newcomerTimes, packed } = this;
    const slot = slotOf(key ^ Math.imul(rest, 31));
    const at = 2 * slot;
    if (keys[at] === key && keys[at + 1] === rest) return packed[slot] as string;
    const beside = slot ^ 1;
    if (keys[2 * beside] === key && keys[2 * beside + 1] === rest) return packed[beside] as string;
    const text = this.make(bytes, from, to);
    if (newcomerKeys[at] !== key || newcomerKeys[at + 1] !== rest) {
      newcomerKeys[at] = key;
      newcomerKeys[at + 1] = rest;
      newcomerTimes[slot] = 1;
    } else if (++(newcomerTimes[slot] as number) >= TIMES_TO_STAY) {
      const home = packed[slot] === '' ? slot : beside;
      keys[2 * home] = key;
      keys[2 * home + 1] = rest;
      packed[home] = text;
    }
    return text;
  }

  private getLonger(bytes: Buffer, from: number, to: number): string {
    const { newcomerHashes, newcomerHashTimes, longer } = this;
    let hash = 0;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
    const slot = slotOf(hash);
    const beside = slot ^ 1;
    if (this.isLonger(slot, hash, bytes, from, to)) return longer[slot] as string;
    if (this.isLonger(beside, hash, bytes, from, to)) return longer[beside] as string;
    const text = this.make(bytes, from, to);
    if (newcomerHashes[slot] !== hash) {
      newcomerHashes[slot] = hash;
      newcomerHashTimes[slot] = 1;
    } else if (++(newcomerHashTimes[slot] as number) >= TIMES_TO_STAY) {
      const home = longer[slot] === '' ? slot : beside;
      this.hashes[home] = hash;
      longer[home] = text;
    }
    return text;
  }

  private isLonger(slot: number, hash: number, bytes: Buffer, from: number, to: number): boolean {
    if (this.hashes[slot] !== hash) return false;
    const known = this.longer[slot] as string;
    return known.length === to - from && holds(known, bytes, from, this.upperCase);
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
