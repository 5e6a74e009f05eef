import type { Block, Inline, Paragraph } from '../../../core/letter/letter.ts';
import type { Faces } from './faces.ts';
import { setLines } from './lines.ts';
import { heightOf, type Piece, type SetBlock, type Tag } from './piece.ts';
import { setTable } from './set-table.ts';
import { COLOUR, PAGE, STYLE, TEXT_WIDTH, type TextStyle, TOP_AFTER_FIRST } from './style.ts';

const ITEM_INDENT = 17;
const SIGNING_SPACE = 27;
const SIGNING_WIDTH = 200;
const PAGE_HEIGHT = PAGE.height - PAGE.bottom - TOP_AFTER_FIRST;

/** Blocks one after another, each with its node of the structure tree beneath `parent`. */
export function setBlocks(blocks: readonly Block[], parent: Tag, faces: Faces): readonly Piece[] {
  const pieces: Piece[] = [];
  let after = 0;
  for (const block of blocks) {
    const set = setBlock(block, parent, faces);
    const [first, ...others] = set.pieces;
    if (first === undefined) continue;
    const last = pieces.at(-1);
    // A page that begins with a signature could stand beneath any letter.
    if (last !== undefined && block.kind === 'section' && block.role === 'signature') {
      pieces[pieces.length - 1] = { ...last, withNext: true };
    }
    pieces.push({ ...first, gap: Math.max(after, set.before) }, ...others);
    after = set.after;
  }
  return pieces;
}

function tagIn(parent: Tag, node: Omit<Tag, 'children'>): Tag {
  const tag = { ...node, children: [] };
  parent.children.push(tag);
  return tag;
}

function setBlock(block: Block, parent: Tag, faces: Faces): SetBlock {
  switch (block.kind) {
    case 'paragraph':
      return setParagraph(block, parent, faces);
    case 'heading': {
      const { level, content } = block;
      const tag = tagIn(parent, { type: level === 1 ? 'H1' : level === 2 ? 'H2' : 'H3' });
      const style = level === 1 ? STYLE.h1 : level === 2 ? STYLE.h2 : STYLE.h3;
      const pieces = linesAsPieces(content, style, tag, faces).map((piece) => ({ ...piece, withNext: true }));
      return { before: level === 1 ? 14 : level === 2 ? 12 : 9, after: level === 1 ? 8 : 4, pieces };
    }
    case 'address': {
      const pieces = linesAsPieces(block.content, STYLE.text, tagIn(parent, { type: 'P' }), faces);
      return { before: 6, after: 8, pieces };
    }
    case 'list':
      return setList(block.items, block.ordered, parent, faces);
    case 'table':
      return setTable(block, tagIn(parent, { type: 'Table' }), faces);
    case 'section': {
      const pieces = setBlocks(block.blocks, parent, faces);
      if (block.role === 'form') return { before: 10, after: 0, pieces: endingPage(pieces) };
      return { before: 10, after: 8, pieces: keptTogether(pieces) };
    }
  }
}

function setParagraph({ role, content }: Paragraph, parent: Tag, faces: Faces): SetBlock {
  const tag = tagIn(parent, { type: 'P' });
  if (role === 'name') return { before: 0, after: 1, pieces: linesAsPieces(content, STYLE.name, tag, faces) };
  const pieces = linesAsPieces(content, STYLE.text, tag, faces);
  if (role === 'lead-in') return { before: 0, after: 4, pieces: keptTogether(pieces, true) };
  if (role !== 'line') return { before: 0, after: 7, pieces };
  const rule = { x: 0, y: -3, width: SIGNING_WIDTH, height: 0.75, colour: COLOUR.quiet };
  const [first, ...others] = pieces;
  const signed = first === undefined ? [] : [{ ...first, boxes: [rule] }, ...others];
  return { before: SIGNING_SPACE, after: 8, pieces: keptTogether(signed) };
}

/** The letterhead: the practice's name, its address and numbers, a rule beneath. */
export function setLetterhead(paragraphs: readonly Paragraph[], parent: Tag, faces: Faces): readonly Piece[] {
  const pieces = paragraphs.flatMap(({ role, content }) => {
    const style = role === 'name' ? STYLE.name : STYLE.letterhead;
    return linesAsPieces(content, style, tagIn(parent, { type: 'P' }), faces);
  });
  if (pieces.length === 0) return [];
  const rule = { x: 0, y: 6, width: TEXT_WIDTH, height: 1.25, colour: COLOUR.name };
  return [...pieces, { gap: 0, height: 23, withNext: false, texts: [], boxes: [rule], repeats: [] }];
}

function setList(
  items: readonly (readonly Inline[])[],
  ordered: boolean,
  parent: Tag,
  faces: Faces,
): SetBlock {
  const list = tagIn(parent, { type: 'L', numbering: ordered ? 'Decimal' : 'Disc' });
  const { face, size, leading, colour } = STYLE.text;
  const pieces = items.flatMap((content, index) => {
    const item = tagIn(list, { type: 'LI' });
    const label = tagIn(item, { type: 'Lbl' });
    const body = tagIn(item, { type: 'LBody' });
    const [first, ...others] = linesAsPieces(content, STYLE.text, body, faces, ITEM_INDENT);
    if (first === undefined) return [];
    const text = ordered ? `${index + 1}. ` : '• ';
    const labelled = {
      tag: label,
      x: ordered ? 0 : 5,
      baseline: faces.baseline(size, leading),
      runs: [{ text, x: 0, face, size, colour }],
    };
    return [{ ...first, gap: index === 0 ? 0 : 2.5, texts: [labelled, ...first.texts] }, ...others];
  });
  return { before: 0, after: 8, pieces };
}

/** One piece a line. A page neither ends with the first line of several nor begins with the last. */
function linesAsPieces(
  content: readonly Inline[],
  style: TextStyle,
  tag: Tag,
  faces: Faces,
  indent = 0,
): readonly Piece[] {
  const lines = setLines(content, style, TEXT_WIDTH - indent, faces);
  const baseline = faces.baseline(style.size, style.leading);
  return lines.map(({ runs }, index) => ({
    gap: 0,
    height: style.leading,
    withNext: index < lines.length - 1 && (index === 0 || index === lines.length - 2),
    texts: [{ tag, runs, x: indent, baseline }],
    boxes: [],
    repeats: [],
  }));
}

function endingPage(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) =>
    index < pieces.length - 1 ? piece : { ...piece, withNext: false, endsPage: true },
  );
}

/** On one page, where one page has room for them; also with what follows, if asked. */
function keptTogether(pieces: readonly Piece[], withNext = false): readonly Piece[] {
  if (heightOf(pieces) > PAGE_HEIGHT) return pieces;
  return pieces.map((piece, index) => ({ ...piece, withNext: withNext || index < pieces.length - 1 }));
}
