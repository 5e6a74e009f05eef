import { PDFArray, PDFName, PDFNumber, type PDFPageLeaf } from '@cantoo/pdf-lib';

/** Half an inch: less holds no line that can be read. */
const LEAST_SIDE = 36;
/** ISO 32000-1, annex C: what readers take. */
const MOST_SIDE = 14_400;

/**
 * The box that a page is drawn in, in order; null where the page has no size that a paper has, is cut to nothing, or is
 * turned by other than quarters (ISO 32000-2, 7.7.3.3): programs show such a page each in its own way, or not at all.
 */
export function boxOf(page: PDFPageLeaf): number[] | null {
  const media = rectangleOf(page, 'MediaBox');
  if (media === null || !isPaper(media)) return null;
  if (page.getInheritableAttribute(PDFName.of('CropBox')) !== undefined) {
    const crop = rectangleOf(page, 'CropBox');
    if (crop === null || !isPaper(cut(media, crop))) return null;
  }
  const turn = page.getInheritableAttribute(PDFName.of('Rotate'));
  if (turn !== undefined) {
    const degrees = page.context.lookup(turn);
    if (!(degrees instanceof PDFNumber) || degrees.asNumber() % 90 !== 0) return null;
  }
  return [...media];
}

type Rectangle = readonly [left: number, low: number, right: number, high: number];

/** From any two opposite corners (7.9.5). */
function rectangleOf(page: PDFPageLeaf, key: 'MediaBox' | 'CropBox'): Rectangle | null {
  const found = page.getInheritableAttribute(PDFName.of(key));
  const box = found === undefined ? undefined : page.context.lookup(found);
  if (!(box instanceof PDFArray) || box.size() !== 4) return null;
  const numbers = [0, 1, 2, 3].map((at) => box.lookup(at));
  if (!numbers.every((each) => each instanceof PDFNumber)) return null;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers.map((each) => each.asNumber());
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function cut(media: Rectangle, crop: Rectangle): Rectangle {
  return [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
}

function isPaper([left, low, right, high]: Rectangle): boolean {
  return [right - left, high - low].every((side) => side >= LEAST_SIDE && side <= MOST_SIDE);
}
