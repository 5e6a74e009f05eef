export interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 2 | 4 | 8 | 16;
  /** As PNG numbers them: 0 grey, 2 colours, 3 palette, 4 grey with alpha, 6 colours with alpha. */
  readonly colourType: 0 | 2 | 3 | 4 | 6;
  /** Neither transparency nor interlacing: its data are as PDF takes them (ISO 32000-2, 7.4.4.4). */
  readonly isPlain: boolean;
  /** Of a palette: three bytes to a colour. */
  readonly palette: Uint8Array | null;
  /** Its data, deflated, in the pieces in which they are stored. */
  readonly data: readonly Uint8Array[];
  /** What the data come to when they are inflated, if it is plain. */
  readonly inflatedBytes: number;
}

const SIGNATURE_BYTES = 8;
const CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
/** ISO/IEC 15948, table 11.1. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * Reads the chunks of a PNG (ISO/IEC 15948, 5.3); nothing is inflated.
 *
 * @returns null where it is damaged, or ends before its end chunk
 */
export function readPng(bytes: Uint8Array): PngHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let head: DataView | null = null;
  let palette: Uint8Array | null = null;
  let hasTransparency = false;
  const data: Uint8Array[] = [];
  let at = SIGNATURE_BYTES;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (at === SIGNATURE_BYTES) {
      if (name !== 'IHDR' || length !== 13) return null;
      head = new DataView(body.buffer, body.byteOffset, body.byteLength);
    }
    if (name === 'PLTE') palette = body;
    if (name === 'tRNS') hasTransparency = true;
    if (name === 'IDAT') data.push(body);
    if (name === 'IEND') return head === null ? null : headOf(head, { palette, hasTransparency, data });
    at = end;
  }
  return null;
}

function headOf(
  view: DataView,
  {
    palette,
    hasTransparency,
    data,
  }: { palette: Uint8Array | null; hasTransparency: boolean; data: readonly Uint8Array[] },
): PngHead | null {
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const bitDepth = view.getUint8(8) as PngHead['bitDepth'];
  const colourType = view.getUint8(9) as PngHead['colourType'];
  const isInterlaced = view.getUint8(12) !== 0;
  if (width === 0 || height === 0 || data.length === 0) return null;
  if (!DEPTHS[colourType]?.includes(bitDepth)) return null;
  if (colourType === 3 && (palette === null || palette.length === 0 || palette.length % 3 !== 0)) return null;
  const rowBytes = Math.ceil((width * bitDepth * CHANNELS[colourType]) / 8);
  return {
    width,
    height,
    bitDepth,
    colourType,
    isPlain: !isInterlaced && !hasTransparency && colourType <= 3,
    palette,
    data,
    // A byte before each row says how it is predicted.
    inflatedBytes: height * (rowBytes + 1),
  };
}
