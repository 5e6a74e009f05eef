import type { Cell, Row, Table } from '../../../core/letter/letter.ts';
import { columnWidths } from './column-widths.ts';
import type { Faces } from './faces.ts';
import { setLines } from './lines.ts';
import { type Box, heightOf, type Piece, type SetBlock, type Tag, type Text } from './piece.ts';
import { COLOUR, STYLE, TEXT_WIDTH, type TextStyle } from './style.ts';

const RULE = 0.75;
/** A row of so many lines is divided between pages; a shorter one is not. */
const LONG_ROW = 20;
/** A table of at most this height, in points, is not divided between pages. */
const SHORT_TABLE = 180;

/** Space about the words of a cell, in points. */
interface Padding {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const PADDING: Readonly<Record<Table['look'], Padding>> = {
  claim: { left: 0, right: 11, top: 1.5, bottom: 1.5 },
  rows: { left: 5, right: 5, top: 3.1, bottom: 3.5 },
};

/** A table in pieces, its heading again at the top of each page it goes on to. */
export function setTable(table: Table, tag: Tag, faces: Faces): SetBlock {
  const { look, rows } = table;
  const padding = PADDING[look];
  const widths = columnWidths(table, padding.left + padding.right, TEXT_WIDTH, (cell, row) => ({
    content: cell.content,
    style: styleOf(cell, row, look),
    faces,
  }));
  const bodyAt = rows.findIndex(({ cells }) => cells.some(({ heads }) => heads !== 'column'));
  const headingRows = bodyAt === -1 ? 0 : bodyAt;
  const set = rows.map((row, index) => {
    const rowTag: Tag = { type: 'TR', children: [] };
    tag.children.push(rowTag);
    return setRow(row, rowTag, { look, padding, widths, faces, heading: index < headingRows, index });
  });
  const heading = set
    .slice(0, headingRows)
    .flat()
    .map((piece) => ({ ...piece, withNext: true }));
  const body = set.slice(headingRows).flat();
  const pieces = [...heading, ...body.map((piece) => ({ ...piece, repeats: heading }))];
  const isShort = heightOf(pieces) <= SHORT_TABLE;
  return {
    before: 2,
    after: look === 'claim' ? 10 : 9,
    pieces: isShort ? pieces.map((piece, at) => ({ ...piece, withNext: at < pieces.length - 1 })) : pieces,
  };
}

interface RowSetting {
  readonly look: Table['look'];
  readonly padding: Padding;
  readonly widths: readonly number[];
  readonly faces: Faces;
  readonly heading: boolean;
  readonly index: number;
}

function setRow(row: Row, rowTag: Tag, setting: RowSetting): readonly Piece[] {
  const { look, padding, widths, faces } = setting;
  let column = 0;
  const cells = row.cells.map((cell) => {
    const x = sum(widths.slice(0, column));
    const width = sum(widths.slice(column, column + cell.columns));
    column += cell.columns;
    const tag: Tag = {
      type: cell.heads === null ? 'TD' : 'TH',
      children: [],
      ...(cell.heads === null ? {} : { heads: cell.heads === 'row' ? 'Row' : 'Column' }),
      ...(cell.columns === 1 ? {} : { columns: cell.columns }),
    };
    rowTag.children.push(tag);
    const style = styleOf(cell, row, look);
    const room = width - padding.left - padding.right;
    return { cell, tag, style, x: x + padding.left, room, lines: setLines(cell.content, style, room, faces) };
  });

  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const { size, leading } = STYLE.cell;
  return Array.from({ length: count }, (_, at) => {
    const [isFirst, isLast] = [at === 0, at === count - 1];
    const above = isFirst ? padding.top : 0;
    const height = above + leading + (isLast ? padding.bottom : 0);
    const texts = cells.flatMap(({ cell, tag, x, room, lines }): readonly Text[] => {
      const line = lines[at];
      if (line === undefined) return [];
      const shift = cell.amount ? room - line.width : 0;
      return [{ tag, runs: line.runs, x: x + shift, baseline: above + faces.baseline(size, leading) }];
    });
    return {
      gap: 0,
      height,
      withNext: !isLast && (count < LONG_ROW || isFirst || at === count - 2),
      texts,
      boxes: look === 'claim' ? [] : rules(setting, height, isFirst, isLast),
      repeats: [],
    };
  });
}

function rules(
  { heading, index }: RowSetting,
  height: number,
  isFirst: boolean,
  isLast: boolean,
): readonly Box[] {
  const boxes: Box[] = [];
  const across = { x: 0, width: TEXT_WIDTH };
  if (heading) boxes.push({ ...across, y: 0, height, colour: COLOUR.shade });
  const edge = { ...across, height: RULE, colour: heading ? COLOUR.rule : COLOUR.faintRule };
  if (isFirst && index === 0) boxes.push({ ...edge, y: 0, colour: COLOUR.rule });
  if (isLast) boxes.push({ ...edge, y: height - RULE });
  return boxes;
}

function styleOf(cell: Cell, row: Row, look: Table['look']): TextStyle {
  const bold = cell.heads === 'column' || (cell.heads === 'row' && (look === 'claim' || row.disputed));
  return bold ? STYLE.cellHeader : STYLE.cell;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
