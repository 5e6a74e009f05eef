import './list-table.css';
import type { ReactNode } from 'react';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand at the right, one below the other. */
  readonly figures?: boolean;
  /** What the row is called; where rows can be chosen, the button that chooses it. */
  readonly names?: boolean;
}

/** A short list: a table where there is room, one card a row where there is none. */
export function ListTable<T>({
  label,
  rows,
  idOf,
  columns,
  empty,
  chosen = null,
  onChoose,
}: {
  label: string;
  rows: readonly T[];
  idOf: (row: T) => string;
  columns: readonly Column<T>[];
  empty: ReactNode;
  chosen?: string | null;
  onChoose?: (id: string) => void;
}) {
  if (rows.length === 0)
    return (
      <p className="list-empty" role="status">
        {empty}
      </p>
    );
  return (
    <table className="list-table" aria-label={label} data-chooses={onChoose !== undefined}>
      <thead>
        <tr>
          {columns.map(({ id, header, figures }) => (
            <th key={id} scope="col" data-figures={figures}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const rowId = idOf(row);
          return (
            // By keyboard the button in it does the same.
            <tr key={rowId} data-chosen={rowId === chosen} onClick={() => onChoose?.(rowId)}>
              {columns.map((column) => (
                <Cell
                  key={column.id}
                  column={column}
                  row={row}
                  chosen={rowId === chosen}
                  id={rowId}
                  choose={onChoose}
                />
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell<T>({
  column: { header, cell, figures, names },
  row,
  id,
  chosen,
  choose,
}: {
  column: Column<T>;
  row: T;
  id: string;
  chosen: boolean;
  choose: ((id: string) => void) | undefined;
}) {
  const content = cell(row);
  if (names === true) {
    return (
      <th scope="row" data-label={header} data-figures={figures}>
        {choose === undefined ? (
          <div>{content}</div>
        ) : (
          <button type="button" className="row-choice" aria-current={chosen} onClick={() => choose(id)}>
            {content}
          </button>
        )}
      </th>
    );
  }
  return (
    <td data-label={header} data-figures={figures}>
      <div>{content}</div>
    </td>
  );
}
