import { isBlank, isLetter, isLetterOrDigit, upperCase } from './bytes.ts';

/** The separators of one interchange, as byte values. */
export interface Delimiters {
  readonly element: number;
  /** null when nothing declares one (no ISA): composites then tell by their third byte. */
  readonly component: number | null;
  /** ISA11, from version 00402 on and only when it is not a letter or digit. */
  readonly repetition: number | null;
  readonly terminator: number;
}

/** Which segment an interchange starts with. Without an ISA, GS or ST tells the delimiters. */
export type FirstSegment = 'ISA' | 'GS' | 'ST';

export type Discovery =
  | {
      readonly kind: 'found';
      readonly at: number;
      readonly first: FirstSegment;
      readonly delimiters: Delimiters;
    }
  /** Nothing begins before `keepFrom`; from there on more bytes are needed to tell. */
  | { readonly kind: 'undecided'; readonly keepFrom: number };

/** An unpadded or hard-wrapped ISA must end within this many bytes: the fixed one has 106. */
const LONGEST_OPENING = 512;
/**
 * What only begins like an opening is told from one within a few bytes, or text made of nothing else would be read
 * hundreds of times over. Qualifiers (ISA01, 03, 05, 07) have two characters, the other elements at most 15.
 */
const LONGEST_QUALIFIER = 2;
const LONGEST_ELEMENT = 40;
const ISA_ELEMENTS = 16;
/** ISA16 and the terminator, with line ends around them. */
const AFTER_LAST_SEPARATOR = 8;
/** A GS has 8 elements and an ST 3; some more may be empty. */
const ELEMENTS_BEYOND = 3;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;
const TILDE = 0x7e;
const COLON = 0x3a;

/** Where the element separator stands in an ISA of fixed width (X12.5: 105 bytes and the terminator). */
const ISA_SEPARATORS_AT = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];

/**
 * Looks for the next place where an interchange starts: an ISA, or a GS or ST where the ISA is missing.
 *
 * @param window the bytes at hand
 * @param from where to begin looking
 * @param previous the byte before `from`, 0 at the start of the input
 * @param final no more bytes will come
 */
export function findInterchange(
  window: Uint8Array,
  from: number,
  previous: number,
  final: boolean,
): Discovery {
  let before = previous;
  for (let at = from; at < window.length; at++) {
    const byte = window[at] as number;
    const letter = upperCase(byte);
    // Most text is skipped by this one test: only I, G and S can open anything.
    if ((letter === 0x49 || letter === 0x47 || letter === 0x53) && !isLetterOrDigit(before)) {
      if (!final && window.length - at < LONGEST_OPENING && mayOpen(window, at)) {
        return { kind: 'undecided', keepFrom: at };
      }
      const found = opensAt(window, at);
      if (found !== null) return { kind: 'found', at, ...found };
    }
    before = byte;
  }
  return { kind: 'undecided', keepFrom: window.length };
}

/** Whether the segment that starts at `at` is an ISA; null when more bytes are needed to tell. */
export function startsWithIsa(window: Uint8Array, at: number, final: boolean): boolean | null {
  const word = 'ISA';
  for (let i = 0; i < word.length; i++) {
    if (at + i >= window.length) return final ? false : null;
    if (upperCase(window[at + i] as number) !== word.charCodeAt(i)) return false;
  }
  if (at + 3 >= window.length) return final ? false : null;
  return isSeparator(window[at + 3] as number);
}

function mayOpen(window: Uint8Array, at: number): boolean {
  return ['ISA', 'GS', 'ST'].some((word) => {
    for (let i = 0; i < word.length && at + i < window.length; i++) {
      if (upperCase(window[at + i] as number) !== word.charCodeAt(i)) return false;
    }
    const next = window[at + word.length];
    return next === undefined || isSeparator(next);
  });
}

function opensAt(window: Uint8Array, at: number): { first: FirstSegment; delimiters: Delimiters } | null {
  if (startsWithIsa(window, at, true) === true) {
    const delimiters = delimitersOfIsa(window.subarray(at, at + LONGEST_OPENING));
    return delimiters && { first: 'ISA', delimiters };
  }
  const element = window[at + 2];
  if (element === undefined || !isSeparator(element)) return null;
  const [a, b, c, d] = [3, 4, 5, 6].map((i) => window[at + i] ?? 0) as [number, number, number, number];
  const second = upperCase(window[at + 1] as number);
  const isGs = upperCase(window[at] as number) === 0x47 && second === 0x53 && isLetter(a) && isLetter(b);
  const opening = () => window.subarray(at, at + LONGEST_OPENING);
  if (isGs && c === element) return withoutIsa('GS', opening(), element, 8);
  const isSt = upperCase(window[at] as number) === 0x53 && second === 0x54;
  const isSet = isDigit(a) && isDigit(b) && isDigit(c);
  if (isSt && isSet && d === element) return withoutIsa('ST', opening(), element, 2);
  return null;
}

/** Fixed width first; then the same with line breaks taken out (hard-wrapped); then by counting separators (unpadded). */
function delimitersOfIsa(isa: Uint8Array): Delimiters | null {
  const element = isa[3] as number;
  if (isFixedWidth(isa, element)) {
    const fixed = delimitersFrom(isa, element, 82, 84, 104, terminatorAt(isa, 105, element));
    if (fixed !== null) return fixed;
  }
  const separatorsAt = separatorsOfIsa(isa, element);
  if (separatorsAt === null) return null;
  const unwrapped = withoutLineEnds(
    isa.subarray(0, (separatorsAt[ISA_ELEMENTS - 1] as number) + AFTER_LAST_SEPARATOR),
  );
  if (unwrapped !== null && isFixedWidth(unwrapped, element)) {
    const wrapped = delimitersFrom(unwrapped, element, 82, 84, 104, unwrapped[105]);
    if (wrapped !== null) return wrapped;
  }
  return delimitersOfUnpaddedIsa(isa, element, separatorsAt);
}

/** null where there are none. */
function withoutLineEnds(isa: Uint8Array): Uint8Array | null {
  if (!isa.includes(CARRIAGE_RETURN) && !isa.includes(LINE_FEED)) return null;
  return isa.filter((byte) => byte !== CARRIAGE_RETURN && byte !== LINE_FEED);
}

function isFixedWidth(isa: Uint8Array, element: number): boolean {
  return ISA_SEPARATORS_AT.every((at) => isa[at] === element);
}

/** Where the 16 separators of an ISA stand, whatever its padding; null where an element is longer than any of an ISA. */
function separatorsOfIsa(isa: Uint8Array, element: number): number[] | null {
  const separatorsAt: number[] = [];
  let length = 0;
  for (let i = 3; i < isa.length; i++) {
    const byte = isa[i] as number;
    if (byte === element) {
      separatorsAt.push(i);
      if (separatorsAt.length === ISA_ELEMENTS) return separatorsAt;
      length = 0;
    } else if (byte !== CARRIAGE_RETURN && byte !== LINE_FEED) {
      const { length: at } = separatorsAt;
      const isQualifier = at < 8 && at % 2 === 1;
      if (++length > (isQualifier ? LONGEST_QUALIFIER : LONGEST_ELEMENT)) return null;
    }
  }
  return null;
}

function delimitersOfUnpaddedIsa(
  isa: Uint8Array,
  element: number,
  separatorsAt: readonly number[],
): Delimiters | null {
  const last = separatorsAt[ISA_ELEMENTS - 1] as number;
  const repetitionAt = (separatorsAt[10] as number) + 1;
  const versionAt = (separatorsAt[11] as number) + 1;
  let next = last + 1;
  while (isa[next] === CARRIAGE_RETURN || isa[next] === LINE_FEED) next++;
  // ISA16 left out: the terminator follows at once.
  if (isa[next] === TILDE) {
    return delimitersFrom(isa, element, repetitionAt, versionAt, null, TILDE);
  }
  return delimitersFrom(isa, element, repetitionAt, versionAt, next, terminatorAt(isa, next + 1, element));
}

/** A line end is the terminator when a segment follows it; otherwise it is a hard wrap and the terminator comes after. */
function terminatorAt(window: Uint8Array, at: number, element: number): number | undefined {
  const byte = window[at];
  if (byte !== CARRIAGE_RETURN && byte !== LINE_FEED) return byte;
  if (isFollowedBySegment(window, at, element)) {
    return byte === CARRIAGE_RETURN && window[at + 1] === LINE_FEED ? LINE_FEED : byte;
  }
  return window[afterBlanks(window, at)];
}

function delimitersFrom(
  isa: Uint8Array,
  element: number,
  repetitionAt: number,
  versionAt: number,
  componentAt: number | null,
  terminator: number | undefined,
): Delimiters | null {
  const component = componentAt === null ? COLON : isa[componentAt];
  if (component === undefined || !isSeparator(component) || component === element) return null;
  if (terminator === undefined || isLetterOrDigit(terminator) || terminator === 0x20) return null;
  if (terminator === element || terminator === component) return null;
  // `~` before a line end is the terminator of an ISA without ISA16, not a component separator.
  if (component === TILDE && (terminator === CARRIAGE_RETURN || terminator === LINE_FEED)) return null;
  const version = String.fromCharCode(...isa.subarray(versionAt, versionAt + 5));
  const repetition = isa[repetitionAt] as number;
  const repeats = version >= '00402' && isSeparator(repetition) && repetition !== element;
  return { element, component, repetition: repeats ? repetition : null, terminator };
}

function withoutIsa(
  first: FirstSegment,
  opening: Uint8Array,
  element: number,
  lastElement: number,
): { first: FirstSegment; delimiters: Delimiters } | null {
  let separators = 0;
  for (let i = 0; i < opening.length; i++) {
    const byte = opening[i] as number;
    if (byte === element) {
      if (++separators > lastElement + ELEMENTS_BEYOND) return null;
    } else if (separators >= lastElement && !isLetterOrDigit(byte) && byte !== 0x20) {
      const isLineEnd = byte === CARRIAGE_RETURN || byte === LINE_FEED;
      if (isLineEnd && !isFollowedBySegment(opening, i, element)) {
        // A hard wrap.
        i = afterBlanks(opening, i) - 1;
        continue;
      }
      const terminator = byte === CARRIAGE_RETURN && opening[i + 1] === LINE_FEED ? LINE_FEED : byte;
      return { first, delimiters: { element, component: null, repetition: null, terminator } };
    }
  }
  return null;
}

function isFollowedBySegment(window: Uint8Array, lineEnd: number, element: number): boolean {
  const at = afterBlanks(window, lineEnd);
  if (at >= window.length) return true;
  if (!isLetter(window[at] as number)) return false;
  let length = 1;
  while (length < 4 && isLetterOrDigit(window[at + length] ?? 0)) length++;
  return (length === 2 || length === 3) && window[at + length] === element;
}

function afterBlanks(window: Uint8Array, from: number): number {
  let at = from;
  while (at < window.length && isBlank(window[at] as number)) at++;
  return at;
}

/** X12 forbids letters, digits and blanks as separators; control characters such as 0x1D are in use. */
function isSeparator(byte: number): boolean {
  return !isLetterOrDigit(byte) && !isBlank(byte) && byte < 0x80;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
