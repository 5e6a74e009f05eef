import type { DiagnosisRow } from './tables.ts';

export type Side = 'right' | 'left' | 'both';

/** Where on the body a modifier says that a service was done. */
export interface BodySite {
  readonly side: Side;
  /** The finger, toe or eyelid, in the words of ICD-10-CM; null where only the side is said. */
  readonly part: string | null;
}

const FINGERS = ['thumb', 'index finger', 'middle finger', 'ring finger', 'little finger'];
const TOES = ['great toe', 'lesser toe', 'lesser toe', 'lesser toe', 'lesser toe'];
const EYELIDS = ['upper eyelid', 'lower eyelid'];

/** HCPCS anatomical modifiers: RT, LT, 50; E1-E4 eyelids; FA, F1-F9 fingers; TA, T1-T9 toes. */
const SITES: ReadonlyMap<string, BodySite> = new Map<string, BodySite>([
  ['RT', { side: 'right', part: null }],
  ['LT', { side: 'left', part: null }],
  ['50', { side: 'both', part: null }],
  ...['E1', 'E2'].map((code, at) => [code, { side: 'left', part: EYELIDS[at] ?? null }] as const),
  ...['E3', 'E4'].map((code, at) => [code, { side: 'right', part: EYELIDS[at] ?? null }] as const),
  ...['FA', 'F1', 'F2', 'F3', 'F4'].map(
    (code, at) => [code, { side: 'left', part: FINGERS[at] ?? null }] as const,
  ),
  ...['F5', 'F6', 'F7', 'F8', 'F9'].map(
    (code, at) => [code, { side: 'right', part: FINGERS[at] ?? null }] as const,
  ),
  ...['TA', 'T1', 'T2', 'T3', 'T4'].map(
    (code, at) => [code, { side: 'left', part: TOES[at] ?? null }] as const,
  ),
  ...['T5', 'T6', 'T7', 'T8', 'T9'].map(
    (code, at) => [code, { side: 'right', part: TOES[at] ?? null }] as const,
  ),
]);

const PART_FAMILIES: readonly (readonly string[])[] = [
  FINGERS,
  ['great toe', 'lesser toe'],
  ['upper eyelid', 'lower eyelid'],
];

/** The sites that the modifiers of a line name, each with its modifier. */
export function sitesOf(modifiers: readonly string[]): readonly (BodySite & { readonly modifier: string })[] {
  return modifiers.flatMap((modifier) => {
    const site = SITES.get(modifier);
    return site === undefined ? [] : [{ ...site, modifier }];
  });
}

/** Whether the modifier says where on the body. */
export function isAnatomical(modifier: string): boolean {
  return SITES.has(modifier) || ['LC', 'LD', 'LM', 'RC', 'RI'].includes(modifier);
}

/**
 * The side of each code of one category, by its words. Right and left count as sides only where the table has the same
 * words for the other one too: a left bundle branch, or a right heart, is no side.
 */
export function sidesOf(category: readonly DiagnosisRow[]): ReadonlyMap<string, Side | 'unspecified'> {
  const known = new Set(category.map(({ words }) => plain(words)));
  const sides = new Map<string, Side | 'unspecified'>();
  for (const { code, words } of category) {
    const text = plain(words);
    if (hasTwin(text, 'right', 'left', known)) sides.set(code, 'right');
    else if (hasTwin(text, 'left', 'right', known)) sides.set(code, 'left');
  }
  for (const { code, words } of category) {
    if (sides.has(code)) continue;
    const beside = category.filter((row) => sides.has(row.code) && isBeside(row.code, code));
    if (beside.length === 0) continue;
    const text = plain(words);
    if (/\bbilateral\b/.test(text)) sides.set(code, 'both');
    else if (/\bunspecified\b/.test(text)) sides.set(code, 'unspecified');
  }
  return sides;
}

function hasTwin(text: string, side: 'right' | 'left', other: 'right' | 'left', known: ReadonlySet<string>) {
  return new RegExp(`\\b${side}\\b`).test(text) && known.has(text.replaceAll(side, other));
}

/** Codes that differ in one character are the same condition at another side. */
function isBeside(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differing = 0;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) differing += 1;
  return differing === 1;
}

/** The codes that say the same as this one with a side. */
export function codesWithSide(
  code: string,
  category: readonly DiagnosisRow[],
  sides: ReadonlyMap<string, Side | 'unspecified'>,
): readonly (DiagnosisRow & { readonly side: Side })[] {
  return category.flatMap((row) => {
    const side = sides.get(row.code);
    const isSided =
      side !== undefined && side !== 'unspecified' && row.isBillable && isBeside(row.code, code);
    return isSided ? [{ ...row, side }] : [];
  });
}

/** Whether the words name another finger, toe or eyelid than the part. */
export function namesOtherPart(words: string, part: string): boolean {
  const text = plain(words);
  const family = PART_FAMILIES.find((parts) => parts.includes(part)) ?? [];
  return !text.includes(part) && family.some((other) => other !== part && text.includes(other));
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim();
}
