import PDFDocument, { type StructureElement } from 'pdfkit';
import { FACES, type Faces } from './faces.ts';
import type { Run } from './lines.ts';
import type { PlacedPiece, PlannedPage } from './paginate.ts';
import type { Tag } from './piece.ts';
import { COLOUR, FOOTER_AT, PAGE, RUNNING_HEADER_AT, STYLE, TEXT_WIDTH } from './style.ts';

export interface Pdf {
  readonly pages: readonly PlannedPage[];
  readonly structure: Tag;
  readonly title: string;
  readonly author: string;
  /** yyyy-mm-dd. */
  readonly on: string;
  /** Whether each page says which of how many it is. */
  readonly numbered: boolean;
  /** At the top of every page but the first. */
  readonly runningHeader: readonly Run[];
  readonly footer: readonly Run[];
}

// ISO 14289-1 5: the identification, and its description for PDF/A (ISO 19005-2 6.6.2.3), which knows no such schema.
const PDF_UA = `
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/** The pages as one tagged file that claims PDF/A-2a and PDF/UA-1. No clock and no chance: same input, same bytes. */
export async function writePdf(pdf: Pdf, faces: Faces): Promise<Uint8Array> {
  const { pages, structure, title, author, on } = pdf;
  const madeAt = new Date(`${on}T00:00:00Z`);
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    font: null,
    pdfVersion: '1.7',
    // pdfkit's own 'PDF/UA' subset embeds fonts as PDF/A-1 wants them, which PDF/UA-1 does not allow.
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: forMetadata(title),
      Author: forMetadata(author),
      Creator: 'Overturn',
      CreationDate: madeAt,
      ModDate: madeAt,
    },
  });
  const bytes = collected(doc);
  doc.appendXML(PDF_UA);
  for (const face of FACES) doc.registerFont(face, faces.bytes[face]);

  const elements = new Map<Tag, StructureElement>();
  const root = structureOf(structure, doc, elements);
  doc.addStructure(root);
  pages.forEach((page, index) => {
    doc.addPage();
    drawBoxes(doc, page);
    if (index > 0) drawRunningHeader(doc, pdf.runningHeader);
    drawPage(doc, page, elements);
    drawFooter(doc, pdf.footer, pdf.numbered ? `Page ${index + 1} of ${pages.length}` : '', faces);
  });
  root.end();
  doc.end();
  return bytes;
}

function structureOf(tag: Tag, doc: PDFDocument, elements: Map<Tag, StructureElement>): StructureElement {
  const { type, heads, columns, numbering } = tag;
  const element = doc.struct(type, heads === undefined ? {} : { scope: heads });
  const attributes = element.dictionary.data;
  if (columns !== undefined) {
    attributes.A = { ...(attributes.A ?? {}), O: 'Table', ColSpan: columns };
  }
  if (numbering !== undefined) attributes.A = { O: 'List', ListNumbering: numbering };
  for (const child of tag.children) element.add(structureOf(child, doc, elements));
  elements.set(tag, element);
  return element;
}

/** Each element's words of this page together, in the order of the letter, which is that of reading. */
function drawPage(doc: PDFDocument, page: PlannedPage, elements: ReadonlyMap<Tag, StructureElement>): void {
  const said = new Map<Tag, (() => void)[]>();
  for (const { piece, y, repeated } of page) {
    for (const { tag, runs, x, baseline } of piece.texts) {
      const draw = () => drawRuns(doc, runs, PAGE.left + x, y + baseline);
      if (repeated) asArtifact(doc, 'Pagination', draw);
      else said.set(tag, [...(said.get(tag) ?? []), draw]);
    }
  }
  for (const [tag, draws] of said) {
    const content = doc.markStructureContent(tag.type);
    for (const draw of draws) draw();
    doc.endMarkedContent();
    elements.get(tag)?.add(content);
  }
}

function drawBoxes(doc: PDFDocument, page: PlannedPage): void {
  const boxes = page.flatMap(({ piece, y }: PlacedPiece) =>
    piece.boxes.map((box) => ({ ...box, y: y + box.y })),
  );
  if (boxes.length === 0) return;
  asArtifact(doc, 'Layout', () => {
    for (const { x, y, width, height, colour } of boxes)
      doc.rect(PAGE.left + x, y, width, height).fill(colour);
  });
}

function drawRunningHeader(doc: PDFDocument, runs: readonly Run[]): void {
  asArtifact(doc, 'Pagination', () => {
    drawRuns(doc, runs, PAGE.left, RUNNING_HEADER_AT);
    doc.rect(PAGE.left, RUNNING_HEADER_AT + 7, TEXT_WIDTH, 0.5).fill(COLOUR.faintRule);
  });
}

function drawFooter(doc: PDFDocument, footer: readonly Run[], number: string, faces: Faces): void {
  const { face, size, colour } = STYLE.margin;
  const x = PAGE.width - PAGE.right - faces.width(number, face, size);
  asArtifact(doc, 'Pagination', () => {
    drawRuns(doc, footer, PAGE.left, FOOTER_AT);
    if (number !== '') drawRuns(doc, [{ text: number, x: 0, face, size, colour }], x, FOOTER_AT);
  });
}

function asArtifact(doc: PDFDocument, type: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

function drawRuns(doc: PDFDocument, runs: readonly Run[], x: number, baseline: number): void {
  for (const run of runs) {
    doc.font(run.face).fontSize(run.size).fillColor(run.colour);
    doc.text(run.text, x + run.x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }
}

/** pdfkit writes the XMP unescaped, and the same words into the Info dictionary, where an escape would show. */
function forMetadata(words: string): string {
  return words.replaceAll('&', 'and').replace(/[<>]/g, '');
}

function collected(doc: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.once('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.once('error', reject);
  });
}
