import type { Inline } from '../../../core/letter/letter.ts';
import type { AddressPage, PrintedLetter } from '../../../ports/letter-printer.ts';
import type { Faces } from './faces.ts';
import { setLines } from './lines.ts';
import type { PlannedPage } from './paginate.ts';
import type { Tag } from './piece.ts';
import { unprintableIn } from './printable.ts';
import { PAGE, STYLE, type TextStyle } from './style.ts';
import { writePdf } from './write-pdf.ts';

const INCH = 72;
/** Where the windows of a double-window envelope are over a sheet of US Letter, from its top left corner, in points. */
const SENDER = { left: 0.5 * INCH, top: 0.5 * INCH, width: 3.3 * INCH } as const;
const ADDRESSEE = { left: 0.95 * INCH, top: 2.15 * INCH, width: 3.7 * INCH } as const;

/** The sheet that goes on top: who sends it and to whom, where a window shows it, and nothing else. */
export async function setAddressPage(
  { from, to }: AddressPage,
  on: string,
  faces: Faces,
): Promise<PrintedLetter> {
  const structure: Tag = { type: 'Document', children: [] };
  const page: PlannedPage = [
    block(from, SENDER, STYLE.letterhead, structure, faces),
    block(to, ADDRESSEE, STYLE.text, structure, faces),
  ];
  const bytes = await writePdf(
    {
      pages: [page],
      structure,
      title: 'Address page',
      author: '',
      on,
      numbered: false,
      runningHeader: [],
      footer: [],
    },
    faces,
  );
  return { bytes, pageCount: 1, unprintable: unprintableIn(`${from} ${to}`.replaceAll('\n', ' '), faces) };
}

function block(
  address: string,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
  style: TextStyle,
  structure: Tag,
  faces: Faces,
): PlannedPage[number] {
  const tag: Tag = { type: 'P', children: [] };
  structure.children.push(tag);
  const content = address.split('\n').flatMap((text, at): Inline[] => {
    const line: Inline = { kind: 'text', text, weight: 'plain' };
    return at === 0 ? [line] : [{ kind: 'break' }, line];
  });
  const lines = setLines(content, style, width, faces);
  return {
    y: top,
    repeated: false,
    piece: {
      gap: 0,
      height: lines.length * style.leading,
      withNext: false,
      texts: lines.map(({ runs }, at) => ({
        tag,
        runs,
        x: left - PAGE.left,
        baseline: at * style.leading + faces.baseline(style.size, style.leading),
      })),
      boxes: [],
      repeats: [],
    },
  };
}
