import PDFDocument from 'pdfkit';
import type { Faces } from '../../../functions/adapters/letters/pdf/faces.ts';
import type { Block, Inline, Letter } from '../../../functions/core/letter/letter.ts';

const MARGIN = 54;

/**
 * The contestant: the words of a letter as pdfkit sets plain text by itself, untagged, on two pages, with the same faces
 * embedded. It breaks lines, and does nothing else that a letter needs.
 */
export function plainText(letter: Letter, faces: Faces): Promise<Uint8Array> {
  const blocks = [
    ...letter.letterhead.map(({ content }) => wordsOf(content)),
    ...letter.body.flatMap(blockWords),
  ];
  const [title = '', ...others] = blocks;
  const half = Math.ceil(others.length / 2);
  const doc = new PDFDocument({ size: [612, 792], margin: MARGIN, autoFirstPage: false, font: null });
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.once('end', () => resolve(Buffer.concat(chunks)));
    doc.once('error', reject);
  });
  doc.registerFont('Regular', faces.bytes.Regular);
  doc.registerFont('Bold', faces.bytes.Bold);
  const options = { width: 612 - 2 * MARGIN, lineGap: 0 };
  doc.addPage();
  doc.font('Bold').fontSize(15).text(title, options);
  doc.font('Regular').fontSize(9).text(others.slice(0, half).join('\n'), options);
  doc.addPage();
  doc.text(others.slice(half).join('\n'), options);
  doc.end();
  return bytes;
}

function blockWords(block: Block): readonly string[] {
  switch (block.kind) {
    case 'list':
      return block.items.map(wordsOf);
    case 'table':
      return block.rows.map(({ cells }) => cells.map(({ content }) => wordsOf(content)).join(' '));
    case 'section':
      return block.blocks.flatMap(blockWords);
    default:
      return [wordsOf(block.content)];
  }
}

function wordsOf(content: readonly Inline[]): string {
  return content.map((piece) => (piece.kind === 'text' ? piece.text : ' ')).join('');
}
