import * as z from 'zod';
import { deadlineBasisSchema, deadlineKindSchema } from '../deadline/deadline.ts';
import { categorySchema, routeSchema } from '../denial/decision.ts';
import { followUpTypeSchema } from '../denial/denial.ts';
import { stateSchema } from '../denial/lifecycle.ts';
import { payerTypeSchema } from '../payer/profile.ts';
import { readableNameWithFewDigits } from '../readable-name.ts';
import { BANDS, BUCKETS } from './facets.ts';

/** What a saved view shows, in the order in which it shows it. */
export const VIEW_COLUMNS = [
  'sendBy',
  'clock',
  'payer',
  'claim',
  'patient',
  'reason',
  'category',
  'route',
  'state',
  'denied',
  'expected',
  'priority',
  'documents',
  'owner',
  'level',
  'opened',
  'lastTouch',
  'pendedUntil',
] as const;

const MOST_VALUES = 50;

function anyOf<Value extends z.ZodType>(value: Value) {
  return z.array(value).min(1).max(MOST_VALUES).readonly().optional();
}

const code = (form: RegExp) => z.string().regex(form);

/**
 * Which rows a view is about: one of the values of every filter that it names. Codes, ids and enums alone, so that no
 * patient is in a view; what a person wants to search for in words is no part of it.
 */
export const viewFiltersSchema = z.strictObject({
  buckets: anyOf(z.enum(BUCKETS)),
  practices: anyOf(code(/^[A-Za-z0-9-]{1,80}$/)),
  payers: anyOf(code(/^[A-Za-z0-9._-]{1,80}$/)),
  payerTypes: anyOf(payerTypeSchema),
  /** Group and CARC: `CO-50`. */
  reasons: anyOf(code(/^(CO|PR|OA|PI|CR)-[A-Z0-9]{1,5}$/)),
  /** RARCs. */
  remarks: anyOf(code(/^[A-Z]{1,2}[0-9]{1,4}$/)),
  categories: anyOf(categorySchema),
  routes: anyOf(routeSchema),
  states: anyOf(stateSchema.exclude(['closed'])),
  /** User ids, `me` (whoever looks) and `nobody`. */
  owners: anyOf(code(/^[A-Za-z0-9_-]{1,64}$/)),
  bands: anyOf(z.enum(BANDS)),
  levels: anyOf(z.int().min(1).max(9)),
  /** Of the letter that waits. */
  missing: anyOf(z.enum(['complete', 'incomplete'])),
  kinds: anyOf(z.enum(['denial', ...followUpTypeSchema.options])),
  /** Of the clock that governs. */
  clockKinds: anyOf(deadlineKindSchema),
  clockBases: anyOf(deadlineBasisSchema),
  /** Not changed for more than so many days. */
  untouchedDays: z.int().min(1).max(365).optional(),
});
export type ViewFilters = z.infer<typeof viewFiltersSchema>;

export const viewLayoutSchema = z.strictObject({
  filters: viewFiltersSchema,
  columns: z
    .array(z.strictObject({ id: z.enum(VIEW_COLUMNS), widthPx: z.int().min(40).max(1000).nullable() }))
    .min(1)
    .max(VIEW_COLUMNS.length)
    .readonly(),
  order: z.strictObject({
    by: z.enum(['priority', 'sendBy', 'denied', 'expected', 'opened', 'lastTouch', 'payer']),
    descending: z.boolean(),
  }),
  density: z.enum(['comfortable', 'compact']),
});
export type ViewLayout = z.infer<typeof viewLayoutSchema>;

/**
 * What a person calls a view: the only words in one, with at most four digits, so that no claim number, member id or
 * birth date becomes a name by mistake.
 */
export const viewNameSchema = readableNameWithFewDigits(60, 4);

/** Whose list a view stands in: one person's, or that of everybody who works on a practice. */
export const viewScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mine') }),
  z.strictObject({ kind: z.literal('team'), practiceId: code(/^[A-Za-z0-9-]{1,80}$/) }),
]);
export type ViewScope = z.infer<typeof viewScopeSchema>;

/** One view that a person saved. Its version never starts anew, also where it was deleted and is saved again. */
export const savedViewSchema = z.strictObject({
  viewId: z.string().regex(/^[0-9a-f]{32}$/),
  version: z.int().positive(),
  /** As it was saved: a name that may not be written any more is still read. */
  name: z.string(),
  scope: viewScopeSchema,
  /** Who saved it first. */
  ownerId: z.string(),
  layout: viewLayoutSchema,
  isDeleted: z.boolean(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
});
export type SavedView = z.infer<typeof savedViewSchema>;
