import { isLetterOrDigit, upperCase } from './bytes.ts';

/** Canonical delimiters of the normalised bytes: information separators that no remittance carries as data. */
export const CANONICAL_TERMINATOR = 0x1c;
export const CANONICAL_ELEMENT = 0x1d;
export const CANONICAL_COMPONENT = 0x1f;

/** No segment of the standard has nearly so many elements; those beyond are kept in the bytes but get no offset. */
export const MAX_ELEMENTS = 1024;

/** Letters (as upper case) and digits are themselves, anything else is 0: what a segment id is made of. */
const CODE_BYTES = Uint8Array.from({ length: 256 }, (_, byte) =>
  isLetterOrDigit(byte) ? upperCase(byte) : 0,
);

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The segment being read: everything the scan must remember when the input ends in the middle of it. */
export interface SegmentInProgress {
  /** A copy of the input, whose delimiters become canonical as they are met. */
  readonly bytes: Buffer;
  /** Where element i starts in `bytes`; element 0 is the segment id. */
  readonly starts: Int32Array;
  elements: number;
  /** Where the terminator stands, or the bytes end so far. */
  end: number;
  complete: boolean;
  notAscii: boolean;
  /** CR or LF within the segment: a hard wrap (X12 RFI 28), to be taken out. */
  wrapped: boolean;
}

/**
 * The id of a segment between two positions as `tagOf` gives it, blanks behind it left out, and in upper case from
 * then on; 0 when it is none.
 */
export function readTag(bytes: Uint8Array, from: number, to: number): number {
  let length = to - from;
  while (length > 2 && bytes[from + length - 1] === 0x20) length--;
  if (length !== 2 && length !== 3) return 0;
  const first = CODE_BYTES[bytes[from] as number] as number;
  const second = CODE_BYTES[bytes[from + 1] as number] as number;
  const third = length === 2 ? 0 : (CODE_BYTES[bytes[from + 2] as number] as number);
  if (first === 0 || second === 0 || (length === 3 && third === 0)) return 0;
  bytes[from] = first;
  bytes[from + 1] = second;
  if (length === 2) return (first << 8) | second;
  bytes[from + 2] = third;
  return (first << 16) | (second << 8) | third;
}

/**
 * The hot loop: goes over the bytes of one segment in place, notes where each element starts and makes the element
 * separators canonical, until the terminator or the end of the bytes. Nearly every byte fails four comparisons and is
 * done; all state is in locals, and nothing is called or allocated. What is rare (hard wraps) is only noted.
 *
 * `| 0` tells the engine once, before the loop, that a number is a small integer; otherwise it asks at every byte. For
 * the same reason the canonical separator is a local.
 *
 * @returns the position after the last byte taken; `segment.complete` tells whether a terminator was met.
 */
export function scanSegment(
  segment: SegmentInProgress,
  from: number,
  to: number,
  elementSeparator: number,
  terminator: number,
): number {
  const { bytes, starts } = segment;
  const limit = to | 0;
  const separator = elementSeparator | 0;
  const stop = terminator | 0;
  const canonical = CANONICAL_ELEMENT | 0;
  const mostElements = MAX_ELEMENTS | 0;
  let elements = segment.elements | 0;
  let position = from | 0;
  let complete = false;
  let wrapped = false;
  let notAscii = false;
  while (position < limit) {
    const byte = bytes[position] as number;
    position = (position + 1) | 0;
    if (byte === separator) {
      bytes[position - 1] = canonical;
      if (elements < mostElements) starts[elements++] = position;
    } else if (byte === stop) {
      complete = true;
      break;
    } else if (byte < 0x20) {
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) wrapped = true;
    } else if (byte >= 0x80) {
      notAscii = true;
    }
  }
  if (wrapped) segment.wrapped = true;
  if (notAscii) segment.notAscii = true;
  segment.elements = elements;
  segment.end = complete ? position - 1 : position;
  segment.complete = complete;
  return position;
}
