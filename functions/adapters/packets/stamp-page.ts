import {
  type PDFDocument,
  type PDFFont,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  StandardFonts,
} from '@cantoo/pdf-lib';

/** Lengths on a US Letter page, in points; on others they follow the shorter side, but stay legible. */
const SIZE = 9;
const PADDING = 3;
const FROM_EDGE = 12;
const LETTER_WIDTH = 612;
const LEAST_SCALE = 0.85;
/** Of the page's width, so that a stamp stays on the smallest one. */
const WIDEST = 0.9;

const FONT = 'OverturnStampFont';
const VEIL = 'OverturnStampVeil';

/** What all stamps of one packet share. */
export interface Stamps {
  readonly font: PDFFont;
  readonly veil: PDFRef;
}

export async function stampsOf(packet: PDFDocument): Promise<Stamps> {
  const font = await packet.embedFont(StandardFonts.Helvetica);
  const veil = packet.context.register(packet.context.obj({ Type: 'ExtGState', ca: 0.9 }));
  return { font, veil };
}

/**
 * Writes words into the lower right corner of a page as it is seen: turned with /Rotate, within the CropBox, on a white
 * box with a hairline, so that a dark scan does not hide them. What the page draws is a form by itself, which intake has
 * made of it: it leaves nothing open that the words would stand in.
 *
 * @throws where the page's box or resources are none
 */
export function stampPage(page: PDFPage, words: string, { font, veil }: Stamps): void {
  const { context } = page.doc;
  const { a, b, c, d, x, y, width, height } = asSeen(page);
  const scale = Math.max(LEAST_SCALE, Math.min(width, height) / LETTER_WIDTH);
  const natural = font.widthOfTextAtSize(words, SIZE) + 2 * PADDING;
  const unit = Math.min(scale, (width * WIDEST) / natural);
  const boxHeight = SIZE + 2 * PADDING;
  const right = Math.max(0, width / unit - natural - FROM_EDGE);
  const bottom = Math.min(FROM_EDGE, Math.max(0, height / unit - boxHeight));
  const box = `${number(right)} ${number(bottom)} ${number(natural)} ${boxHeight} re`;
  const content = [
    '/Artifact <</Type /Pagination>> BDC q',
    `${number(a)} ${number(b)} ${number(c)} ${number(d)} ${number(x)} ${number(y)} cm`,
    `${number(unit)} 0 0 ${number(unit)} 0 0 cm`,
    `q /${VEIL} gs 1 g ${box} f Q`,
    `0.35 G 0.5 w ${box} S`,
    `BT 0 g /${FONT} ${SIZE} Tf ${number(right + PADDING)} ${number(bottom + PADDING + 1.6)} Td (${words}) Tj ET`,
    'Q EMC',
  ].join('\n');

  const { node } = page;
  const before = context.register(context.stream('q\n'));
  const after = context.register(context.stream('\nQ\n'));
  node.normalize();
  node.wrapContentStreams(before, after);
  node.addContentStream(context.register(context.stream(content)));
  node.setFontDictionary(PDFName.of(FONT), font.ref);
  node.setExtGState(PDFName.of(VEIL), veil);
}

interface Seen {
  /** The page as it is seen, from its lower left corner: the first four turn, the others move. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** ISO 32000-1 7.7.3.3: /Rotate turns clockwise, the CropBox is cut to the MediaBox. */
function asSeen(page: PDFPage): Seen {
  const media = page.getMediaBox();
  const crop = page.getCropBox();
  const left = Math.max(media.x, crop.x);
  const low = Math.max(media.y, crop.y);
  const right = Math.min(media.x + media.width, crop.x + crop.width);
  const high = Math.min(media.y + media.height, crop.y + crop.height);
  const isEmpty = right <= left || high <= low;
  const [x0, y0, x1, y1] = isEmpty
    ? [media.x, media.y, media.x + media.width, media.y + media.height]
    : [left, low, right, high];
  const [across, up] = [x1 - x0, y1 - y0];
  switch (turnOf(page)) {
    case 90:
      return { a: 0, b: 1, c: -1, d: 0, x: x1, y: y0, width: up, height: across };
    case 180:
      return { a: -1, b: 0, c: 0, d: -1, x: x1, y: y1, width: across, height: up };
    case 270:
      return { a: 0, b: -1, c: 1, d: 0, x: x0, y: y1, width: up, height: across };
    default:
      return { a: 1, b: 0, c: 0, d: 1, x: x0, y: y0, width: across, height: up };
  }
}

function turnOf({ node }: PDFPage): number {
  const rotate = node.Rotate();
  const degrees = rotate instanceof PDFNumber ? rotate.asNumber() : 0;
  return ((degrees % 360) + 360) % 360;
}

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
