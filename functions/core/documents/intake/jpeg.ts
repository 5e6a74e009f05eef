/** Which way up a picture was taken: 1 upright, to 8 (Exif 2.32, 4.6.4 A, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface JpegHead {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Sequential or progressive, Huffman coded, 8 bits a sample: what programs and printers show. */
  readonly isOrdinary: boolean;
  /** The picture alone: without what camera and program wrote beside it, and without what follows its end. */
  readonly bytes: Uint8Array;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
/** Colour profile and colour transform: without them the colours change. */
const KEPT_APPS = [APP0, 0xe2, 0xee];
const COMMENT = 0xfe;
/** SOF0, SOF1, SOF2 (table B.1). */
const ORDINARY_FRAMES = [0xc0, 0xc1, 0xc2];

/**
 * Reads the markers of a JPEG (ITU-T T.81, B.1); no pixel is decoded.
 *
 * @returns null where it is damaged, or ends before its end marker
 */
export function readJpeg(bytes: Uint8Array): JpegHead | null {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, SOI)];
  let size: { readonly width: number; readonly height: number } | null = null;
  let orientation: Orientation = 1;
  let isOrdinary = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = byteAt(bytes, at + 1);
    // Fill bytes (B.1.1.2).
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = uint16(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const segment = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      size = { height: uint16(segment, 1), width: uint16(segment, 3) };
      isOrdinary = ORDINARY_FRAMES.includes(marker) && segment[0] === 8;
    }
    if (marker === APP1) orientation = orientationOf(segment) ?? orientation;
    const isAside = marker === COMMENT || (marker >= APP0 && marker <= 0xef && !KEPT_APPS.includes(marker));
    if (!isAside) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    const ends = endOfPicture(bytes, at);
    if (size === null || size.width === 0 || size.height === 0 || ends === null) return null;
    kept.push(bytes.subarray(at, ends));
    return { ...size, orientation, isOrdinary, bytes: joined(kept) };
  }
  return null;
}

/** Behind the end marker. Scans of a progressive picture follow each other with tables between them. */
function endOfPicture(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === EOI) return at + 2;
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC (table B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function orientationOf(segment: Uint8Array): Orientation | null {
  // "Exif", two zeros, then a TIFF: its byte order, 42, where its first directory is.
  if (String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif') return null;
  const tiff = segment.subarray(6);
  if (tiff.length < 8) return null;
  const little = tiff[0] === 0x49;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return null;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (view.getUint16(at, little) !== 0x0112) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? (value as Orientation) : null;
  }
  return null;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function uint16(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) * 256 + byteAt(bytes, at + 1);
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
