/** What one byte means in the interchange at hand; the index into it is the byte itself. */
export type ByteMeanings = Uint8Array;

export const ORDINARY = 0;
export const ELEMENT_SEPARATOR = 1;
export const TERMINATOR = 2;
/** CR or LF where they do not end segments: decoration, or a hard wrap inside an element (X12 RFI 28). */
export const LINE_BREAK = 3;
export const NOT_ASCII = 4;

/** Canonical delimiters of the normalised bytes: information separators that no remittance carries as data. */
export const CANONICAL_TERMINATOR = 0x1c;
export const CANONICAL_ELEMENT = 0x1d;
export const CANONICAL_COMPONENT = 0x1f;

/** No segment of the standard has nearly so many elements; those beyond are kept in the bytes but get no offset. */
export const MAX_ELEMENTS = 1024;

/** The segment being read: everything the scan must remember when the input ends in the middle of it. */
export interface SegmentInProgress {
  /** Normalised bytes: delimiters canonical, line breaks gone. */
  readonly bytes: Buffer;
  /** Where element i starts in `bytes`; element 0 is the segment id. */
  readonly starts: Int32Array;
  elements: number;
  /** Where the next byte goes. */
  end: number;
  complete: boolean;
  notAscii: boolean;
  /** Where in `bytes` the last line break within the segment id was dropped, -1 without one. */
  idBrokenAt: number;
}

/**
 * The hot loop: copies input bytes to the normalised segment and notes where each element starts, until the
 * terminator or the end of the input. One table look-up decides what a byte is, all state is in locals, and
 * nothing is called or allocated. Because the copy is the normalised form, a segment may span any number of
 * chunks, wrapped lines need no second path, and the same bytes are hashed for the identity (ADR-0003).
 *
 * The caller sees to it that `bytes` has room for `to - from` more.
 *
 * @returns the position after the last byte taken; `segment.complete` tells whether a terminator was met.
 */
export function scanSegment(
  input: Uint8Array,
  from: number,
  to: number,
  meanings: ByteMeanings,
  segment: SegmentInProgress,
): number {
  const { bytes, starts } = segment;
  let { elements, end, notAscii, idBrokenAt } = segment;
  let complete = false;
  let position = from;
  while (position < to) {
    const byte = input[position++] as number;
    const meaning = meanings[byte] as number;
    // Stored before it is judged: nearly every byte is ordinary, and taking one back costs nothing.
    bytes[end++] = byte;
    if (meaning === ORDINARY) continue;
    if (meaning === ELEMENT_SEPARATOR) {
      bytes[end - 1] = CANONICAL_ELEMENT;
      if (elements < MAX_ELEMENTS) starts[elements++] = end;
    } else if (meaning === TERMINATOR) {
      end--;
      complete = true;
      break;
    } else if (meaning === LINE_BREAK) {
      end--;
      if (elements === 1) idBrokenAt = end;
    } else {
      notAscii = true;
    }
  }
  segment.elements = elements;
  segment.end = end;
  segment.complete = complete;
  segment.notAscii = notAscii;
  segment.idBrokenAt = idBrokenAt;
  return position;
}
