import type { RegistryPayer } from './queries.ts';

/** A payer as somebody is writing it: anything may be missing or wrong until the server has checked it. */
export interface Entry extends Readonly<Record<string, unknown>> {
  readonly payer: string;
  readonly name: string;
  readonly seenAs: readonly ({ readonly id: string } | { readonly name: string })[];
  readonly payerType: string;
  readonly windows: readonly EntryWindow[];
}

export interface EntryWindow extends Readonly<Record<string, unknown>> {
  readonly kind: string;
  readonly quantity: number | null;
  readonly unit: string;
  readonly countedFrom: string;
  readonly source: string;
  readonly level?: number;
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
}

export const NEW_WINDOW: EntryWindow = {
  kind: 'appeal',
  quantity: null,
  unit: 'calendar_days',
  countedFrom: 'remittance_date',
  source: '',
};

/** What the form begins with: the open draft, what is in force, or nothing but the key and how it was seen. */
export function entryOf(
  payer: string,
  { draft, inForce }: { readonly draft: unknown; readonly inForce: RegistryPayer | null },
  seen: { readonly id: string; readonly name: string } | null,
): Entry {
  if (isEntry(draft)) return draft;
  if (inForce !== null) return inForce as unknown as Entry;
  return {
    payer,
    name: seen?.name ?? '',
    seenAs: seen === null ? [] : [{ id: seen.id }],
    payerType: 'commercial',
    windows: [],
    appealLevels: [],
    channels: {},
    leadBusinessDays: {},
  };
}

/** Whether a form can show it: what is in the fields, the server checks. */
export function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'windows' in value &&
    Array.isArray(value.windows) &&
    'seenAs' in value &&
    Array.isArray(value.seenAs)
  );
}

/** A field that is left empty is not written at all. */
export function withField<T extends Readonly<Record<string, unknown>>>(
  of: T,
  field: string,
  value: unknown,
): T {
  const { [field]: _, ...rest } = of;
  return (value === '' || value === undefined ? rest : { ...rest, [field]: value }) as unknown as T;
}

/** The entry as it is sent: an id that was not typed to its end is none. */
export function withoutBlanks(entry: Entry): Entry {
  return { ...entry, seenAs: entry.seenAs.filter((seen) => !('id' in seen) || seen.id.trim() !== '') };
}

/**
 * The key of a payer that is new to the registry.
 *
 * @example keyOf('Blue Cross & Blue Shield (NV)') // 'blue-cross-blue-shield-nv'
 */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** One value that a draft changes, by its place. */
export interface Change {
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What publishing would change: each value before and after, null where there is none. */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  const old = new Map(placesOf(before));
  const now = new Map(placesOf(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((place) => ({ place, before: old.get(place) ?? null, after: now.get(place) ?? null }))
    .filter((change) => change.before !== change.after);
}

function placesOf(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[place, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesOf(inner, place === '' ? key : `${place}.${key}`),
  );
}
