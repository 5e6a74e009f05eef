import { createInflate } from 'node:zlib';
import {
  concatTransformationMatrix,
  drawObject,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { type Orientation, readJpeg } from '../../core/documents/intake/jpeg.ts';
import { MOST_PIXELS, MOST_UNPACKED_PIXELS } from '../../core/documents/intake/limits.ts';
import { type PngHead, readPng } from '../../core/documents/intake/png.ts';
import type { CleanedDocument } from '../../ports/document-checks.ts';

/** US letter, in points. */
const SHORT_SIDE = 612;
const LONG_SIDE = 792;
const MARGIN = 18;

/** One page with a JPEG on it, upright. The picture goes in as it is. */
export async function jpegPage(bytes: Uint8Array): Promise<CleanedDocument> {
  const jpeg = readJpeg(bytes);
  if (jpeg === null) return { kind: 'refused', reason: 'picture_damaged' };
  if (!jpeg.isOrdinary) return { kind: 'refused', reason: 'picture_kind' };
  if (jpeg.width * jpeg.height > MOST_PIXELS) return { kind: 'refused', reason: 'picture_too_large' };
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const image = await pdf.embedJpg(jpeg.bytes);
  await image.embed();
  return pageOf(pdf, { ref: image.ref, ...jpeg });
}

/** One page with a PNG on it. A plain one goes in as it is; one with transparency or interlacing is set anew. */
export async function pngPage(bytes: Uint8Array): Promise<CleanedDocument> {
  const png = readPng(bytes);
  if (png === null) return { kind: 'refused', reason: 'picture_damaged' };
  const most = png.isPlain ? MOST_PIXELS : MOST_UNPACKED_PIXELS;
  if (png.width * png.height > most) return { kind: 'refused', reason: 'picture_too_large' };
  const pdf = await PDFDocument.create({ updateMetadata: false });
  if (png.isPlain) {
    if (!(await inflatesTo(png.data, png.inflatedBytes)))
      return { kind: 'refused', reason: 'picture_damaged' };
    return pageOf(pdf, { ref: embedPlain(pdf, png), ...png, orientation: 1 });
  }
  const image = await pdf.embedPng(bytes);
  await image.embed();
  return pageOf(pdf, { ref: image.ref, ...png, orientation: 1 });
}

/** ISO 32000-2, 7.4.4.4: PDF takes the deflated, predicted rows of a PNG as they are. */
function embedPlain(
  pdf: PDFDocument,
  { width, height, bitDepth, colourType, palette, data }: PngHead,
): PDFRef {
  const dict = pdf.context.obj({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: bitDepth,
    ColorSpace: colourType === 0 ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'FlateDecode',
    DecodeParms: {
      Predictor: 15,
      Colors: colourType === 2 ? 3 : 1,
      BitsPerComponent: bitDepth,
      Columns: width,
    },
  });
  if (colourType === 3 && palette !== null) {
    const colours = PDFHexString.of(Buffer.from(palette).toString('hex'));
    const space = [PDFName.of('Indexed'), PDFName.of('DeviceRGB'), palette.length / 3 - 1, colours];
    dict.set(PDFName.of('ColorSpace'), pdf.context.obj(space));
  }
  return pdf.context.register(PDFRawStream.of(dict, Buffer.concat(data)));
}

/** Whether the pieces inflate to that length; never more of it in memory than a piece. */
async function inflatesTo(pieces: readonly Uint8Array[], length: number): Promise<boolean> {
  const inflate = createInflate();
  inflate.end(Buffer.concat(pieces));
  let sum = 0;
  try {
    for await (const chunk of inflate) {
      sum += (chunk as Buffer).length;
      if (sum > length) return false;
    }
  } catch {
    return false;
  }
  return sum === length;
}

interface Picture {
  readonly ref: PDFRef;
  /** As it is stored. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}

async function pageOf(
  pdf: PDFDocument,
  { ref, width, height, orientation }: Picture,
): Promise<CleanedDocument> {
  const isTurned = orientation >= 5;
  const [shownWidth, shownHeight] = isTurned ? [height, width] : [width, height];
  const size: [number, number] = shownWidth > shownHeight ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const page = pdf.addPage(size);
  const [widest, tallest] = [size[0] - 2 * MARGIN, size[1] - 2 * MARGIN];
  // A point of the picture is never larger than a point of the page: it would only look coarse.
  const scale = Math.min(widest / shownWidth, tallest / shownHeight, 1);
  const [w, h] = [shownWidth * scale, shownHeight * scale];
  const [a, b, c, d, e, f] = UPRIGHT[orientation];
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(w, 0, 0, h, (size[0] - w) / 2, (size[1] - h) / 2),
    concatTransformationMatrix(a, b, c, d, e, f),
    drawObject(page.node.newXObject('Picture', ref)),
    popGraphicsState(),
  );
  const bytes = await pdf.save({ useObjectStreams: true, updateFieldAppearances: false });
  return { kind: 'clean', bytes, pageCount: 1, removed: [] };
}

type Matrix = readonly [number, number, number, number, number, number];

/** From the unit square of the stored picture, y upward, to that of the upright one. */
const UPRIGHT: Readonly<Record<Orientation, Matrix>> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
};
