import type { HelperDelegate } from 'handlebars';
import { dollars } from '../../core/money/dollars.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Cents as US dollars: 118000 → "$1,180.00". */
export function money(cents: unknown): string {
  if (typeof cents !== 'number' || !Number.isSafeInteger(cents)) throw new TypeError('money takes cents');
  return dollars(cents);
}

/** yyyy-mm-dd as "June 3, 2026". No time zone is involved. */
export function date(isoDate: unknown): string {
  const parts = typeof isoDate === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate) : null;
  const month = parts === null ? undefined : MONTHS[Number(parts[2]) - 1];
  if (parts === null || month === undefined) throw new TypeError('date takes yyyy-mm-dd');
  return `${month} ${Number(parts[3])}, ${parts[1]}`;
}

/** The value, or a visible hole that blocks approval. */
export function field(value: unknown, label: unknown): string {
  return value === null || value === '' ? `⟦MISSING: ${String(label)}⟧` : String(value);
}

/** A hole that only a person can fill. */
export function ask(question: unknown): string {
  return `⟦FILL IN: ${String(question)}⟧`;
}

export const LETTER_HELPERS: { readonly [name: string]: HelperDelegate } = { money, date, field, ask };
