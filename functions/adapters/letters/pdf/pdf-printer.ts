import type { Block, Inline, Letter } from '../../../core/letter/letter.ts';
import { parseLetter } from '../../../core/letter/parse-letter.ts';
import type { LetterPrinter } from '../../../ports/letter-printer.ts';
import { setAddressPage } from './address-page.ts';
import { type Faces, readFaces } from './faces.ts';
import { type Run, setLines } from './lines.ts';
import { paginate } from './paginate.ts';
import type { Tag } from './piece.ts';
import { printable, unprintableIn } from './printable.ts';
import { setBlocks, setLetterhead } from './set-blocks.ts';
import { STYLE, TEXT_WIDTH } from './style.ts';
import { writePdf } from './write-pdf.ts';

/** Room that the number of the page needs beside the footer, in points. */
const PAGE_NUMBER_WIDTH = 70;

/** Sets letters as PDF/A-2a and PDF/UA-1 in one file. The faces are read once. */
export function pdfPrinter(fontsFolder: string): LetterPrinter {
  const faces = readFaces(fontsFolder);
  return {
    async print(markup, on, numbered = true) {
      const letter = parseLetter(markup);
      const structure: Tag = { type: 'Document', children: [] };
      const letterhead = setLetterhead(letter.letterhead, structure, faces);
      const body = setBlocks(letter.body, structure, faces);
      const pages = paginate([...letterhead, ...body]);
      const author = wordsOf(letter.letterhead[0]?.content ?? [], faces);
      const title = wordsOf(titleOf(letter), faces) || 'Letter';
      const header = author === '' ? title : `${author} · ${title}`;
      const bytes = await writePdf(
        {
          pages,
          structure,
          title,
          author,
          on,
          numbered,
          runningHeader: inTheMargin([{ kind: 'text', text: header, weight: 'plain' }], TEXT_WIDTH, faces),
          footer: inTheMargin(letter.footer, TEXT_WIDTH - PAGE_NUMBER_WIDTH, faces),
        },
        faces,
      );
      const unprintable = unprintableIn(allText(letter), faces);
      return { bytes, pageCount: pages.length, unprintable };
    },
    printAddressPage: (addresses, on) => setAddressPage(addresses, on, faces),
  };
}

function titleOf({ body }: Letter): readonly Inline[] {
  const title = body.find((block) => block.kind === 'heading' && block.level === 1);
  return title?.kind === 'heading' ? title.content : [];
}

/** One line, cut where the room ends: it only repeats what the letter says. */
function inTheMargin(content: readonly Inline[], width: number, faces: Faces): readonly Run[] {
  return setLines(content, STYLE.margin, width, faces)[0]?.runs ?? [];
}

function wordsOf(content: readonly Inline[], faces: Faces): string {
  return content
    .flatMap((piece) =>
      piece.kind === 'break' ? [' '] : printable(piece.text, faces).map(({ text }) => text),
    )
    .join('');
}

function allText({ letterhead, body, footer }: Letter): string {
  return [...letterhead.flatMap(({ content }) => content), ...body.flatMap(inlineOf), ...footer]
    .map((piece) => (piece.kind === 'text' ? piece.text : ' '))
    .join(' ');
}

function inlineOf(block: Block): readonly Inline[] {
  switch (block.kind) {
    case 'list':
      return block.items.flat();
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ content }) => content));
    case 'section':
      return block.blocks.flatMap(inlineOf);
    default:
      return block.content;
  }
}
