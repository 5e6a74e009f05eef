import type { Cell, Inline, Row, Table } from '../../../core/letter/letter.ts';
import type { Faces } from './faces.ts';
import { widthsOf } from './lines.ts';
import type { TextStyle } from './style.ts';

interface Column {
  /** Points for its widest word, and for its longest line unbroken. */
  readonly least: number;
  readonly most: number;
  /** All its cells are headers of rows. */
  readonly labels: boolean;
}

/**
 * Widths of a table's columns from what stands in them, in points, that make up `total`. Columns that ask for less than
 * an even share get what they ask for; the others share what is left by what they could use.
 */
export function columnWidths(
  table: Table,
  padding: number,
  total: number,
  setting: (cell: Cell, row: Row) => { content: readonly Inline[]; style: TextStyle; faces: Faces },
): readonly number[] {
  const columns = columnsOf(table, padding, setting);
  const wanted = columns.reduce((sum, { most }) => sum + most, 0);
  if (wanted <= total) return withSpare(columns, total - wanted, table.look);

  const needed = columns.reduce((sum, { least }) => sum + least, 0);
  if (needed >= total) return columns.map(({ least }) => (least / needed) * total);

  const isNarrow = ({ most }: Column): boolean => most <= total / columns.length;
  const narrow = columns.reduce((sum, column) => sum + (isNarrow(column) ? column.most : 0), 0);
  const wide = columns.filter((column) => !isNarrow(column));
  const least = wide.reduce((sum, column) => sum + column.least, 0);
  const spare = total - narrow - least;
  const keepNarrow = spare > 0;
  const sharing = keepNarrow ? wide : columns;
  const room = keepNarrow ? spare : total - needed;
  // More than twice the table's width of text asks for nothing more than twice its width does.
  const useOf = ({ most, least: own }: Column): number => Math.min(most, 2 * total) - Math.min(own, total);
  const use = sharing.reduce((sum, column) => sum + useOf(column), 0);
  return columns.map((column) =>
    keepNarrow && isNarrow(column) ? column.most : column.least + (useOf(column) / use) * room,
  );
}

function columnsOf(
  { rows }: Table,
  padding: number,
  setting: Parameters<typeof columnWidths>[3],
): readonly Column[] {
  const count = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0)));
  const columns: Column[] = Array.from({ length: count }, () => ({
    least: padding,
    most: padding,
    labels: true,
  }));
  for (const row of rows) {
    let at = 0;
    for (const cell of row.cells) {
      const column = columns[at];
      // A cell over several columns takes what they have.
      if (column !== undefined && cell.columns === 1) {
        const { content, style, faces } = setting(cell, row);
        const { least, most } = widthsOf(content, style, faces);
        columns[at] = {
          least: Math.max(column.least, least + padding),
          most: Math.max(column.most, most + padding),
          labels: column.labels && cell.heads === 'row',
        };
      }
      at += cell.columns;
    }
  }
  return columns;
}

/** Room that nobody needs: to the values beside labels, else to each column by its width. */
function withSpare(columns: readonly Column[], spare: number, look: Table['look']): readonly number[] {
  const values = columns.filter(({ labels }) => !labels);
  if (look === 'claim' && values.length > 0) {
    const [labelled, most] = [columns.filter(({ labels }) => labels), values.map((column) => column.most)];
    const room = spare + most.reduce((sum, width) => sum + width, 0);
    const even = room / values.length;
    const isEven = labelled.length > 0 && most.every((width) => width <= even);
    return columns.map((column) =>
      column.labels ? column.most : isEven ? even : column.most + spare / values.length,
    );
  }
  const wanted = columns.reduce((sum, { most }) => sum + most, 0);
  return columns.map(({ most }) => most + (most / wanted) * spare);
}
