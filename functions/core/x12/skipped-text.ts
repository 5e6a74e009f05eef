import { isBlank, isLetterOrDigit, upperCase } from './bytes.ts';
import type { Delimiters } from './delimiters.ts';

const NOT_AT_START = -1;
const IN_ELEMENTS = -2;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Counts what stands outside any interchange. A claim among it is money that nobody would see, so its first
 * segments (CLP, CLM) are looked for: after a terminator or line end, in the delimiters of the interchange before.
 */
export class SkippedText {
  byteStart = -1;
  byteEnd = -1;
  /** Bytes that are not blank. A byte order mark (EF BB BF) is as blank as a blank. */
  bytes = 0;
  claims = 0;
  private readonly claimId: string;
  private delimiters: Delimiters | null = null;
  /** Letters of the claim's id met since a segment may have started. */
  private matched = 0;

  /** @param claimId what a claim begins with */
  constructor(claimId: 'CLP' | 'CLM') {
    this.claimId = claimId;
  }

  use(delimiters: Delimiters): void {
    this.delimiters = delimiters;
  }

  reset(): void {
    this.byteStart = -1;
    this.byteEnd = -1;
    this.bytes = 0;
    this.claims = 0;
    this.matched = 0;
  }

  /** The input ends: a claim may have no more than its id. */
  finish(): void {
    if (this.matched === this.claimId.length) this.claims++;
  }

  /** @param offset position in the file of the first byte of the window */
  add(window: Uint8Array, from: number, to: number, offset: number): void {
    for (let at = from; at < to; at++) {
      const byte = window[at] as number;
      this.matchClaim(byte);
      if (isBlank(byte) || byte === 0xef || byte === 0xbb || byte === 0xbf) continue;
      if (this.byteStart < 0) this.byteStart = offset + at;
      this.byteEnd = offset + at + 1;
      this.bytes++;
    }
  }

  /** The id may be broken by line ends or stand behind a note on a line of its own, as within an interchange. */
  private matchClaim(byte: number): void {
    const { matched, delimiters } = this;
    const isComplete = matched === this.claimId.length;
    if (byte === delimiters?.terminator) {
      if (isComplete) this.claims++;
      this.matched = 0;
    } else if (matched === IN_ELEMENTS) {
      // Until the terminator.
    } else if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
      if (matched === NOT_AT_START) this.matched = 0;
    } else if (isBlank(byte) && matched === 0) {
      // Indented.
    } else if (delimiters === null ? isComplete && !isLetterOrDigit(byte) : byte === delimiters.element) {
      if (isComplete) this.claims++;
      this.matched = delimiters === null ? NOT_AT_START : IN_ELEMENTS;
    } else {
      const isNext = matched !== NOT_AT_START && upperCase(byte) === this.claimId.charCodeAt(matched);
      this.matched = isNext ? matched + 1 : NOT_AT_START;
    }
  }
}
