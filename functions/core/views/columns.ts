/** Rows field by field: what is alike stands together, so that it packs to a fraction. */
export type Columns<Row> = { readonly [Field in keyof Row]: readonly Row[Field][] };

/**
 * @param fields every field of a row
 * @example
 * toColumns([{ a: 1 }, { a: 2 }], ['a']) // { a: [1, 2] }
 */
export function toColumns<Row>(rows: readonly Row[], fields: readonly (keyof Row)[]): Columns<Row> {
  const columns: Partial<{ [Field in keyof Row]: Row[Field][] }> = {};
  for (const field of fields) columns[field] = rows.map((row) => row[field]);
  return columns as Columns<Row>;
}

/** What {@link toColumns} took apart. */
export function fromColumns<Row extends object>(columns: Columns<Row>): readonly Row[] {
  const fields = Object.keys(columns) as (keyof Row)[];
  const [first] = fields;
  const length = first === undefined ? 0 : columns[first].length;
  return Array.from({ length }, (_, index) => {
    const row: Partial<Row> = {};
    for (const field of fields) row[field] = columns[field][index] as Row[keyof Row];
    return row as Row;
  });
}
