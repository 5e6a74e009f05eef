import type { HelperDelegate } from 'handlebars';
import { dollars } from '../../core/money/dollars.ts';
import { dayInWords } from '../../core/time/day-in-words.ts';

/** Cents as US dollars: 118000 → "$1,180.00". */
export function money(cents: unknown): string {
  if (typeof cents !== 'number' || !Number.isSafeInteger(cents)) throw new TypeError('money takes cents');
  return dollars(cents);
}

/** yyyy-mm-dd as "June 3, 2026". */
export function date(isoDate: unknown): string {
  const words = typeof isoDate === 'string' ? dayInWords(isoDate) : null;
  if (words === null) throw new TypeError('date takes yyyy-mm-dd');
  return words;
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
