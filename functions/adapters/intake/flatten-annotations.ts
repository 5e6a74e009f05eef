import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFName,
  PDFNumber,
  PDFOptionList,
  type PDFPage,
  PDFRef,
  PDFStream,
  PDFTextField,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';

/** ISO 32000-2, table 167. */
const HIDDEN = 0b10;
const NO_VIEW = 0b100000;

/**
 * Makes what annotations show part of the page: entries of forms, stamps, highlights, signatures. A payer's reader
 * must see what the biller saw, and nothing may hang on the page any more.
 *
 * @throws where entries of a form cannot be drawn
 */
export function flattenAnnotations(pdf: PDFDocument): void {
  drawFormEntries(pdf);
  for (const page of pdf.getPages()) {
    const annotations = page.node.Annots();
    for (const entry of annotations?.asArray() ?? []) {
      const annotation = pdf.context.lookup(entry);
      if (annotation instanceof PDFDict && !isHidden(annotation)) drawAppearance(page, annotation);
    }
  }
}

/** Programs that fill a form without drawing it say so by this flag: what they leave behind shows an empty field. */
function drawFormEntries(pdf: PDFDocument): void {
  const acroForm = pdf.catalog.lookup(name('AcroForm'));
  if (!(acroForm instanceof PDFDict)) return;
  const fields = acroForm.lookup(name('Fields'));
  if (!(fields instanceof PDFArray) || fields.size() === 0) return;
  const form = pdf.getForm();
  const drawable = new Set(form.getDefaultFont().getCharacterSet());
  const isAsked = acroForm.lookup(name('NeedAppearances')) === PDFBool.True;
  for (const field of form.getFields()) {
    if (!isWritten(field)) continue;
    if (isAsked) form.markFieldAsDirty(field.ref);
    // The font puts nothing in the place of what it does not have.
    if (field.needsAppearancesUpdate() && !charactersOf(field).every((character) => drawable.has(character)))
      throw new UndrawableEntryError();
  }
  form.updateFieldAppearances();
}

class UndrawableEntryError extends Error {
  override readonly name = 'UndrawableEntryError';
}

type WrittenField = PDFTextField | PDFDropdown | PDFOptionList;

/** What a button shows is one of its drawn states; what was written or chosen is drawn anew. */
function isWritten(field: PDFField): field is WrittenField {
  return field instanceof PDFTextField || field instanceof PDFDropdown || field instanceof PDFOptionList;
}

function charactersOf(field: WrittenField): readonly number[] {
  const text = field instanceof PDFTextField ? (field.getText() ?? '') : field.getSelected().join('');
  return [...text.replace(/[\r\n\t]/g, '')].map((character) => character.codePointAt(0) ?? 0);
}

function drawAppearance(page: PDFPage, annotation: PDFDict): void {
  const found = appearanceOf(annotation);
  const rect = numbersOf(annotation.lookup(name('Rect')), 4);
  if (found === null || rect === null) return;
  const { stream, ref } = found;
  const box = numbersOf(stream.dict.lookup(name('BBox')), 4);
  if (box === null) return;
  const placed = placement(box, numbersOf(stream.dict.lookup(name('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0], rect);
  if (placed === null) return;
  stream.dict.set(name('Type'), name('XObject'));
  stream.dict.set(name('Subtype'), name('Form'));
  const key = page.node.newXObject('Annotation', ref);
  page.pushOperators(
    pushGraphicsState(),
    concatTransformationMatrix(...placed),
    drawObject(key),
    popGraphicsState(),
  );
}

/** The normal appearance, in the state that the annotation is in. */
function appearanceOf(annotation: PDFDict): { readonly stream: PDFStream; readonly ref: PDFRef } | null {
  const appearances = annotation.lookup(name('AP'));
  if (!(appearances instanceof PDFDict)) return null;
  let holder: PDFDict = appearances;
  let key = name('N');
  const normal = appearances.lookup(key);
  if (normal instanceof PDFDict) {
    const state = annotation.lookup(name('AS'));
    if (!(state instanceof PDFName)) return null;
    holder = normal;
    key = state;
  }
  const ref = holder.get(key);
  const stream = holder.lookup(key);
  return ref instanceof PDFRef && stream instanceof PDFStream ? { stream, ref } : null;
}

type Matrix = [number, number, number, number, number, number];

/** ISO 32000-2, algorithm 8: the box, turned by its own matrix, is fitted into the rectangle. */
function placement(
  box: readonly number[],
  matrix: readonly number[],
  rect: readonly number[],
): Matrix | null {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = box;
  const corners = [
    [x0, y0],
    [x0, y1],
    [x1, y0],
    [x1, y1],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  const [rx0 = 0, ry0 = 0, rx1 = 0, ry1 = 0] = rect;
  if (!(width > 0 && height > 0)) return null;
  const [sx, sy] = [Math.abs(rx1 - rx0) / width, Math.abs(ry1 - ry0) / height];
  if (!(sx > 0 && sy > 0)) return null;
  return [sx, 0, 0, sy, Math.min(rx0, rx1) - left * sx, Math.min(ry0, ry1) - bottom * sy];
}

function isHidden(annotation: PDFDict): boolean {
  if (annotation.lookup(name('Subtype')) === name('Popup')) return true;
  const flags = annotation.lookup(name('F'));
  return flags instanceof PDFNumber && (flags.asNumber() & (HIDDEN | NO_VIEW)) !== 0;
}

function numbersOf(object: unknown, length: number): readonly number[] | null {
  if (!(object instanceof PDFArray) || object.size() !== length) return null;
  const numbers = Array.from({ length }, (_, at) => object.lookup(at));
  return numbers.every((each) => each instanceof PDFNumber) ? numbers.map((each) => each.asNumber()) : null;
}

function name(text: string): PDFName {
  return PDFName.of(text);
}
