import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import { routeSchema } from '../../core/denial/decision.ts';
import type { DenialId } from '../../core/ids.ts';
import { fromColumns, toColumns } from '../../core/views/columns.ts';
import type { OutcomeCount } from '../../core/views/outcome-cells.ts';
import { queueRowSchema } from '../../core/views/queue-row.ts';
import type { Generations, QueueChange } from '../../ports/view-store.ts';
import { viewKeys as keys } from './keys.ts';

type Item = Record<string, unknown>;

const FEED_KEPT_SECONDS = 2 * 24 * 60 * 60;
const MS_A_SECOND = 1000;

const generationsSchema = z.object({
  current: z.int().positive(),
  building: z.int().positive().nullable(),
});

/** Before the first rebuild there is no such item: the first generation answers. */
export function generationsOf(item: Item | undefined): Generations {
  return item === undefined ? { current: 1, building: null } : generationsSchema.parse(item);
}

/** Rows of a page, column by column and packed. */
export function packRows(rows: readonly object[]): Uint8Array {
  const [first] = rows;
  if (first === undefined) return gzipSync('{}');
  return gzipSync(JSON.stringify(toColumns(rows, Object.keys(first) as never[])));
}

/** Each column is checked as a whole: an object for every row would take as long as reading them. */
export function unpackRows<Row extends object>(
  { rows }: Item,
  schema: z.ZodObject<{ [Field in keyof Row]: z.ZodType<Row[Field]> }>,
): readonly Row[] {
  if (!(rows instanceof Uint8Array)) throw new TypeError('A page of views has no rows.');
  const columns = columnsSchemaOf(schema).parse(JSON.parse(gunzipSync(rows).toString('utf8')));
  return fromColumns<Row>(columns as never);
}

const columnsSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

function columnsSchemaOf(row: z.ZodObject): z.ZodObject {
  const known = columnsSchemas.get(row);
  if (known !== undefined) return known;
  const shape = Object.entries(row.shape).map(([field, value]) => [field, z.array(value)] as const);
  // A page without rows has no columns.
  const columns = z.strictObject(Object.fromEntries(shape)).partial();
  columnsSchemas.set(row, columns);
  return columns;
}

const feedItemSchema = z.object({ at: z.string(), denialId: z.string(), row: queueRowSchema.nullable() });

export function feedItem(pk: string, { at, denialId, row }: QueueChange): Item {
  const ttl = Math.floor(Date.parse(at) / MS_A_SECOND) + FEED_KEPT_SECONDS;
  return { pk, sk: keys.change(at, denialId), at, denialId, row, ttl };
}

export function feedEntryOf(item: Item): QueueChange {
  const { at, denialId, row } = feedItemSchema.parse(item);
  return { at, denialId: denialId as DenialId, row };
}

const outcomeSchema = z.object({
  route: routeSchema,
  reason: z.string(),
  payerId: z.string(),
  n: z.int(),
  overturned: z.int(),
  recoveredParts: z.int(),
});

export function outcomeCountOf(item: Item): OutcomeCount {
  return outcomeSchema.parse(item);
}
